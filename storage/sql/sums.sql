-- name: sums(place, tenants, units, since_on, until_on)
select d.tenant, d.place, d.figure, d.item, cast(sum(d.count) as bigint) as count,
  cast(sum(d.approx) as bigint) as approx, cast(sum(d.parts) as bigint) as parts,
  cast(sum(d.by_leader) as bigint) as by_leader, cast(sum(d.on_behalf) as bigint) as on_behalf
from (
  select tenant,
    case cast(:place as text) when 'team' then team_id else unit_code end as place,
    figure, item, count, approx, parts, case when given is null then 0 else given - parts end as by_leader,
    case when behalf = 1 then coalesce(given, 0) - parts else 0 end as on_behalf
  from day_totals
  where tenant in (select value from json_each(cast(:tenants as text)))
    and day_on >= :since_on and day_on <= :until_on
    and (cast(:units as text) = '[]' or unit_code in (select value from json_each(cast(:units as text))))) d
group by d.tenant, d.place, d.figure, d.item
order by d.tenant, d.place, d.figure, d.item;

-- name: sums_of_tenants(tenants, since_on, until_on)
select tenant, tenant as place, figure, item, cast(sum(count) as bigint) as count,
  cast(sum(approx) as bigint) as approx, cast(sum(parts) as bigint) as parts,
  cast(sum(case when given is null then 0 else given - parts end) as bigint) as by_leader,
  cast(sum(case when behalf = 1 then coalesce(given, 0) - parts else 0 end) as bigint) as on_behalf
from day_totals
where tenant in (select value from json_each(cast(:tenants as text)))
  and day_on >= :since_on and day_on <= :until_on
group by tenant, figure, item
order by tenant, figure, item;

-- The nation's week is four hundred thousand presences. Sorted by person, one province at a time, they are counted
-- in a third of the time that sorting all of them by person and day takes: so each province answers with its numbers
-- in one text. No day of a person counts more than two halves; a day is one of seven columns.

-- name: presences_of_tenants(tenants, since_on, until_on, day_1, day_2, day_3, day_4, day_5, day_6, day_7)
select k.value as tenant, (
  select '[' || count(*) || ',' || sum(p.times) || ',' || sum(p.proven) || ',' || sum(p.told_times) || ',' || sum(
        case when p.day_1 > 2 then 2 else coalesce(p.day_1, 0) end
        + case when p.day_2 > 2 then 2 else coalesce(p.day_2, 0) end
        + case when p.day_3 > 2 then 2 else coalesce(p.day_3, 0) end
        + case when p.day_4 > 2 then 2 else coalesce(p.day_4, 0) end
        + case when p.day_5 > 2 then 2 else coalesce(p.day_5, 0) end
        + case when p.day_6 > 2 then 2 else coalesce(p.day_6, 0) end
        + case when p.day_7 > 2 then 2 else coalesce(p.day_7, 0) end) || ']'
  from (
    select r.who, count(*) as times, sum(r.proven) as proven, sum(r.told_times) as told_times,
      sum(r.halves) filter (where r.day_on = :day_1) as day_1,
      sum(r.halves) filter (where r.day_on = :day_2) as day_2,
      sum(r.halves) filter (where r.day_on = :day_3) as day_3,
      sum(r.halves) filter (where r.day_on = :day_4) as day_4,
      sum(r.halves) filter (where r.day_on = :day_5) as day_5,
      sum(r.halves) filter (where r.day_on = :day_6) as day_6,
      sum(r.halves) filter (where r.day_on = :day_7) as day_7
    from (
      select case when a.guest <> '' then a.team_id || ' ' || a.guest else a.person_id end as who, a.day_on,
        case when a.grade <> 'D' then 1 else 0 end as proven,
        case when (a.team_id, a.day_on, a.tenant) in (
          select g.team_id, g.day_on, g.tenant from day_totals g
          where g.tenant in (select value from json_each(cast(:tenants as text)))
            and g.day_on >= :since_on and g.day_on <= :until_on and g.figure = 'luot_tnv' and g.given is not null) then 1 else 0 end as told_times,
        case when (a.team_id, a.day_on, a.tenant) in (
          select g.team_id, g.day_on, g.tenant from day_totals g
          where g.tenant in (select value from json_each(cast(:tenants as text)))
            and g.day_on >= :since_on and g.day_on <= :until_on and g.figure = 'ngay_cong' and g.given is not null) then 0 when a.out_at - a.in_at <= 18000000000 then 1 else 2 end as halves
      from attendances a
      where a.tenant = k.value
        and a.day_on >= :since_on and a.day_on <= :until_on
        and a.pending = 0 and a.out_at is not null
        and (a.tenant, a.campaign_id) in (select tenant, id from campaigns where exercise = 0)) r
    group by r.who) p) as counted
from json_each(cast(:tenants as text)) k
order by k.value;

-- name: presences(place, tenants, since_on, until_on)
select p.tenant, p.place, count(distinct p.who) as people, cast(sum(p.times) as bigint) as times,
  cast(sum(p.proven) as bigint) as proven, cast(sum(p.told_times) as bigint) as told_times,
  cast(sum(case when p.halves > 2 then 2 else p.halves end) as bigint) as halves
from (
  select a.tenant,
    case cast(:place as text) when 'team' then a.team_id else coalesce(h.unit_code, t.unit_code) end as place,
    case when a.guest <> '' then a.team_id || ' ' || a.guest else a.person_id end as who, a.day_on,
    count(*) as times, sum(case when a.grade <> 'D' then 1 else 0 end) as proven,
    sum(case when (a.team_id, a.day_on, a.tenant) in (
      select g.team_id, g.day_on, g.tenant from day_totals g
      where g.tenant in (select value from json_each(cast(:tenants as text)))
        and g.day_on >= :since_on and g.day_on <= :until_on and g.figure = 'luot_tnv' and g.given is not null) then 1 else 0 end) as told_times,
    sum(case when (a.team_id, a.day_on, a.tenant) in (
      select g.team_id, g.day_on, g.tenant from day_totals g
      where g.tenant in (select value from json_each(cast(:tenants as text)))
        and g.day_on >= :since_on and g.day_on <= :until_on and g.figure = 'ngay_cong' and g.given is not null) then 0 when a.out_at - a.in_at <= 18000000000 then 1 else 2 end) as halves
  from attendances a
  join teams t on t.tenant = a.tenant and t.id = a.team_id
  left join team_homes h on h.tenant = a.tenant and h.team_id = a.team_id
    and h.since_on <= a.day_on and h.until_on > a.day_on
  where a.tenant in (select value from json_each(cast(:tenants as text)))
    and a.day_on >= :since_on and a.day_on <= :until_on
    and a.pending = 0 and a.out_at is not null
    and (a.tenant, a.campaign_id) in (select tenant, id from campaigns where exercise = 0)
  group by a.tenant, place, who, a.day_on) p
group by p.tenant, p.place
order by p.tenant, p.place;

-- name: presences_in_communes(place, tenants, units, since_on, until_on)
select p.tenant, p.place, count(distinct p.who) as people, cast(sum(p.times) as bigint) as times,
  cast(sum(p.proven) as bigint) as proven, cast(sum(p.told_times) as bigint) as told_times,
  cast(sum(case when p.halves > 2 then 2 else p.halves end) as bigint) as halves
from (
  select a.tenant, case cast(:place as text) when 'team' then a.team_id else coalesce(h.unit_code, t.unit_code) end as place,
    case when a.guest <> '' then a.team_id || ' ' || a.guest else a.person_id end as who, a.day_on,
    count(*) as times, sum(case when a.grade <> 'D' then 1 else 0 end) as proven,
    sum(case when exists (
      select 1 from day_totals g
      where g.tenant = a.tenant and g.day_on = a.day_on and g.team_id = a.team_id and g.figure = 'luot_tnv'
        and g.given is not null) then 1 else 0 end) as told_times,
    sum(case when exists (
      select 1 from day_totals g
      where g.tenant = a.tenant and g.day_on = a.day_on and g.team_id = a.team_id and g.figure = 'ngay_cong'
        and g.given is not null) then 0 when a.out_at - a.in_at <= 18000000000 then 1 else 2 end) as halves
  from attendances a
  join teams t on t.tenant = a.tenant and t.id = a.team_id
  join campaigns c on c.tenant = a.tenant and c.id = a.campaign_id
  left join team_homes h on h.tenant = a.tenant and h.team_id = a.team_id
    and h.since_on <= a.day_on and h.until_on > a.day_on
  where a.tenant in (select value from json_each(cast(:tenants as text)))
    and a.team_id in (
      select n.id from teams n where n.tenant in (select value from json_each(cast(:tenants as text))) and n.unit_code in (select value from json_each(cast(:units as text)))
      union
      select f.team_id from team_homes f where f.tenant in (select value from json_each(cast(:tenants as text))) and f.unit_code in (select value from json_each(cast(:units as text))))
    and a.day_on >= :since_on and a.day_on <= :until_on
    and a.pending = 0 and a.out_at is not null and c.exercise = 0
    and coalesce(h.unit_code, t.unit_code) in (select value from json_each(cast(:units as text)))
  group by a.tenant, place, who, a.day_on) p
group by p.tenant, p.place
order by p.tenant, p.place;

-- name: teams_of_week(tenants, units, since_on, until_on, until_at)
select t.tenant, coalesce(h.unit_code, t.unit_code) as unit_code, t.id as team_id, t.name,
  case when t.closed_at is null or t.closed_at >= :until_at then 1 else 0 end as founded,
  case when t.closed_at is null and c.ends_on >= :since_on and c.starts_on <= :until_on then 1 else 0 end as expected,
  case when exists (
      select 1 from help_reports r
      where r.tenant = t.tenant and r.team_id = t.id and r.day_on >= :since_on and r.day_on <= :until_on
        and r.state = 'counted' and r.exercise = 0)
    or exists (
      select 1 from day_forms f
      where f.tenant = t.tenant and f.team_id = t.id and f.day_on >= :since_on and f.day_on <= :until_on
        and f.state = 'counted' and f.exercise = 0)
    then 1 else 0 end as reported,
  case when exists (
      select 1 from attendances a
      where a.tenant = t.tenant and a.team_id = t.id and a.day_on >= :since_on and a.day_on <= :until_on
        and a.pending = 0 and a.out_at is not null)
    then 1 else 0 end as worked
from teams t
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
left join team_homes h on h.tenant = t.tenant and h.team_id = t.id
  and h.since_on <= :until_on and h.until_on > :until_on
where t.tenant in (select value from json_each(cast(:tenants as text)))
  and (cast(:units as text) = '[]'
    or coalesce(h.unit_code, t.unit_code) in (select value from json_each(cast(:units as text))))
  and c.exercise = 0 and t.created_at < :until_at
order by t.tenant, 2, t.name, t.id;

-- name: report_states(place, tenants, units, since_on, until_on)
select r.tenant,
  case cast(:place as text) when 'team' then r.team_id when 'unit' then r.unit_code else r.tenant end as place,
  r.state, r.exercise, case when r.replaces <> '' and r.state = 'counted' then 1 else 0 end as corrected,
  count(*) as reports
from help_reports r
where r.tenant in (select value from json_each(cast(:tenants as text)))
  and r.day_on >= :since_on and r.day_on <= :until_on
  and (cast(:units as text) = '[]' or r.unit_code in (select value from json_each(cast(:units as text))))
group by r.tenant, place, r.state, r.exercise, corrected
order by r.tenant, place, r.state, r.exercise, corrected;

-- name: late_counted(tenants, units, closings)
select r.* from help_reports r
join json_each(cast(:closings as text)) k on substr(k.value, 1, 10) = r.day_on
where r.tenant in (select value from json_each(cast(:tenants as text)))
  and r.state = 'counted' and r.exercise = 0
  and r.created_at >= cast(substr(k.value, 12) as bigint)
  and (cast(:units as text) = '[]' or r.unit_code in (select value from json_each(cast(:units as text))))
order by r.tenant, r.id;

-- name: visits_of_teams(tenants, since_on, until_on)
select tenant, team_id, cast(sum(count) as bigint) as visits, count(distinct day_on) as days from day_totals
where tenant in (select value from json_each(cast(:tenants as text)))
  and day_on >= :since_on and day_on <= :until_on and figure = 'luot_nguoi_dan' and count > 0
group by tenant, team_id
order by tenant, team_id;
