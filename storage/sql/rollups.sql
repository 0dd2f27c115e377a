-- name: save_rollup(tenant, id, unit_code, level, since_on, until_on, edition, state, news, proposals, left_out, body, body_hash, updated_at, sent_at, sent_by, decided_at, decided_by, reason, version)^
insert into rollups
  (tenant, id, unit_code, level, since_on, until_on, edition, state, news, proposals, left_out, body, body_hash,
   updated_at, sent_at, sent_by, decided_at, decided_by, reason, version)
values
  (:tenant, :id, :unit_code, :level, :since_on, :until_on, :edition, :state, :news, :proposals, :left_out, :body,
   :body_hash, :updated_at, :sent_at, :sent_by, :decided_at, :decided_by, :reason, :version + 1)
on conflict (tenant, id) do update set
  state = excluded.state, news = excluded.news, proposals = excluded.proposals, left_out = excluded.left_out,
  body = excluded.body, body_hash = excluded.body_hash, updated_at = excluded.updated_at, sent_at = excluded.sent_at,
  sent_by = excluded.sent_by, decided_at = excluded.decided_at, decided_by = excluded.decided_by,
  reason = excluded.reason, version = excluded.version
where rollups.version = :version
returning id;

-- name: rollups_by_id(tenants, ids)
select * from rollups
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: rollups_of_units(tenants, units, since_on)
select * from rollups
where tenant in (select value from json_each(cast(:tenants as text)))
  and unit_code in (select value from json_each(cast(:units as text)))
  and since_on >= :since_on
order by tenant, unit_code, since_on, edition;

-- name: rollups_of_level(level, tenants, since_on, until_on)
select tenant, id, unit_code, level, since_on, until_on, edition, state, '[]' as news, '[]' as proposals,
  '[]' as left_out, body_hash, updated_at, sent_at, sent_by, decided_at, decided_by, reason, version
from rollups
where level = :level and until_on >= :since_on and until_on <= :until_on
  and (cast(:tenants as text) = '[]' or tenant in (select value from json_each(cast(:tenants as text))))
order by tenant, unit_code, since_on, edition;

-- name: freeze_period_total(tenant, rollup_id, of_on, figure, item, count)*!
insert into period_totals (tenant, rollup_id, of_on, figure, item, count)
values (:tenant, :rollup_id, :of_on, :figure, :item, :count)
on conflict (tenant, rollup_id, of_on, figure, item) do update set count = excluded.count;

-- name: thaw_period_totals(tenant, rollup_id)*!
delete from period_totals
where tenant = :tenant and rollup_id = :rollup_id
  and exists (
    select 1 from rollups r
    where r.tenant = period_totals.tenant and r.id = period_totals.rollup_id and r.state = 'draft');

-- name: period_totals_of_units(tenants, units, since_on)
select r.unit_code, p.* from rollups r
join period_totals p on p.tenant = r.tenant and p.rollup_id = r.id
where r.tenant in (select value from json_each(cast(:tenants as text)))
  and r.unit_code in (select value from json_each(cast(:units as text)))
  and r.since_on >= :since_on and r.state in ('sent', 'locked')
order by p.tenant, r.unit_code, p.rollup_id, p.of_on, p.figure, p.item;

-- Weeks that were sent and whose figures have moved since. Hardly any report is of such a day, so this finds
-- nothing; where it does, the row is one of the commune, one of its province, one of the centre.

-- name: move_weeks(tenant, team_id, day_on, since_on)*!
insert into moved_weeks (tenant, unit_code, since_on, changes)
select distinct r.tenant, r.unit_code, r.since_on, 1 from (
  select t.tenant, t.unit_code from teams t where t.tenant = :tenant and t.id = :team_id
  union select h.tenant, h.unit_code from team_homes h where h.tenant = :tenant and h.team_id = :team_id
  union select cast(:tenant as text), cast(:tenant as text)
  union select '00', '00') u
join rollups r on r.tenant = u.tenant and r.unit_code = u.unit_code
where r.since_on >= :since_on and r.since_on <= :day_on and r.until_on >= :day_on and r.state in ('sent', 'locked')
order by r.tenant, r.unit_code, r.since_on
on conflict (tenant, unit_code, since_on) do update set changes = moved_weeks.changes + 1;

-- name: move_weeks_of_team(tenant, team_id, from_on)*!
insert into moved_weeks (tenant, unit_code, since_on, changes)
select distinct r.tenant, r.unit_code, r.since_on, 1 from (
  select t.tenant, t.unit_code from teams t where t.tenant = :tenant and t.id = :team_id
  union select h.tenant, h.unit_code from team_homes h where h.tenant = :tenant and h.team_id = :team_id
  union select cast(:tenant as text), cast(:tenant as text)
  union select '00', '00') u
join rollups r on r.tenant = u.tenant and r.unit_code = u.unit_code
where r.until_on >= :from_on and r.state in ('sent', 'locked')
order by r.tenant, r.unit_code, r.since_on
on conflict (tenant, unit_code, since_on) do update set changes = moved_weeks.changes + 1;

-- name: move_weeks_of_newcomer(tenant, team_id, person_id)*!
insert into moved_weeks (tenant, unit_code, since_on, changes)
select distinct r.tenant, r.unit_code, r.since_on, 1 from (
  select a.day_on, t.tenant, t.unit_code from attendances a
  join teams t on t.tenant = a.tenant and t.id = a.team_id
  where a.tenant = :tenant and a.team_id = :team_id and a.person_id = :person_id and a.pending = 1
  union
  select a.day_on, h.tenant, h.unit_code from attendances a
  join team_homes h on h.tenant = a.tenant and h.team_id = a.team_id
  where a.tenant = :tenant and a.team_id = :team_id and a.person_id = :person_id and a.pending = 1
  union
  select a.day_on, a.tenant, a.tenant from attendances a
  where a.tenant = :tenant and a.team_id = :team_id and a.person_id = :person_id and a.pending = 1
  union
  select a.day_on, '00', '00' from attendances a
  where a.tenant = :tenant and a.team_id = :team_id and a.person_id = :person_id and a.pending = 1) u
join rollups r on r.tenant = u.tenant and r.unit_code = u.unit_code
where r.since_on <= u.day_on and r.until_on >= u.day_on and r.state in ('sent', 'locked')
order by r.tenant, r.unit_code, r.since_on
on conflict (tenant, unit_code, since_on) do update set changes = moved_weeks.changes + 1;

-- name: move_weeks_of_rollup(tenant, unit_code, rollup_id)*!
insert into moved_weeks (tenant, unit_code, since_on, changes)
select distinct p.tenant, cast(:unit_code as text), p.of_on, 1 from period_totals p
where p.tenant = :tenant and p.rollup_id = :rollup_id
order by p.tenant, p.of_on
on conflict (tenant, unit_code, since_on) do update set changes = moved_weeks.changes + 1;

-- name: moved_weeks(tenant, unit_code)
select since_on, changes from moved_weeks where tenant = :tenant and unit_code = :unit_code order by since_on;

-- name: settle_week(tenant, unit_code, since_on, changes)*!
delete from moved_weeks
where tenant = :tenant and unit_code = :unit_code and since_on = :since_on and changes = :changes;

-- name: coordinated_units()
select m.tenant, m.unit_code, n.week_starts, n.cutoff_minute, min(m.from_at) as since_at
from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
join tenants n on n.tenant = m.tenant
where m.role = 'coordinator' and m.unit_code <> '' and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
group by m.tenant, m.unit_code, n.week_starts, n.cutoff_minute
order by m.tenant, m.unit_code;

-- name: coordinators_of_units(tenants, units)
select m.tenant, m.unit_code, m.person_id from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.unit_code in (select value from json_each(cast(:units as text)))
  and m.unit_code <> '' and m.role = 'coordinator' and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
order by m.tenant, m.unit_code, m.person_id;

-- name: set_week(tenant, week_starts, cutoff_minute)*!
update tenants set week_starts = :week_starts, cutoff_minute = :cutoff_minute where tenant = :tenant;

-- name: good_models_of_weeks(tenants, since, until)
select g.*, t.name as team_name, c.exercise from good_models g
join teams t on t.tenant = g.tenant and t.id = g.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
where g.state = 'picked' and g.picked_at >= :since and g.picked_at < :until and c.exercise = 0
  and g.tenant in (select value from json_each(cast(:tenants as text)))
order by g.tenant, g.picked_at, g.id;

-- name: sender_contacts_of_rollups(tenants, ids)
select r.id as of_rollup, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language, c.unreachable,
  c.preferred, c.seen_at
from rollups r
join persons p on p.tenant = r.tenant and p.id = r.sent_by
join contacts c on c.tenant = r.tenant and c.person_id = r.sent_by
where r.tenant in (select value from json_each(cast(:tenants as text)))
  and r.id in (select value from json_each(cast(:ids as text)))
  and p.left_at is null and p.paused_at is null
order by c.tenant, r.id, c.key;

-- name: standing_rollups(since_on)
select tenant, unit_code, until_on from rollups
where state in ('sent', 'locked') and until_on >= :since_on and level in ('commune', 'province', 'central')
order by tenant, unit_code, until_on;
