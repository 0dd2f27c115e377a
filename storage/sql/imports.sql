-- name: teams_of_units(tenants, units)
select * from teams
where tenant in (select value from json_each(cast(:tenants as text)))
  and unit_code in (select value from json_each(cast(:units as text)))
  and closed_at is null
order by tenant, unit_code, created_at, id;

-- name: organisations_of_tenants(tenants)
select * from organisations where tenant in (select value from json_each(cast(:tenants as text)))
order by tenant, id;

-- name: add_organisation(tenant, id, name, kind)*!
insert into organisations (tenant, id, name, kind) values (:tenant, :id, :name, :kind)
on conflict (tenant, id) do nothing;

-- name: set_team_organisation(tenant, id, organisation_id)*!
update teams set organisation_id = :organisation_id, version = version + 1 where tenant = :tenant and id = :id;

-- name: found_tenant(tenant, unit_code, name, controller_name, controller_contact, closes_minute, created_at)*!
insert into tenants (tenant, unit_code, name, controller_name, controller_contact, closes_minute, created_at)
values (:tenant, :unit_code, :name, :controller_name, :controller_contact, :closes_minute, :created_at)
on conflict (tenant) do nothing;

-- name: names_of_teams(tenants, teams)
select m.tenant, m.team_id, m.unit_code, m.person_id, '' as expected_id, p.name, m.role, m.from_at as at, m.id
from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.team_id in (select value from json_each(cast(:teams as text)))
  and m.team_id <> '' and m.to_at is null
union all
select e.tenant, e.team_id, e.unit_code, e.person_id, e.id, e.name, '', e.created_at, e.id
from expected_members e
where e.tenant in (select value from json_each(cast(:tenants as text)))
  and e.team_id in (select value from json_each(cast(:teams as text)))
  and e.team_id <> ''
order by 1, 2, 8, 9;

-- name: names_of_units(tenants, units)
select m.tenant, m.team_id, m.unit_code, m.person_id, '' as expected_id, p.name, m.role, m.from_at as at, m.id
from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.unit_code in (select value from json_each(cast(:units as text)))
  and m.unit_code <> '' and m.to_at is null
union all
select e.tenant, e.team_id, e.unit_code, e.person_id, e.id, e.name, '', e.created_at, e.id
from expected_members e
where e.tenant in (select value from json_each(cast(:tenants as text)))
  and e.unit_code in (select value from json_each(cast(:units as text)))
  and e.unit_code <> ''
order by 1, 3, 8, 9;

-- name: live_codes_of_expected(tenants, expected, now)
select * from join_codes
where tenant in (select value from json_each(cast(:tenants as text)))
  and expected_id in (select value from json_each(cast(:expected as text)))
  and expected_id <> '' and revoked_at is null and uses < max_uses and expires_at > :now
order by tenant, expected_id, created_at, id;

-- name: codes_taken(codes)
select code from join_codes where code in (select value from json_each(cast(:codes as text))) order by code;

-- name: add_import_run(id, file, digest, rows, faulty, counts, started_at, done_at)*!
insert into import_runs (id, file, digest, rows, faulty, counts, started_at, done_at)
values (:id, :file, :digest, :rows, :faulty, :counts, :started_at, :done_at)
on conflict (id) do update set counts = excluded.counts, done_at = excluded.done_at;
