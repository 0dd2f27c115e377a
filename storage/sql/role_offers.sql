-- name: add_role_offer(tenant, id, kind, person_id, expected_id, team_id, unit_code, role, from_person_id, offered_by, ends_on, confirms, confirmed_by, accepted_at, state, created_at, done_at, version)*!
insert into role_offers
  (tenant, id, kind, person_id, expected_id, team_id, unit_code, role, from_person_id, offered_by, ends_on, confirms,
   confirmed_by, accepted_at, state, created_at, done_at, version)
values
  (:tenant, :id, :kind, :person_id, :expected_id, :team_id, :unit_code, :role, :from_person_id, :offered_by, :ends_on,
   :confirms, :confirmed_by, :accepted_at, :state, :created_at, :done_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_role_offer(tenant, id, person_id, confirmed_by, accepted_at, state, done_at, version)^
update role_offers set
  person_id = :person_id, confirmed_by = :confirmed_by, accepted_at = :accepted_at, state = :state,
  done_at = :done_at, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: role_offers_by_id(tenants, ids)
select o.*, coalesce(p.name, e.name, '') as name, coalesce(t.name, '') as team_name,
  coalesce(t.unit_code, o.unit_code) as unit_at
from role_offers o
left join persons p on p.tenant = o.tenant and p.id = o.person_id and o.person_id <> ''
left join expected_members e on e.tenant = o.tenant and e.id = o.expected_id and o.expected_id <> ''
left join teams t on t.tenant = o.tenant and t.id = o.team_id and o.team_id <> ''
where o.tenant in (select value from json_each(cast(:tenants as text)))
  and o.id in (select value from json_each(cast(:ids as text)))
order by o.tenant, o.id;

-- name: open_role_offers_of_people(tenants, people)
select o.*, coalesce(p.name, e.name, '') as name, coalesce(t.name, '') as team_name,
  coalesce(t.unit_code, o.unit_code) as unit_at
from role_offers o
left join persons p on p.tenant = o.tenant and p.id = o.person_id and o.person_id <> ''
left join expected_members e on e.tenant = o.tenant and e.id = o.expected_id and o.expected_id <> ''
left join teams t on t.tenant = o.tenant and t.id = o.team_id and o.team_id <> ''
where o.tenant in (select value from json_each(cast(:tenants as text)))
  and o.person_id in (select value from json_each(cast(:people as text)))
  and o.state = 'open'
order by o.tenant, o.person_id, o.created_at, o.id;

-- name: open_role_offers_of_expected(tenants, expected)
select * from role_offers
where tenant in (select value from json_each(cast(:tenants as text)))
  and expected_id in (select value from json_each(cast(:expected as text)))
  and expected_id <> '' and state = 'open'
order by tenant, expected_id, created_at, id;

-- name: open_role_offers_of_teams(tenants, teams)
select o.*, coalesce(p.name, e.name, '') as name, coalesce(t.name, '') as team_name,
  coalesce(t.unit_code, o.unit_code) as unit_at
from role_offers o
left join persons p on p.tenant = o.tenant and p.id = o.person_id and o.person_id <> ''
left join expected_members e on e.tenant = o.tenant and e.id = o.expected_id and o.expected_id <> ''
left join teams t on t.tenant = o.tenant and t.id = o.team_id and o.team_id <> ''
where o.tenant in (select value from json_each(cast(:tenants as text)))
  and o.team_id in (select value from json_each(cast(:teams as text)))
  and o.team_id <> '' and o.state = 'open'
order by o.tenant, o.team_id, o.created_at, o.id;

-- name: open_role_offers_of_units(tenants, units)
select o.*, coalesce(p.name, e.name, '') as name, '' as team_name, o.unit_code as unit_at
from role_offers o
left join persons p on p.tenant = o.tenant and p.id = o.person_id and o.person_id <> ''
left join expected_members e on e.tenant = o.tenant and e.id = o.expected_id and o.expected_id <> ''
where o.tenant in (select value from json_each(cast(:tenants as text)))
  and o.unit_code in (select value from json_each(cast(:units as text)))
  and o.unit_code <> '' and o.state = 'open'
order by o.tenant, o.unit_code, o.created_at, o.id;

-- name: coordinators_named(tenants, units)
select m.*, p.name, p.language from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.unit_code in (select value from json_each(cast(:units as text))) and m.unit_code <> ''
  and m.role = 'coordinator' and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
order by m.tenant, m.unit_code, m.from_at, m.id;

-- name: able_to_coordinate(tenants, units)
select m.*, p.name, p.language, t.unit_code as for_unit from teams t
cross join memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
where m.tenant = t.tenant and m.team_id = t.id and t.tenant in (select value from json_each(cast(:tenants as text)))
  and t.unit_code in (select value from json_each(cast(:units as text)))
  and m.role in ('leader', 'deputy') and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
union all
select m.*, p.name, p.language, m.tenant as for_unit from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.tenant in (select value from json_each(cast(:units as text)))
  and m.role = 'coordinator' and m.unit_code <> m.tenant and m.unit_code <> ''
  and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
order by 1, 2;

-- name: role_offers_to_confirm(tenants, most)
select o.*, coalesce(p.name, e.name, '') as name, coalesce(t.name, '') as team_name,
  coalesce(t.unit_code, o.unit_code) as unit_at
from role_offers o
left join persons p on p.tenant = o.tenant and p.id = o.person_id and o.person_id <> ''
left join expected_members e on e.tenant = o.tenant and e.id = o.expected_id and o.expected_id <> ''
left join teams t on t.tenant = o.tenant and t.id = o.team_id and o.team_id <> ''
where o.tenant in (select value from json_each(cast(:tenants as text)))
  and o.state = 'open' and o.confirms = 1 and o.confirmed_by = ''
order by o.tenant, o.created_at, o.id
limit :most;

-- name: role_offers_waiting(since)
select w.tenant, w.unit_at as unit_code, count(*) as waiting, cast(sum(w.fresh) as bigint) as fresh
from (
  select o.tenant, coalesce(t.unit_code, o.unit_code) as unit_at, case when o.created_at >= :since then 1 else 0 end as fresh
  from role_offers o
  left join teams t on t.tenant = o.tenant and t.id = o.team_id and o.team_id <> ''
  where o.state = 'open' and o.confirms = 1 and o.confirmed_by = '') w
group by w.tenant, w.unit_at
order by w.tenant, w.unit_at;

-- name: role_offers_ending(today_on)
select o.*, coalesce(p.name, e.name, '') as name, coalesce(t.name, '') as team_name,
  coalesce(t.unit_code, o.unit_code) as unit_at, coalesce(u.name, '') as unit_name, coalesce(u.kind, '') as unit_kind
from role_offers o
left join units u on u.code = o.unit_code and o.unit_code <> ''
left join persons p on p.tenant = o.tenant and p.id = o.person_id and o.person_id <> ''
left join expected_members e on e.tenant = o.tenant and e.id = o.expected_id and o.expected_id <> ''
left join teams t on t.tenant = o.tenant and t.id = o.team_id and o.team_id <> ''
where o.state = 'done' and o.ends_on <> '' and o.ends_on < :today_on
order by o.tenant, o.id;

-- name: purge_role_offers(created_before)!
delete from role_offers where state <> 'done' and created_at < :created_before;
