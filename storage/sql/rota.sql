-- name: plan_shift(tenant, id, team_id, campaign_id, place_id, starts_at, ends_at, needed, series_id, created_at)*!
insert into shifts (tenant, id, team_id, campaign_id, place_id, starts_at, ends_at, needed, series_id, created_at)
select cast(:tenant as text), cast(:id as text), cast(:team_id as text), cast(:campaign_id as text),
  cast(:place_id as text), cast(:starts_at as bigint), cast(:ends_at as bigint), cast(:needed as integer),
  cast(:series_id as text), cast(:created_at as bigint)
where not exists (
  select 1 from shifts
  where tenant = :tenant and team_id = :team_id and starts_at = :starts_at and ends_at = :ends_at
    and place_id = :place_id and cancelled_at is null);

-- name: move_shift(tenant, id, place_id, starts_at, ends_at, needed, version)^
update shifts set
  place_id = :place_id, starts_at = :starts_at, ends_at = :ends_at, needed = :needed, version = version + 1
where tenant = :tenant and id = :id and version = :version and cancelled_at is null
returning id;

-- name: withdraw_shift(tenant, id, cancelled_at, version)*!
update shifts set cancelled_at = :cancelled_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and cancelled_at is null;

-- name: restore_shift(tenant, id, version)*!
update shifts set cancelled_at = null, version = version + 1
where tenant = :tenant and id = :id and version = :version and cancelled_at is not null;

-- name: shifts_by_id(tenants, ids)
select s.*, coalesce(p.name, '') as place_name from shifts s
left join places p on p.tenant = s.tenant and p.id = s.place_id
where s.tenant in (select value from json_each(cast(:tenants as text)))
  and s.id in (select value from json_each(cast(:ids as text)))
order by s.tenant, s.starts_at, s.id;

-- name: rota_templates_of_teams(tenants, teams)
select * from rota_templates
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
order by tenant, team_id, name, id;

-- name: save_rota_template(tenant, id, team_id, name, shifts, created_at)*!
insert into rota_templates (tenant, id, team_id, name, shifts, created_at)
values (:tenant, :id, :team_id, :name, :shifts, :created_at)
on conflict (tenant, id) do update set name = excluded.name, shifts = excluded.shifts;

-- name: drop_rota_template(tenant, id)*!
delete from rota_templates where tenant = :tenant and id = :id;

-- name: add_shift_change(tenant, id, team_id, person_id, kind, shifts, told, made_at, undone_at)*!
insert into shift_changes (tenant, id, team_id, person_id, kind, shifts, told, made_at, undone_at)
values (:tenant, :id, :team_id, :person_id, :kind, :shifts, :told, :made_at, :undone_at)
on conflict (tenant, id) do nothing;

-- name: shift_changes_by_id(tenants, ids)
select * from shift_changes
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: shift_changes_of_people(tenants, people)
select * from shift_changes
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and undone_at is null
order by tenant, person_id, made_at, id;

-- name: undo_shift_change(tenant, id, undone_at)^
update shift_changes set undone_at = :undone_at
where tenant = :tenant and id = :id and undone_at is null
returning id;

-- name: purge_shift_changes(made_before)!
delete from shift_changes where made_at < :made_before;
