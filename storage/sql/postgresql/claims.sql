-- Of each line the oldest waiting row, claimed for one worker: whoever comes second skips the locked row,
-- or sees it claimed, and the rows behind it are no heads. A claim that runs out is free again; what a worker
-- claimed before and did not finish is its own to take again. Claims and leases run by the server's clock,
-- because those of the workers differ.
-- Each line's oldest row is looked up for itself: a join would be planned by how much waited when the table
-- was last analysed, usually nothing, and then compare every waiting row with every other.

-- What failed is looked for by the time it is due, so that a thousand sick updates cost no look a thousand rows.

-- name: claim_inbox_heads(now, most, again, claimed_by, length)
with server as (select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) as clock),
fresh as (
  select i.id from inbox i
  where i.state = 'waiting' and i.attempts = 0
    and (i.claimed_until <= (select clock from server) or i.claimed_by = :claimed_by)
    and i.id = (select e.id from inbox e where e.line = i.line and e.state = 'waiting' order by e.id limit 1)
    and (
      select e.id from inbox e
      where e.line = i.line and e.state = 'waiting' and e.claimed_by <> :claimed_by
        and e.claimed_until > (select clock from server)
      order by e.id limit 1) is null
  order by i.id
  limit :most
  for update skip locked),
again as (
  select i.id from inbox i
  where i.state = 'waiting' and i.attempts > 0 and i.retry_at <= :now
    and (i.claimed_until <= (select clock from server) or i.claimed_by = :claimed_by)
    and i.id = (select e.id from inbox e where e.line = i.line and e.state = 'waiting' order by e.id limit 1)
    and (
      select e.id from inbox e
      where e.line = i.line and e.state = 'waiting' and e.claimed_by <> :claimed_by
        and e.claimed_until > (select clock from server)
      order by e.id limit 1) is null
  order by i.retry_at, i.id
  limit :again
  for update skip locked),
heads as (select id from fresh union all select id from again)
update inbox set claimed_by = :claimed_by, claimed_until = (select clock from server) + :length
from heads where inbox.id = heads.id
returning inbox.*;

-- name: inbox_next_retry(now)^
select least(
  (select min(retry_at) from inbox where state = 'waiting' and attempts > 0 and retry_at > :now),
  (select min(claimed_until) from inbox where state = 'waiting' and attempts >= 0
    and claimed_until > cast(extract(epoch from clock_timestamp()) * 1000000 as bigint))) as retry_at;

-- name: renew_claims(ids, claimed_by, length)!
with held as (
  select i.id from inbox i
  where i.id in (select value from json_each(cast(:ids as text))) and i.state = 'waiting' and i.claimed_by = :claimed_by
  order by i.id
  for update skip locked)
update inbox set claimed_until = cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) + :length
from held where inbox.id = held.id;

-- name: hold_lease(name, holder, length)^
with server as (select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) as clock),
held as (
  insert into leases (name, holder, held_until) values (:name, :holder, (select clock from server) + :length)
  on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
  where leases.holder = excluded.holder or leases.held_until < (select clock from server)
  returning name)
select
  exists (select 1 from held) as mine,
  coalesce((select held_until from leases where name = :name), 0) - (select clock from server) as others_for;

-- name: end_lease(name, holder)!
delete from leases where name = :name and holder = :holder;

-- name: notify(topic, payload)^
select pg_notify(:topic, :payload) as notified;
