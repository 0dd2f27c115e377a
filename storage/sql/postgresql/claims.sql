-- Of each line the oldest waiting row, claimed for one worker: whoever comes second skips the locked row,
-- or sees it claimed, and the rows behind it are no heads. A claim that runs out is free again.

-- name: claim_inbox_heads(now, most, claimed_by, claimed_until)
with heads as (
  select i.id from inbox i
  where i.state = 'waiting' and i.retry_at <= :now and i.claimed_until <= :now
    and not exists (select 1 from inbox e where e.line = i.line and e.state = 'waiting' and e.id < i.id)
  order by i.id
  limit :most
  for update skip locked)
update inbox set claimed_by = :claimed_by, claimed_until = :claimed_until
from heads where inbox.id = heads.id
returning inbox.*;

-- name: notify(topic, payload)^
select pg_notify(:topic, :payload) as notified;
