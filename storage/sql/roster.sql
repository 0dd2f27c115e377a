-- name: open_attendances_of_teams(tenants, teams)
select m.team_id as of_team, a.* from attendances a
join memberships m on m.tenant = a.tenant and m.person_id = a.person_id
where a.tenant in (select value from json_each(cast(:tenants as text)))
  and m.team_id in (select value from json_each(cast(:teams as text)))
  and m.to_at is null and a.out_at is null
order by a.tenant, m.team_id, a.in_at, a.id;

-- name: attendances_by_id(tenants, ids)
select * from attendances
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: add_tick(tenant, id, team_id, person_id, added, confirmed, ticked_at, undone_at)*!
insert into ticks (tenant, id, team_id, person_id, added, confirmed, ticked_at, undone_at)
values (:tenant, :id, :team_id, :person_id, :added, :confirmed, :ticked_at, :undone_at)
on conflict (tenant, id) do nothing;

-- name: ticks_by_id(tenants, ids)
select * from ticks
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: undo_tick(tenant, id, undone_at)^
update ticks set undone_at = :undone_at where tenant = :tenant and id = :id and undone_at is null
returning id;

-- name: purge_ticks(ticked_before)!
delete from ticks where ticked_at < :ticked_before;

-- name: expected_of_teams(tenants, teams)
select * from expected_members
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
order by tenant, team_id, created_at, id;

-- name: add_expected(tenant, id, team_id, unit_code, name, batch, created_by, person_id, created_at, seen_at, matched_at)*!
insert into expected_members
  (tenant, id, team_id, unit_code, name, batch, created_by, person_id, created_at, seen_at, matched_at)
values
  (:tenant, :id, :team_id, :unit_code, :name, :batch, :created_by, :person_id, :created_at, :seen_at, :matched_at)
on conflict (tenant, id) do nothing;

-- name: see_expected(tenant, id, seen_at)*!
update expected_members set seen_at = :seen_at where tenant = :tenant and id = :id;

-- name: match_expected(tenant, id, person_id, matched_at)^
update expected_members set person_id = :person_id, matched_at = :matched_at
where tenant = :tenant and id = :id and person_id = ''
returning id;

-- name: drop_expected(tenant, id)^
delete from expected_members where tenant = :tenant and id = :id and person_id = ''
returning id;

-- name: give_attendances(tenant, team_id, person_id, to_person_id)*!
update attendances set person_id = :to_person_id, version = version + 1
where tenant = :tenant and team_id = :team_id and person_id = :person_id;

-- name: purge_expected(seen_before)!
delete from expected_members where seen_at < :seen_before;
