-- name: holders_of_teams(tenants, teams)
select h.* from (
  select t.id as of_team, 'team' as level, m.role, m.from_at, p.name, c.key, c.channel, c.account, c.chat, c.tenant,
    c.person_id, p.language, c.unreachable, c.preferred, c.seen_at
  from teams t
  join memberships m on m.tenant = t.tenant and m.team_id = t.id
  join persons p on p.tenant = m.tenant and p.id = m.person_id
  join contacts c on c.tenant = m.tenant and c.person_id = m.person_id
  where t.tenant in (select value from json_each(cast(:tenants as text)))
    and t.id in (select value from json_each(cast(:teams as text)))
    and m.role in ('leader', 'deputy') and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
  union all
  select t.id as of_team, case when m.unit_code = t.tenant then 'province' else 'commune' end as level, m.role,
    m.from_at, p.name, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language, c.unreachable,
    c.preferred, c.seen_at
  from teams t
  join memberships m on m.tenant = t.tenant and m.unit_code <> '' and m.unit_code in (t.unit_code, t.tenant)
  join persons p on p.tenant = m.tenant and p.id = m.person_id
  join contacts c on c.tenant = m.tenant and c.person_id = m.person_id
  where t.tenant in (select value from json_each(cast(:tenants as text)))
    and t.id in (select value from json_each(cast(:teams as text)))
    and m.role = 'coordinator' and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null) h
order by h.tenant, h.of_team, h.from_at, h.key;

-- name: teams_of_cases(tenants, ids)
select distinct r.tenant, k.id as asked, d.team_id from cases k
join cases r on r.tenant = k.tenant and r.root_id = k.root_id
join difficulties d on d.tenant = r.tenant and d.case_id = r.id
where k.tenant in (select value from json_each(cast(:tenants as text)))
  and k.id in (select value from json_each(cast(:ids as text)))
  and d.pending = 0
order by r.tenant, asked, d.team_id;

-- name: add_help_request(tenant, id, team_id, person_id, note, called, asked_at, called_at, taken_by, taken_at, done_at, version)*!
insert into help_requests
  (tenant, id, team_id, person_id, note, called, asked_at, called_at, taken_by, taken_at, done_at, version)
values
  (:tenant, :id, :team_id, :person_id, :note, :called, :asked_at, :called_at, :taken_by, :taken_at, :done_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_help_request(tenant, id, note, called, called_at, taken_by, taken_at, done_at, version)^
update help_requests set
  note = :note, called = :called, called_at = :called_at, taken_by = :taken_by, taken_at = :taken_at,
  done_at = :done_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and done_at is null
returning id;

-- name: help_requests_by_id(tenants, ids)
select h.*, t.name as team_name, t.unit_code, c.exercise, p.name as asker, coalesce(q.name, '') as taker,
  case when exists (
    select 1 from memberships m where m.tenant = h.tenant and m.person_id = h.person_id and m.team_id = h.team_id
      and m.pending = 1 and m.to_at is null) then 1 else 0 end as newcomer
from help_requests h
join teams t on t.tenant = h.tenant and t.id = h.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
join persons p on p.tenant = h.tenant and p.id = h.person_id
left join persons q on q.tenant = h.tenant and q.id = h.taken_by
where h.tenant in (select value from json_each(cast(:tenants as text)))
  and h.id in (select value from json_each(cast(:ids as text)))
order by h.tenant, h.id;

-- name: help_requests_of_people(tenants, people, since)
select h.*, t.name as team_name, t.unit_code, c.exercise, p.name as asker, coalesce(q.name, '') as taker,
  case when exists (
    select 1 from memberships m where m.tenant = h.tenant and m.person_id = h.person_id and m.team_id = h.team_id
      and m.pending = 1 and m.to_at is null) then 1 else 0 end as newcomer
from help_requests h
join teams t on t.tenant = h.tenant and t.id = h.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
join persons p on p.tenant = h.tenant and p.id = h.person_id
left join persons q on q.tenant = h.tenant and q.id = h.taken_by
where h.tenant in (select value from json_each(cast(:tenants as text)))
  and h.person_id in (select value from json_each(cast(:people as text)))
  and h.done_at is null and h.asked_at >= :since
order by h.tenant, h.person_id, h.asked_at, h.id;

-- name: help_requests_calling(since)
select h.*, t.name as team_name, t.unit_code, c.exercise, p.name as asker, coalesce(q.name, '') as taker,
  case when exists (
    select 1 from memberships m where m.tenant = h.tenant and m.person_id = h.person_id and m.team_id = h.team_id
      and m.pending = 1 and m.to_at is null) then 1 else 0 end as newcomer
from help_requests h
join teams t on t.tenant = h.tenant and t.id = h.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
join persons p on p.tenant = h.tenant and p.id = h.person_id
left join persons q on q.tenant = h.tenant and q.id = h.taken_by
where h.taken_at is null and h.done_at is null and h.asked_at >= :since
order by h.tenant, h.asked_at, h.id;

-- name: contacts_of_help_requests(tenants, ids)
select w.of_call, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language, c.unreachable,
  c.preferred, c.seen_at
from (
  select h.tenant, h.id as of_call, h.person_id from help_requests h
  where h.tenant in (select value from json_each(cast(:tenants as text)))
    and h.id in (select value from json_each(cast(:ids as text)))
  union
  select h.tenant, h.id as of_call, e.value as person_id from help_requests h, json_each(h.called) e
  where h.tenant in (select value from json_each(cast(:tenants as text)))
    and h.id in (select value from json_each(cast(:ids as text)))) w
join persons p on p.tenant = w.tenant and p.id = w.person_id
join contacts c on c.tenant = w.tenant and c.person_id = w.person_id
where p.left_at is null and p.paused_at is null
order by c.tenant, w.of_call, c.key;
