-- name: prove_attendance(tenant, id, grade, by_code, at_place, by_leader, version)^
update attendances set
  grade = :grade, by_code = :by_code, at_place = :at_place, by_leader = :by_leader, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: code_tries_of_teams(tenants, teams, since_on)
select tenant, team_id, person_id, shift_id, day_on from code_tries
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on
order by tenant, team_id, day_on, id;

-- name: add_code_try(tenant, id, team_id, person_id, shift_id, day_on, tried_at, most)^
insert into code_tries (tenant, id, team_id, person_id, shift_id, day_on, tried_at)
select cast(:tenant as text), cast(:id as text), cast(:team_id as text), cast(:person_id as text),
  cast(:shift_id as text), cast(:day_on as text), cast(:tried_at as bigint)
where (
  select count(*) from code_tries
  where tenant = :tenant and team_id = :team_id and day_on = :day_on
) < cast(:most as bigint)
returning id;

-- name: purge_code_tries(tried_before)!
delete from code_tries where tried_at < :tried_before;

-- name: note_code_shown(tenant, id, shown_at)*!
update teams set code_shown_at = :shown_at where tenant = :tenant and id = :id;

-- name: place_points_of_teams(tenants, teams)
select * from place_points
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
order by tenant, team_id, id;

-- name: save_place_point(tenant, id, team_id, latitude_e6, longitude_e6, radius_m, set_at)*!
insert into place_points (tenant, id, team_id, latitude_e6, longitude_e6, radius_m, set_at)
values (:tenant, :id, :team_id, :latitude_e6, :longitude_e6, :radius_m, :set_at)
on conflict (tenant, id) do update set
  latitude_e6 = excluded.latitude_e6, longitude_e6 = excluded.longitude_e6, radius_m = excluded.radius_m,
  set_at = excluded.set_at;

-- name: remove_place_point(tenant, id)*!
delete from place_points where tenant = :tenant and id = :id;

-- name: add_correction(tenant, id, attendance_id, team_id, person_id, was_in_at, was_out_at, was_out_origin, in_at, out_at, state, reason, asked_at, decided_at, decided_by)*!
insert into attendance_corrections
  (tenant, id, attendance_id, team_id, person_id, was_in_at, was_out_at, was_out_origin, in_at, out_at, state, reason,
   asked_at, decided_at, decided_by)
values
  (:tenant, :id, :attendance_id, :team_id, :person_id, :was_in_at, :was_out_at, :was_out_origin, :in_at, :out_at,
   :state, :reason, :asked_at, :decided_at, :decided_by)
on conflict (tenant, id) do nothing;

-- name: decide_correction(tenant, id, state, was, reason, decided_at, decided_by)^
update attendance_corrections set
  state = :state, reason = :reason, decided_at = :decided_at, decided_by = :decided_by
where tenant = :tenant and id = :id and state = :was
returning id;

-- name: corrections_asked_of_teams(tenants, teams)
select c.*, p.name from attendance_corrections c
join persons p on p.tenant = c.tenant and p.id = c.person_id
where c.tenant in (select value from json_each(cast(:tenants as text)))
  and c.team_id in (select value from json_each(cast(:teams as text)))
  and c.state = 'asked'
order by c.tenant, c.team_id, c.asked_at, c.id;

-- name: correction_contacts_of_teams(tenants, teams)
select distinct a.team_id as asked_in, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language,
  c.unreachable, c.preferred, c.seen_at
from attendance_corrections a
join persons p on p.tenant = a.tenant and p.id = a.person_id
join contacts c on c.tenant = a.tenant and c.person_id = a.person_id
where a.tenant in (select value from json_each(cast(:tenants as text)))
  and a.team_id in (select value from json_each(cast(:teams as text)))
  and a.state = 'asked'
order by c.tenant, a.team_id, c.key;

-- name: corrections_by_id(tenants, ids)
select c.*, p.name from attendance_corrections c
join persons p on p.tenant = c.tenant and p.id = c.person_id
where c.tenant in (select value from json_each(cast(:tenants as text)))
  and c.id in (select value from json_each(cast(:ids as text)))
order by c.tenant, c.id;

-- name: corrections_of_people(tenants, people, since)
select * from attendance_corrections
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and asked_at >= :since
order by tenant, person_id, asked_at, id;

-- name: correct_attendance(tenant, id, in_at, out_at, out_origin, version)^
update attendances set in_at = :in_at, out_at = :out_at, out_origin = :out_origin, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;
