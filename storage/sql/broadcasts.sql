-- Whoever has a role hears by it; members only if they agreed to reminders last.

-- name: broadcast_recipients(tenants, unit_code, audience, after_tenant, after_id, most)
select r.tenant, r.person_id, case when r.leads = 1 or r.coordinates = 1 then 1 else 0 end as leading from (
  select m.tenant, m.person_id, max(case when m.role in ('leader', 'deputy') then 1 else 0 end) as leads,
    max(case when m.role = 'coordinator' then 1 else 0 end) as coordinates,
    max(case when m.team_id <> '' then 1 else 0 end) as in_team
  from memberships m
  join persons p on p.tenant = m.tenant and p.id = m.person_id and p.left_at is null and p.paused_at is null
  left join teams t on t.tenant = m.tenant and t.id = m.team_id and t.closed_at is null
  where m.tenant in (select value from json_each(cast(:tenants as text)))
    and m.to_at is null and m.pending = 0 and (m.team_id = '' or t.id is not null)
    and (cast(:unit_code as text) in ('00', m.tenant) or coalesce(t.unit_code, m.unit_code) = cast(:unit_code as text))
    and (m.tenant, m.person_id) > (:after_tenant, :after_id)
  group by m.tenant, m.person_id) r
where (cast(:audience as text) = 'coordinators' and r.coordinates = 1)
  or (cast(:audience as text) in ('leaders', 'all') and r.leads = 1)
  or (cast(:audience as text) = 'all' and r.in_team = 1 and coalesce((
    select k.answer from consents k
    where k.tenant = r.tenant and k.person_id = r.person_id and k.purpose = 'reminders'
    order by k.given_at desc, k.id desc limit 1), 0) = 1)
order by r.tenant, r.person_id
limit :most;

-- name: broadcast_reach(tenants, unit_code, audience, month_on)
select c.channel, c.account, count(*) as people, coalesce(max(a.title), '') as title,
  coalesce(max(u.sent), 0) as sent, coalesce(max(u.received), 0) as received
from (
  select m.tenant, m.person_id, max(case when m.role in ('leader', 'deputy') then 1 else 0 end) as leads,
    max(case when m.role = 'coordinator' then 1 else 0 end) as coordinates,
    max(case when m.team_id <> '' then 1 else 0 end) as in_team
  from memberships m
  join persons p on p.tenant = m.tenant and p.id = m.person_id and p.left_at is null and p.paused_at is null
  left join teams t on t.tenant = m.tenant and t.id = m.team_id and t.closed_at is null
  where m.tenant in (select value from json_each(cast(:tenants as text)))
    and m.to_at is null and m.pending = 0 and (m.team_id = '' or t.id is not null)
    and (cast(:unit_code as text) in ('00', m.tenant) or coalesce(t.unit_code, m.unit_code) = cast(:unit_code as text))
  group by m.tenant, m.person_id) r
join contacts c on c.key = (
  select b.key from contacts b
  where b.tenant = r.tenant and b.person_id = r.person_id and b.unreachable = 0
  order by b.preferred desc, b.key limit 1)
left join bot_accounts a on a.channel = c.channel and a.account = c.account and a.state = 'live'
left join account_months u on u.channel = c.channel and u.account = c.account and u.month_on = :month_on
where (cast(:audience as text) = 'coordinators' and r.coordinates = 1)
  or (cast(:audience as text) in ('leaders', 'all') and r.leads = 1)
  or (cast(:audience as text) = 'all' and r.in_team = 1 and coalesce((
    select k.answer from consents k
    where k.tenant = r.tenant and k.person_id = r.person_id and k.purpose = 'reminders'
    order by k.given_at desc, k.id desc limit 1), 0) = 1)
group by c.channel, c.account
order by c.channel, c.account;

-- Of a team everybody is found by name, also those whom nothing reaches: their leader speaks to them otherwise.

-- name: team_readers(tenants, teams, month_on)
select m.tenant, m.team_id, m.person_id, p.name,
  case when m.role in ('leader', 'deputy') then 1 else 0 end as leading,
  case when p.paused_at is null and (m.role in ('leader', 'deputy') or coalesce((
    select k.answer from consents k
    where k.tenant = m.tenant and k.person_id = m.person_id and k.purpose = 'reminders'
    order by k.given_at desc, k.id desc limit 1), 0) = 1) then 1 else 0 end as hears,
  coalesce(c.channel, '') as channel, coalesce(c.account, '') as account, coalesce(a.title, '') as title,
  coalesce(u.sent, 0) as sent, coalesce(u.received, 0) as received
from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id and p.left_at is null
join teams t on t.tenant = m.tenant and t.id = m.team_id and t.closed_at is null
left join contacts c on c.key = (
  select b.key from contacts b
  where b.tenant = m.tenant and b.person_id = m.person_id and b.unreachable = 0
  order by b.preferred desc, b.key limit 1)
left join bot_accounts a on a.channel = c.channel and a.account = c.account and a.state = 'live'
left join account_months u on u.channel = c.channel and u.account = c.account and u.month_on = :month_on
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.team_id in (select value from json_each(cast(:teams as text)))
  and m.to_at is null and m.pending = 0
order by m.tenant, m.team_id, m.person_id;

-- name: add_broadcast(tenant, id, unit_code, audience, text, state, after_id, people, filled, created_at, next_at, ended_at, from_unit, created_by, team_id, version)*!
insert into broadcasts
  (tenant, id, unit_code, audience, text, state, after_id, people, filled, created_at, next_at, ended_at, from_unit,
   created_by, team_id, version)
values
  (:tenant, :id, :unit_code, :audience, :text, :state, :after_id, :people, :filled, :created_at, :next_at,
   :ended_at, :from_unit, :created_by, :team_id, :version)
on conflict (tenant, id) do nothing;

-- name: move_broadcast(tenant, id, state, after_id, filled, next_at, ended_at, version)^
update broadcasts set state = :state, after_id = :after_id, filled = :filled, next_at = :next_at,
  ended_at = :ended_at, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: broadcasts_going(now)
select b.*, coalesce(p.name, '') as sender, coalesce(u.name, '') as unit_name, coalesce(u.kind, '') as unit_kind,
  coalesce(t.name, '') as team_name
from broadcasts b
left join persons p on p.tenant = b.tenant and p.id = b.created_by
left join teams t on t.tenant = b.tenant and t.id = b.team_id
left join units u on u.code = b.from_unit
where b.state = 'going' and b.next_at <= :now
order by b.tenant, b.id;

-- name: decide_broadcast(tenant, id, state, next_at, ended_at, version)^
update broadcasts set state = :state, next_at = :next_at, ended_at = :ended_at, version = version + 1
where tenant = :tenant and id = :id and state = 'asked' and version = :version
returning id;

-- name: broadcasts_asked()
select b.*, coalesce(p.name, '') as sender from broadcasts b
left join persons p on p.tenant = b.tenant and p.id = b.created_by
where b.state = 'asked'
order by b.tenant, b.id;

-- name: broadcasts_by_id(tenants, ids)
select * from broadcasts
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: broadcasts_of_tenants(tenants, since)
select * from broadcasts
where tenant in (select value from json_each(cast(:tenants as text))) and created_at >= :since
  and team_id = ''
order by tenant, created_at desc, id;

-- name: team_messages(tenants, teams, since)
select * from broadcasts
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text))) and team_id <> '' and created_at >= :since
order by tenant, team_id, created_at desc, id;

-- Rows of a broadcast carry its id behind their own, and are younger than it.

-- name: broadcast_progress(after, mark)
select channel, state, count(*) as rows from outbox
where id > :after and lane = 4 and id like :mark
group by channel, state order by channel, state;

-- name: broadcast_places(place, after, mark)
select b.tenant, b.place, count(*) as people, sum(case when b.state = 'sent' then 1 else 0 end) as sent,
  sum(case when b.state in ('failed', 'expired') then 1 else 0 end) as failed
from (
  select o.id, o.tenant, o.state, coalesce(min(case cast(:place as text)
    when 'tenant' then o.tenant when 'unit' then coalesce(t.unit_code, m.unit_code) else t.name end), '') as place
  from outbox o
  left join memberships m on m.tenant = o.tenant and m.person_id = o.person_id and m.to_at is null and m.pending = 0
  left join teams t on t.tenant = m.tenant and t.id = m.team_id
  where o.id > :after and o.lane = 4 and o.id like :mark
  group by o.id, o.tenant, o.state) b
group by b.tenant, b.place
order by b.tenant, b.place;

-- name: broadcast_got(after, mark)
select person_id from outbox
where id > :after and lane = 4 and id like :mark and state = 'sent'
order by person_id;

-- name: cancel_broadcast(after, mark, done_at)*!
update outbox set state = 'cancelled', payload = '', done_at = :done_at
where id > :after and lane = 4 and id like :mark and (state = 'due' and attempts = 0 or state = 'held');

-- name: purge_broadcasts(ended_before)!
delete from broadcasts where ended_at < :ended_before;
