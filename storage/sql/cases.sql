-- name: add_difficulty(tenant, id, case_id, team_id, unit_code, person_id, campaign_id, day_on, code, severity, note, pending, created_at)*!
insert into difficulties
  (tenant, id, case_id, team_id, unit_code, person_id, campaign_id, day_on, code, severity, note, pending, created_at)
values
  (:tenant, :id, :case_id, :team_id, :unit_code, :person_id, :campaign_id, :day_on, :code, :severity, :note, :pending,
   :created_at)
on conflict (tenant, id) do nothing;

-- name: withdraw_difficulty(tenant, id, person_id)^
delete from difficulties where tenant = :tenant and id = :id and person_id = :person_id
returning id;

-- name: withdraw_difficulties(tenant, team_id, person_id, created_at)*!
delete from difficulties
where tenant = :tenant and team_id = :team_id and person_id = :person_id and created_at = :created_at;

-- name: accept_difficulties(tenant, team_id, person_id)*!
update difficulties set pending = 0
where tenant = :tenant and team_id = :team_id and person_id = :person_id and pending = 1;

-- name: refuse_difficulties(tenant, team_id, person_id)*!
delete from difficulties
where tenant = :tenant and team_id = :team_id and person_id = :person_id and pending = 1;

-- name: difficulties_of_teams(tenants, teams, since_on, until_on)
select * from difficulties
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on and day_on <= :until_on
order by tenant, team_id, created_at, id;

-- name: difficulties_of_people(tenants, people, since_on)
select * from difficulties
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and day_on >= :since_on
order by tenant, person_id, created_at, id;

-- name: add_case(tenant, id, unit_code, code, day_on, exercise, level, state, taken_by, answer, answered_by, solved_at, merged_into, root_id, told_at, due_at, created_at, version)*!
insert into cases
  (tenant, id, unit_code, code, day_on, exercise, level, state, taken_by, answer, answered_by, solved_at, merged_into,
   root_id, told_at, due_at, created_at, version)
values
  (:tenant, :id, :unit_code, :code, :day_on, :exercise, :level, :state, :taken_by, :answer, :answered_by, :solved_at,
   :merged_into, :root_id, :told_at, :due_at, :created_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_case(tenant, id, level, state, taken_by, answer, answered_by, solved_at, told_at, due_at, version)^
update cases set
  level = :level, state = :state, taken_by = :taken_by, answer = :answer, answered_by = :answered_by,
  solved_at = :solved_at, told_at = :told_at, due_at = :due_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and root_id = id
returning id;

-- name: mark_case_told(tenant, id, told_at, due_at)*!
update cases set told_at = :told_at, due_at = :due_at
where tenant = :tenant and id = :id and told_at is null and solved_at is null;

-- name: merge_case(tenant, id, merged_into, version)^
update cases set merged_into = :merged_into, version = version + 1
where tenant = :tenant and id = :id and version = :version and root_id = id
returning id;

-- name: hold_case(tenant, id, version)^
update cases set version = version + 1
where tenant = :tenant and id = :id and version = :version and root_id = id
returning id;

-- name: root_cases(tenant, id, root_id)*!
update cases set root_id = :root_id where tenant = :tenant and root_id = :id;

-- name: part_case(tenant, id, version)^
update cases set merged_into = '', version = version + 1
where tenant = :tenant and id = :id and version = :version and merged_into <> ''
returning id;

-- name: root_parted_cases(tenant, id)*!
update cases set root_id = :id
where tenant = :tenant and id in (
  with recursive inside(id) as (
    select c.id from cases c where c.tenant = :tenant and c.id = :id
    union all
    select c.id from cases c join inside i on c.merged_into = i.id where c.tenant = :tenant)
  select i.id from inside i);

-- name: cases_by_id(tenants, ids)
select k.id as asked, r.* from cases k
join cases r on r.tenant = k.tenant and r.id = k.root_id
where k.tenant in (select value from json_each(cast(:tenants as text)))
  and k.id in (select value from json_each(cast(:ids as text)))
order by k.tenant, k.id;

-- name: cases_alone(tenants, ids)
select * from cases
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: cases_inside(tenants, roots)
select * from cases
where tenant in (select value from json_each(cast(:tenants as text)))
  and root_id in (select value from json_each(cast(:roots as text)))
  and root_id <> id
order by tenant, root_id, created_at, id;

-- name: tellings_of_cases(tenants, roots)
select d.*, k.root_id, t.name as team_name from cases k
join difficulties d on d.tenant = k.tenant and d.case_id = k.id
join teams t on t.tenant = d.tenant and t.id = d.team_id
where k.tenant in (select value from json_each(cast(:tenants as text)))
  and k.root_id in (select value from json_each(cast(:roots as text)))
  and d.pending = 0
order by k.tenant, k.root_id, d.created_at, d.id;

-- name: cases_of_day(tenants, teams, days)
select t.id as of_team, k.day_on as of_day, k.code as told_as, r.* from teams t
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
join cases k on k.tenant = t.tenant and k.unit_code = t.unit_code and k.exercise = c.exercise
join cases r on r.tenant = k.tenant and r.id = k.root_id
where t.tenant in (select value from json_each(cast(:tenants as text)))
  and t.id in (select value from json_each(cast(:teams as text)))
  and k.day_on in (select value from json_each(cast(:days as text)))
order by t.tenant, t.id, k.day_on, k.created_at, k.id;

-- name: cases_under(tenants, wide, units, teams, since)
select c.* from cases c
where c.tenant in (select value from json_each(cast(:tenants as text)))
  and c.root_id = c.id
  and (c.solved_at is null or c.solved_at >= :since)
  and (c.tenant in (select value from json_each(cast(:wide as text)))
    or c.unit_code in (select value from json_each(cast(:units as text)))
    or exists (
      select 1 from cases k
      join difficulties d on d.tenant = k.tenant and d.case_id = k.id
      where k.tenant = c.tenant and k.root_id = c.id
        and d.team_id in (select value from json_each(cast(:teams as text)))))
order by c.tenant, c.created_at, c.id;

-- name: cases_of_teams(tenants, teams, since_on, until_on, since, until)
select distinct d.team_id as of_team, d.day_on as of_day, r.* from difficulties d
join cases k on k.tenant = d.tenant and k.id = d.case_id
join cases r on r.tenant = k.tenant and r.id = k.root_id
where d.tenant in (select value from json_each(cast(:tenants as text)))
  and d.team_id in (select value from json_each(cast(:teams as text)))
  and d.pending = 0
  and ((d.day_on >= :since_on and d.day_on <= :until_on) or (r.solved_at >= :since and r.solved_at < :until))
order by r.tenant, of_team, r.created_at, r.id, of_day;

-- name: cases_near(tenants, ids, reach)
select k.id as asked, o.* from cases k
join cases r on r.tenant = k.tenant and r.id = k.root_id
join cases o on o.tenant = r.tenant and o.unit_code = r.unit_code and o.exercise = r.exercise
where k.tenant in (select value from json_each(cast(:tenants as text)))
  and k.id in (select value from json_each(cast(:ids as text)))
  and o.root_id = o.id and o.id <> r.id and o.solved_at is null and r.solved_at is null
  and o.created_at - r.created_at <= :reach and r.created_at - o.created_at <= :reach
  and not exists (
    select 1 from case_events e
    where e.tenant = r.tenant and e.kind = 'apart'
      and ((e.case_id = r.id and e.other = o.id) or (e.case_id = o.id and e.other = r.id)))
order by k.tenant, k.id, o.created_at, o.id;

-- name: cases_waiting(before)
select c.* from cases c
where c.solved_at is null and c.root_id = c.id and c.due_at <= :before
order by c.tenant, c.created_at, c.id;

-- name: author_contacts_of_cases(tenants, roots)
select distinct k.root_id, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language, c.unreachable,
  c.preferred, c.seen_at
from cases k
join difficulties d on d.tenant = k.tenant and d.case_id = k.id
join persons p on p.tenant = d.tenant and p.id = d.person_id
join contacts c on c.tenant = d.tenant and c.person_id = d.person_id
where k.tenant in (select value from json_each(cast(:tenants as text)))
  and k.root_id in (select value from json_each(cast(:roots as text)))
  and d.pending = 0 and p.left_at is null and p.paused_at is null
order by c.tenant, k.root_id, c.key;

-- name: add_case_event(tenant, id, case_id, kind, person_id, was_level, was_state, other, note, at)*!
insert into case_events (tenant, id, case_id, kind, person_id, was_level, was_state, other, note, at)
values (:tenant, :id, :case_id, :kind, :person_id, :was_level, :was_state, :other, :note, :at)
on conflict (tenant, id) do nothing;

-- name: case_events_of_cases(tenants, cases)
select * from case_events
where tenant in (select value from json_each(cast(:tenants as text)))
  and case_id in (select value from json_each(cast(:cases as text)))
order by tenant, case_id, at, id;

-- name: case_waits_of_tenants(tenants)
select * from case_waits where tenant in (select value from json_each(cast(:tenants as text)))
order by tenant, code;

-- name: save_case_wait(tenant, code, hours, set_at)*!
insert into case_waits (tenant, code, hours, set_at) values (:tenant, :code, :hours, :set_at)
on conflict (tenant, code) do update set hours = excluded.hours, set_at = excluded.set_at;

-- name: case_tallies_of_units(tenants, units, since_on, until_on)
select d.tenant, d.unit_code, r.code, count(distinct r.id) as cases, 1 as communes, count(distinct d.day_on) as days,
  count(distinct d.person_id) as people,
  count(distinct case when d.severity = 'dung' then r.id end) as stopped,
  count(distinct case when r.solved_at is not null then r.id end) as solved
from difficulties d
join cases k on k.tenant = d.tenant and k.id = d.case_id
join cases r on r.tenant = k.tenant and r.id = k.root_id
where d.tenant in (select value from json_each(cast(:tenants as text)))
  and d.unit_code in (select value from json_each(cast(:units as text)))
  and d.day_on >= :since_on and d.day_on <= :until_on and d.pending = 0 and r.exercise = 0
group by d.tenant, d.unit_code, r.code
order by d.tenant, d.unit_code, r.code;

-- name: case_tallies_of_tenants(tenants, since_on, until_on)
select d.tenant, d.tenant as unit_code, r.code, count(distinct r.id) as cases,
  count(distinct d.unit_code) as communes, count(distinct d.day_on) as days,
  count(distinct d.person_id) as people,
  count(distinct case when d.severity = 'dung' then r.id end) as stopped,
  count(distinct case when r.solved_at is not null then r.id end) as solved
from difficulties d
join cases k on k.tenant = d.tenant and k.id = d.case_id
join cases r on r.tenant = k.tenant and r.id = k.root_id
where d.tenant in (select value from json_each(cast(:tenants as text)))
  and d.day_on >= :since_on and d.day_on <= :until_on and d.pending = 0 and r.exercise = 0
group by d.tenant, r.code
order by d.tenant, r.code;

-- name: case_tallies_of_all(tenants, since_on, until_on)
select r.code, count(distinct r.tenant || ' ' || r.id) as cases,
  count(distinct d.tenant || ' ' || d.unit_code) as communes, count(distinct d.day_on) as days,
  count(distinct d.tenant || ' ' || d.person_id) as people,
  count(distinct case when d.severity = 'dung' then r.tenant || ' ' || r.id end) as stopped,
  count(distinct case when r.solved_at is not null then r.tenant || ' ' || r.id end) as solved
from difficulties d
join cases k on k.tenant = d.tenant and k.id = d.case_id
join cases r on r.tenant = k.tenant and r.id = k.root_id
where d.tenant in (select value from json_each(cast(:tenants as text)))
  and d.day_on >= :since_on and d.day_on <= :until_on and d.pending = 0 and r.exercise = 0
group by r.code
order by r.code;
