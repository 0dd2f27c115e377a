-- Whoever signs up holds the row of the shift and that of the person until the commit, so that what is
-- counted and compared next is true on both engines: a row is locked by writing it as it is.

-- name: hold_shift(tenant, id)^
update shifts set version = version where tenant = :tenant and id = :id and cancelled_at is null
returning id;

-- name: hold_person(tenant, id)^
update persons set version = version where tenant = :tenant and id = :id and left_at is null
returning id;

-- name: add_signup(tenant, id, shift_id, person_id, state, created_at, asked_at, pledged_at, told_at, spare, capped)^
insert into signups
  (tenant, id, team_id, shift_id, person_id, state, created_at, asked_at, pledged_at, told_at)
select s.tenant, cast(:id as text), s.team_id, s.id, cast(:person_id as text), cast(:state as text),
  cast(:created_at as bigint), cast(:asked_at as bigint), cast(:pledged_at as bigint), cast(:told_at as bigint)
from shifts s
where s.tenant = :tenant and s.id = :shift_id and s.cancelled_at is null and s.ends_at > :created_at
  and (cast(:capped as integer) = 0 or s.needed = 0 or cast(:spare as integer) + s.needed > (
    select count(*) from signups g where g.tenant = s.tenant and g.shift_id = s.id and g.ended_at is null))
  and not exists (
    select 1 from signups g
    join shifts o on o.tenant = g.tenant and o.id = g.shift_id
    where g.tenant = s.tenant and g.person_id = :person_id and g.ended_at is null and o.cancelled_at is null
      and o.starts_at < s.ends_at and o.ends_at > s.starts_at)
on conflict do nothing
returning id;

-- Whoever is away had no place; it never makes a team one that plans by sign-ups.

-- name: add_absence(tenant, id, shift_id, person_id, reason, note, ended_at)^
insert into signups (tenant, id, team_id, shift_id, person_id, state, reason, note, created_at, ended_at)
select s.tenant, cast(:id as text), s.team_id, s.id, cast(:person_id as text), 'away', cast(:reason as text),
  cast(:note as text), cast(:ended_at as bigint), cast(:ended_at as bigint)
from shifts s
where s.tenant = :tenant and s.id = :shift_id and s.cancelled_at is null and s.ends_at > :ended_at
  and not exists (
    select 1 from signups g
    where g.tenant = s.tenant and g.shift_id = s.id and g.person_id = :person_id and g.state <> 'released')
returning id;

-- name: pledge_signup(tenant, id, pledged_at, version)^
update signups set state = 'pledged', pledged_at = :pledged_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and ended_at is null
returning id;

-- name: end_signup(tenant, id, state, reason, note, ended_at, told_at, version)^
update signups set
  state = :state, reason = :reason, note = :note, ended_at = :ended_at, told_at = :told_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and ended_at is null
returning id;

-- name: withdraw_absence(tenant, id, told_at, version)^
update signups set state = 'released', told_at = :told_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and state in ('absent', 'away')
returning id;

-- name: tell_signup(tenant, id, told_at)^
update signups set told_at = :told_at where tenant = :tenant and id = :id and told_at is null
returning id;

-- name: ask_signup(tenant, id, asked_at)*!
update signups set asked_at = :asked_at where tenant = :tenant and id = :id and ended_at is null;

-- name: release_signups_of_member(tenant, team_id, person_id, ended_at)*!
update signups set state = 'released', ended_at = :ended_at, told_at = :ended_at, version = version + 1
where tenant = :tenant and team_id = :team_id and person_id = :person_id and ended_at is null;

-- name: signups_of_shifts(tenants, shifts)
select g.*, p.name, p.language, s.starts_at, s.ends_at, s.needed, coalesce(l.name, '') as place_name
from signups g
join shifts s on s.tenant = g.tenant and s.id = g.shift_id
join persons p on p.tenant = g.tenant and p.id = g.person_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where g.tenant in (select value from json_each(cast(:tenants as text)))
  and g.shift_id in (select value from json_each(cast(:shifts as text)))
  and g.state <> 'released'
order by g.tenant, g.shift_id, g.created_at, g.id;

-- name: signups_of_teams(tenants, teams, since, until)
select g.*, p.name, p.language, s.starts_at, s.ends_at, s.needed, coalesce(l.name, '') as place_name
from shifts s
join signups g on g.tenant = s.tenant and g.shift_id = s.id
join persons p on p.tenant = g.tenant and p.id = g.person_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where s.tenant in (select value from json_each(cast(:tenants as text)))
  and s.team_id in (select value from json_each(cast(:teams as text)))
  and s.starts_at < :until and s.ends_at > :since and s.cancelled_at is null
  and g.state <> 'released'
order by s.tenant, s.team_id, s.starts_at, s.id, g.created_at, g.id;

-- name: teams_signing(tenants, teams, since, until)
select distinct s.tenant, s.team_id, s.starts_at from shifts s
join signups g on g.tenant = s.tenant and g.shift_id = s.id
where s.tenant in (select value from json_each(cast(:tenants as text)))
  and s.team_id in (select value from json_each(cast(:teams as text)))
  and s.starts_at >= :since and s.starts_at < :until and s.cancelled_at is null
  and g.state not in ('away', 'released')
order by s.tenant, s.team_id, s.starts_at;

-- name: signups_of_people(tenants, people, since)
select g.*, p.name, p.language, s.starts_at, s.ends_at, s.needed, coalesce(l.name, '') as place_name
from signups g
join shifts s on s.tenant = g.tenant and s.id = g.shift_id
join persons p on p.tenant = g.tenant and p.id = g.person_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where g.tenant in (select value from json_each(cast(:tenants as text)))
  and g.person_id in (select value from json_each(cast(:people as text)))
  and g.state <> 'released' and s.cancelled_at is null and s.ends_at > :since
order by g.tenant, g.person_id, s.starts_at, g.id;

-- name: spend_attention(tenant, person_id, day_on, kind, last_at)*!
insert into attention (tenant, person_id, day_on, kind, times, last_at)
values (:tenant, :person_id, :day_on, :kind, 1, :last_at)
on conflict (tenant, person_id, day_on, kind) do update set
  times = attention.times + 1, last_at = excluded.last_at;

-- name: attention_of_people(tenants, people, days)
select * from attention
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and day_on in (select value from json_each(cast(:days as text)))
order by tenant, person_id, day_on, kind;

-- name: purge_attention(last_before)!
delete from attention where last_at < :last_before;

-- name: signups_by_id(tenants, ids)
select g.*, p.name, p.language, s.starts_at, s.ends_at, s.needed, coalesce(l.name, '') as place_name,
  (select count(*) from signups c
   where c.tenant = g.tenant and c.shift_id = g.shift_id and c.ended_at is null) as coming
from signups g
join shifts s on s.tenant = g.tenant and s.id = g.shift_id
join persons p on p.tenant = g.tenant and p.id = g.person_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where g.tenant in (select value from json_each(cast(:tenants as text)))
  and g.id in (select value from json_each(cast(:ids as text))) and s.cancelled_at is null
order by g.tenant, g.id;

-- name: standing_shifts(tenants, ids)
select s.*, coalesce(l.name, '') as place_name from shifts s
left join places l on l.tenant = s.tenant and l.id = s.place_id
where s.tenant in (select value from json_each(cast(:tenants as text)))
  and s.id in (select value from json_each(cast(:ids as text))) and s.cancelled_at is null
order by s.tenant, s.id;
