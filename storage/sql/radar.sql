-- Teams expected on duty and those nothing was heard of: one query for every unit at once.

-- name: expected_teams(tenants, since, until, day_on)
select e.tenant, e.team_id, t.name, t.unit_code, coalesce(u.name, '') as unit_name, coalesce(u.kind, '') as unit_kind,
  c.exercise, e.starts_at, e.ends_at,
  case when
    exists (select 1 from attendances a
      where a.tenant = e.tenant and a.team_id = e.team_id and a.day_on = :day_on)
    or exists (select 1 from help_reports h
      where h.tenant = e.tenant and h.team_id = e.team_id and h.day_on = :day_on
        and h.state in ('counted', 'pending', 'late'))
    or exists (select 1 from day_forms f
      where f.tenant = e.tenant and f.team_id = e.team_id and f.day_on = :day_on and f.state = 'counted')
    then 0 else 1 end as silent
from (
  select s.tenant, s.team_id, min(s.starts_at) as starts_at, min(s.ends_at) as ends_at from shifts s
  where s.starts_at >= :since and s.starts_at <= :until and s.cancelled_at is null
    and s.tenant in (select value from json_each(cast(:tenants as text)))
  group by s.tenant, s.team_id) e
join teams t on t.tenant = e.tenant and t.id = e.team_id and t.closed_at is null
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
left join units u on u.code = t.unit_code
order by e.tenant, t.unit_code, t.name, e.team_id;

-- name: watchers()
select m.tenant, m.unit_code, m.person_id from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id and p.left_at is null and p.paused_at is null
where m.unit_code <> '' and m.role = 'coordinator' and m.pending = 0 and m.to_at is null
order by m.tenant, m.person_id, m.unit_code;

-- name: nudged_people(kind, tenants, slot_at)
select tenant, subject from job_runs
where kind = :kind and slot_at = :slot_at
  and tenant in (select value from json_each(cast(:tenants as text)))
order by tenant, subject;
