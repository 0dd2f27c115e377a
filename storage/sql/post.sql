-- name: store_update(id, channel, account, update_key, contact_key, body, fingerprint, received_at)*!
insert into inbox
  (id, channel, account, update_key, contact_key, line, body, fingerprint, state, attempts, retry_at, received_at)
values
  (:id, :channel, :account, :update_key, :contact_key,
   coalesce((select nullif(person_id, '') from contacts where key = :contact_key), :contact_key),
   :body, :fingerprint, 'waiting', 0, 0, :received_at)
on conflict (channel, account, update_key) do nothing;

-- name: finish_updates(ids, claimed_by, done_at)
update inbox set state = 'done', body = '', error = '', done_at = :done_at
where id in (select value from json_each(cast(:ids as text))) and state = 'waiting' and claimed_by = :claimed_by
returning id;

-- name: waiting_in_line(line)
select id, line, received_at from inbox where line = :line and state = 'waiting' order by id limit 1000;

-- name: pass_over_updates(ids, done_at)!
update inbox set state = 'done', body = '', error = 'flood', done_at = :done_at
where id in (select value from json_each(cast(:ids as text))) and state = 'waiting';

-- name: put_off_update(id, claimed_by, attempts, retry_at, error)^
update inbox set attempts = :attempts, retry_at = :retry_at, error = :error, claimed_until = 0
where id = :id and state = 'waiting' and claimed_by = :claimed_by
returning id;

-- name: set_aside_update(id, claimed_by, attempts, error, done_at)^
update inbox set state = 'dead', attempts = :attempts, error = :error, done_at = :done_at
where id = :id and state = 'waiting' and claimed_by = :claimed_by
returning id;

-- name: give_line(id, claimed_by, line)^
update inbox set line = :line, claimed_until = 0
where id = :id and state = 'waiting' and claimed_by = :claimed_by
returning id;

-- name: inbox_counts()
select 'waiting' as state, count(*) as rows from inbox where state = 'waiting'
union all select 'dead' as state, count(*) as rows from inbox where state = 'dead'
order by state;

-- name: purge_inbox(done_before)!
delete from inbox where state = 'done' and done_at < :done_before;

-- name: purge_dead(done_before)!
delete from inbox where state = 'dead' and done_at < :done_before;

-- name: move_line(line, contact_key)*!
update inbox set line = :line where line = :contact_key and state = 'waiting';

-- name: add_outbound(id, tenant, person_id, channel, account, chat, subline, lane, unsure, edits, payload, parts, due_at, deadline_at, created_at)*!
insert into outbox
  (id, tenant, person_id, channel, account, chat, subline, lane, unsure, edits, payload, state, attempts, parts, due_at,
   retry_at, deadline_at, created_at)
values
  (:id, :tenant, :person_id, :channel, :account, :chat, :subline, :lane, :unsure, :edits, :payload, 'due', 0, :parts,
   :due_at, 0, :deadline_at, :created_at)
on conflict (id) do nothing;

-- name: outbox_heads(channel, account, now, busy, most)
select o.* from outbox o
where o.state = 'due' and o.lane >= 0 and o.channel = :channel and o.account = :account
  and o.due_at <= :now and o.retry_at <= :now
  and o.subline not in (select value from json_each(cast(:busy as text)))
  and o.id = (
    select e.id from outbox e
    where e.channel = o.channel and e.account = o.account and e.subline = o.subline and e.state = 'due'
      and e.due_at <= :now
    order by e.id limit 1)
order by o.lane, o.id
limit :most;

-- name: outbox_next_due(channel, account, after)^
select min(case when due_at > retry_at then due_at else retry_at end) as due_at from outbox
where state = 'due' and channel = :channel and account = :account
  and (due_at > :after or retry_at > :after);

-- name: outbox_waits_since(channel, account, now)^
select min(case when due_at > created_at then due_at else created_at end) as since from outbox
where state = 'due' and channel = :channel and account = :account and lane <= 1 and due_at <= :now;

-- name: unsent_of_teams(tenants, teams, error, since)
select m.tenant, m.team_id, o.person_id, p.name, o.lane, o.done_at from outbox o
join memberships m on m.tenant = o.tenant and m.person_id = o.person_id and m.to_at is null
join persons p on p.tenant = o.tenant and p.id = o.person_id
where o.done_at >= :since and o.state in ('expired', 'held') and o.error = :error
  and o.tenant in (select value from json_each(cast(:tenants as text)))
  and m.team_id in (select value from json_each(cast(:teams as text)))
order by m.tenant, m.team_id, o.done_at desc, o.id;

-- name: outbox_owing(now)
select distinct channel, account from outbox
where state = 'due' and due_at <= :now and retry_at <= :now
order by channel, account;

-- name: mark_outbound(id, state, message_id, error, attempts, parts, retry_at, done_at)*!
update outbox set
  state = :state, message_id = :message_id, error = :error, attempts = :attempts, parts = :parts,
  retry_at = :retry_at,
  done_at = :done_at, payload = case when :state in ('due', 'held') then payload else '' end
where id = :id and state = 'due';

-- name: supersede_edits(channel, account, chat, edits, before, done_at)*!
update outbox set state = 'superseded', payload = '', done_at = :done_at
where channel = :channel and account = :account and subline = :chat and edits = :edits and state = 'due'
  and attempts = 0 and id < :before;

-- name: cancel_outbound_of_person(tenant, person_id, before, done_at)*!
update outbox set state = 'cancelled', payload = '', done_at = :done_at
where tenant = :tenant and person_id = :person_id and (state = 'due' and id < :before or state = 'held');

-- name: held_of_people(tenants, people)
select * from outbox
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and state = 'held'
order by tenant, person_id, id;

-- name: take_held(id, done_at)^
update outbox set state = 'sent', error = '', payload = '', done_at = :done_at
where id = :id and state = 'held'
returning id;

-- name: supersede_held(id, done_at)*!
update outbox set state = 'superseded', payload = '', done_at = :done_at where id = :id and state = 'held';

-- name: forget_held_of_member(tenant, id)*!
update outbox set state = 'cancelled', payload = ''
where tenant = :tenant and person_id = (select m.person_id from memberships m where m.tenant = :tenant and m.id = :id)
  and state = 'held' and lane = 2;

-- name: cancel_outbound(id, done_at)*!
update outbox set state = 'cancelled', payload = '', done_at = :done_at
where id = :id and state = 'due' and attempts = 0;

-- name: outbox_counts()
select channel, account, 'due' as state, count(*) as rows from outbox where state = 'due'
group by channel, account
union all
select channel, account, 'failed' as state, count(*) as rows from outbox where state = 'failed'
group by channel, account
order by channel, account, state;

-- name: purge_outbox(done_before)!
delete from outbox where done_at < :done_before;

-- name: readdress_outbound(id, chat)*!
update outbox set chat = :chat, subline = :chat where id = :id and state = 'due';

-- name: dead_updates()
select id, channel, account, contact_key, attempts, error, received_at, done_at from inbox
where state = 'dead' order by id;

-- name: dead_update(id)^
select * from inbox where id = :id and state = 'dead';

-- name: replay_update(id)!
update inbox set state = 'waiting', attempts = 0, retry_at = 0, claimed_by = '', claimed_until = 0, done_at = null
where id = :id and state = 'dead';

-- name: drop_update(id)!
delete from inbox where id = :id and state = 'dead';

-- name: detour_outbound(channel, account, busy, now)!
update outbox set (channel, account, chat, subline, edits, parts) = (
    select c.channel, c.account, c.chat, c.chat, '', 0 from contacts c
    where c.tenant = outbox.tenant and c.person_id = outbox.person_id and c.unreachable = 0
      and not (c.channel = :channel and c.account = :account)
      and (c.channel <> 'web'
        or exists (select 1 from web_sessions w where w.chat = c.chat and w.expires_at > :now))
    order by c.preferred desc, c.seen_at desc, c.key limit 1)
where state = 'due' and channel = :channel and account = :account and person_id <> '' and subline = chat
  and subline not in (select value from json_each(cast(:busy as text)))
  and due_at <= :now
  and exists (
    select 1 from contacts c
    where c.tenant = outbox.tenant and c.person_id = outbox.person_id and c.unreachable = 0
      and not (c.channel = :channel and c.account = :account)
      and (c.channel <> 'web'
        or exists (select 1 from web_sessions w where w.chat = c.chat and w.expires_at > :now)));

-- name: newest_moment()^
select max(at) as at from (
  select max(received_at) as at from inbox
  union all select max(created_at) from outbox
  union all select max(at) from audit_events
  union all select max(created_at) from persons
  union all select max(created_at) from help_reports
  union all select max(in_received_at) from attendances
) as moments;

-- name: cancel_outbound_due_before(due_before, done_at)!
update outbox set state = 'cancelled', payload = '', done_at = :done_at
where state = 'due' and due_at < :due_before;

-- name: cancel_held_before(due_before, done_at)!
update outbox set state = 'cancelled', payload = '', done_at = :done_at
where state = 'held' and tenant >= '' and due_at < :due_before;

-- name: lease_held(now)^
select name from leases where held_until > :now order by name limit 1;
