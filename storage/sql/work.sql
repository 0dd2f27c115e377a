-- name: shifts_of_teams(tenants, teams, since, until)
select s.*, coalesce(p.name, '') as place_name from shifts s
left join places p on p.tenant = s.tenant and p.id = s.place_id
where s.tenant in (select value from json_each(cast(:tenants as text)))
  and s.team_id in (select value from json_each(cast(:teams as text)))
  and s.starts_at < :until and s.ends_at > :since and s.cancelled_at is null
order by s.tenant, s.team_id, s.starts_at, s.id;

-- name: shifts_starting(since, until, kind)
select s.* from shifts s
where s.starts_at >= :since and s.starts_at < :until and s.cancelled_at is null
  and not exists (select 1 from job_runs r where r.tenant = s.tenant and r.kind = :kind and r.subject = s.id)
order by s.starts_at, s.tenant, s.id;

-- name: shifts_ending(since, until, kind)
select s.* from shifts s
where s.ends_at >= :since and s.ends_at < :until and s.cancelled_at is null
  and not exists (select 1 from job_runs r where r.tenant = s.tenant and r.kind = :kind and r.subject = s.id)
order by s.ends_at, s.tenant, s.id;

-- name: save_shift(tenant, id, team_id, campaign_id, place_id, starts_at, ends_at, needed, series_id, cancelled_at, created_at, version)*!
insert into shifts
  (tenant, id, team_id, campaign_id, place_id, starts_at, ends_at, needed, series_id, cancelled_at, created_at,
   version)
values
  (:tenant, :id, :team_id, :campaign_id, :place_id, :starts_at, :ends_at, :needed, :series_id, :cancelled_at,
   :created_at, :version)
on conflict (tenant, id) do update set
  place_id = excluded.place_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
  needed = excluded.needed, series_id = excluded.series_id, cancelled_at = excluded.cancelled_at,
  version = excluded.version;

-- name: cancel_shift(tenant, id, cancelled_at)^
update shifts set cancelled_at = :cancelled_at, version = version + 1
where tenant = :tenant and id = :id and cancelled_at is null
returning id;

-- name: open_attendances(tenants, people)
select * from attendances
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and out_at is null
order by tenant, person_id;

-- name: attendances_of_people(tenants, people, since)
select * from attendances
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and in_at >= :since
order by tenant, person_id, in_at, id;

-- name: attendances_of_teams(tenants, teams, since_on, until_on)
select a.*, coalesce(p.name, a.guest) as name from attendances a
left join persons p on p.tenant = a.tenant and p.id = a.person_id
where a.tenant in (select value from json_each(cast(:tenants as text)))
  and a.team_id in (select value from json_each(cast(:teams as text)))
  and a.day_on >= :since_on and a.day_on <= :until_on
order by a.tenant, a.team_id, a.in_at, a.id;

-- name: attendances_of_shifts(tenants, shifts)
select * from attendances
where tenant in (select value from json_each(cast(:tenants as text)))
  and shift_id in (select value from json_each(cast(:shifts as text)))
order by tenant, shift_id, in_at, id;

-- name: add_attendance(tenant, id, team_id, person_id, shift_id, campaign_id, day_on, in_at, in_received_at, out_at, out_received_at, in_origin, out_origin, grade, by_code, at_place, by_leader, guest, pending, version)^
insert into attendances
  (tenant, id, team_id, person_id, shift_id, campaign_id, day_on, in_at, in_received_at, out_at, out_received_at,
   in_origin, out_origin, grade, by_code, at_place, by_leader, guest, pending, version)
values
  (:tenant, :id, :team_id, :person_id, :shift_id, :campaign_id, :day_on, :in_at, :in_received_at, :out_at,
   :out_received_at, :in_origin, :out_origin, :grade, :by_code, :at_place, :by_leader, :guest, :pending, :version)
on conflict do nothing
returning id;

-- name: close_attendance(tenant, id, out_at, out_received_at, out_origin, version)^
update attendances set
  out_at = :out_at, out_received_at = :out_received_at, out_origin = :out_origin, version = version + 1
where tenant = :tenant and id = :id and out_at is null and version = :version
returning id;

-- name: accept_attendances(tenant, team_id, person_id)*!
update attendances set pending = 0
where tenant = :tenant and team_id = :team_id and person_id = :person_id and pending = 1;

-- name: refuse_attendances(tenant, team_id, person_id)*!
delete from attendances
where tenant = :tenant and team_id = :team_id and person_id = :person_id and pending = 1;

-- name: add_help_report(tenant, id, team_id, person_id, attendance_id, unit_code, organisation_id, campaign_id, exercise, day_on, visits, approx, lines, groups, figures, mode, shift_part, note, state, replaces, told_by, reason, created_at, version)*!
insert into help_reports
  (tenant, id, team_id, person_id, attendance_id, unit_code, organisation_id, campaign_id, exercise, day_on, visits,
   approx, lines, groups, figures, mode, shift_part, note, state, replaces, told_by, reason, created_at, version)
values
  (:tenant, :id, :team_id, :person_id, :attendance_id, :unit_code, :organisation_id, :campaign_id, :exercise, :day_on,
   :visits, :approx, :lines, :groups, :figures, :mode, :shift_part, :note, :state, :replaces, :told_by, :reason,
   :created_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_help_report(tenant, id, state, version)^
update help_reports set state = :state, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: decide_help_report(tenant, id, state, reason, version)^
update help_reports set state = :state, reason = :reason, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: help_reports_of_people(tenants, people, since_on)
select * from help_reports
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and day_on >= :since_on
order by tenant, person_id, created_at, id;

-- name: help_reports_of_teams(tenants, teams, since_on, until_on)
select * from help_reports
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on and day_on <= :until_on
order by tenant, team_id, created_at, id;

-- name: pending_reports_of_team(tenant, team_id)
select * from help_reports where tenant = :tenant and team_id = :team_id and state = 'pending'
order by created_at, id;

-- name: withdraw_attendance(tenant, id, version)^
delete from attendances where tenant = :tenant and id = :id and version = :version
returning id;

-- name: attendances_open_before(before)
select * from attendances where out_at is null and in_at < :before order by tenant, id;

-- name: help_reports_beside(tenants, ids)
select b.*, r.id as beside, coalesce(p.name, '') as name from help_reports r
join help_reports b on b.tenant = r.tenant and b.person_id = r.person_id and b.day_on = r.day_on and b.team_id = r.team_id
left join persons p on p.tenant = r.tenant and p.id = r.person_id
where r.tenant in (select value from json_each(cast(:tenants as text)))
  and r.id in (select value from json_each(cast(:ids as text)))
order by r.tenant, r.id, b.created_at, b.id;

-- name: late_reports_of_teams(tenants, teams)
select * from help_reports
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and state = 'late'
order by tenant, team_id, day_on, created_at, id;

-- name: add_day_form(tenant, id, team_id, person_id, unit_code, organisation_id, campaign_id, exercise, day_on, figures, lines, groups, approx, note, origin, state, replaces, reason, created_at, version)^
insert into day_forms
  (tenant, id, team_id, person_id, unit_code, organisation_id, campaign_id, exercise, day_on, figures, lines, groups, approx,
   note, origin, state, replaces, reason, created_at, version)
values
  (:tenant, :id, :team_id, :person_id, :unit_code, :organisation_id, :campaign_id, :exercise, :day_on, :figures, :lines,
   :groups, :approx, :note, :origin, :state, :replaces, :reason, :created_at, :version)
on conflict do nothing
returning id;

-- name: move_day_form(tenant, id, state, version)^
update day_forms set state = :state, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: day_forms_of_teams(tenants, teams, since_on, until_on)
select * from day_forms
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on and day_on <= :until_on
order by tenant, team_id, created_at, id;
