-- What is due about sign-ups: one query each, for every team at once.

-- Whoever was asked, or promised, long before is asked again: the shift may have been another one then.

-- name: signups_to_ask(since, until, made_before, still, kind, slot_at, people)
select g.*, p.name, p.language, s.starts_at, s.ends_at, s.needed, coalesce(l.name, '') as place_name
from shifts s
cross join signups g
join persons p on p.tenant = g.tenant and p.id = g.person_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where g.tenant = s.tenant and g.shift_id = s.id
  and s.starts_at >= :since and s.starts_at < :until and s.cancelled_at is null
  and g.ended_at is null and g.created_at < :made_before
  and (g.asked_at is null or g.asked_at < s.starts_at - cast(:still as bigint))
  and (g.state <> 'pledged' or g.pledged_at < s.starts_at - cast(:still as bigint))
  and not exists (
    select 1 from job_runs r
    where r.tenant = g.tenant and r.kind = :kind and r.subject = g.person_id and r.slot_at = :slot_at)
  and (cast(:people as text) = '[]'
    or g.person_id in (select value from json_each(cast(:people as text))))
order by g.tenant, g.person_id, s.starts_at, g.id;

-- name: teams_expecting(since, until, kind, slot_at)
select distinct s.tenant, s.team_id from shifts s
cross join signups g
where g.tenant = s.tenant and g.shift_id = s.id
  and s.starts_at >= :since and s.starts_at < :until and s.cancelled_at is null and g.ended_at is null
  and not exists (
    select 1 from job_runs r
    where r.tenant = s.tenant and r.kind = :kind and r.subject = s.team_id and r.slot_at = :slot_at)
order by s.tenant, s.team_id;

-- name: starts_expecting(since, until, kind, after)
select distinct s.tenant, s.team_id, s.starts_at from shifts s
cross join signups g
where g.tenant = s.tenant and g.shift_id = s.id
  and s.starts_at >= :since and s.starts_at < :until and s.cancelled_at is null and g.ended_at is null
  and not exists (
    select 1 from job_runs r
    where r.tenant = s.tenant and r.kind = :kind and r.subject = s.team_id
      and r.slot_at = s.starts_at + cast(:after as bigint))
order by s.tenant, s.team_id, s.starts_at;

-- name: changes_untold(before, now)
select g.*, p.name, p.language, s.starts_at, s.ends_at, s.needed, coalesce(l.name, '') as place_name
from signups g
join shifts s on s.tenant = g.tenant and s.id = g.shift_id
join persons p on p.tenant = g.tenant and p.id = g.person_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where g.told_at is null and coalesce(g.ended_at, g.created_at) <= :before
  and s.cancelled_at is null and s.ends_at > :now
order by g.tenant, g.team_id, s.starts_at, g.created_at, g.id;

-- name: offers_untold(before, now)
select o.*, p.name, s.starts_at, s.ends_at, coalesce(l.name, '') as place_name
from shift_offers o
join shifts s on s.tenant = o.tenant and s.id = o.shift_id
join persons p on p.tenant = o.tenant and p.id = o.person_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where o.told_at is null and o.state <> 'open' and o.closed_at <= :before and s.ends_at > :now
order by o.tenant, o.team_id, s.starts_at, o.id;
