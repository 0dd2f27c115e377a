-- name: add_tree_change(tenant, id, subject, kind, from_key, to_key, was, now_is, effective_on, made_by, made_at, done_at)*!
insert into tree_changes
  (tenant, id, subject, kind, from_key, to_key, was, now_is, effective_on, made_by, made_at, done_at)
values
  (:tenant, :id, :subject, :kind, :from_key, :to_key, :was, :now_is, :effective_on, :made_by, :made_at, :done_at)
on conflict (tenant, id) do nothing;

-- name: change_team(tenant, id, name, unit_code, closed_at, version)^
update teams set name = :name, unit_code = :unit_code, closed_at = :closed_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and closed_at is null
returning id;

-- name: add_team_home(tenant, id, team_id, unit_code, until_on)*!
insert into team_homes (tenant, id, team_id, unit_code, since_on, until_on)
select :tenant, :id, :team_id, :unit_code, coalesce(max(h.until_on), ''), :until_on from team_homes h
where h.tenant = :tenant and h.team_id = :team_id
on conflict (tenant, id) do nothing;

-- name: cut_team_homes(tenant, team_id, from_on)*!
update team_homes set until_on = :from_on
where tenant = :tenant and team_id = :team_id and until_on > :from_on;

-- name: retake_1_totals(tenant, team_id, from_on, to_unit)*!
insert into day_totals
  (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx, parts, parts_approx,
   given, given_approx, behalf)
select tenant, day_on, team_id, cast(:to_unit as text), organisation_id, campaign_id, figure, item,
  coalesce(max(given), sum(parts)), case when max(given) is null then sum(parts_approx) else max(given_approx) end,
  sum(parts), sum(parts_approx), max(given), max(given_approx), max(behalf)
from day_totals
where tenant = :tenant and team_id = :team_id and day_on >= :from_on
group by tenant, day_on, team_id, organisation_id, campaign_id, figure, item
order by tenant, day_on, team_id, organisation_id, campaign_id, figure, item
on conflict (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item) do update set
  count = excluded.count, approx = excluded.approx, parts = excluded.parts, parts_approx = excluded.parts_approx,
  given = excluded.given, given_approx = excluded.given_approx, behalf = excluded.behalf;

-- name: retake_2_totals(tenant, team_id, from_on, to_unit)*!
delete from day_totals
where tenant = :tenant and team_id = :team_id and day_on >= :from_on and unit_code <> :to_unit;

-- name: retake_reports(tenant, team_id, from_on, to_unit)*!
update help_reports set unit_code = :to_unit, version = version + 1
where tenant = :tenant and team_id = :team_id and day_on >= :from_on and unit_code <> :to_unit;

-- name: retake_forms(tenant, team_id, from_on, to_unit)*!
update day_forms set unit_code = :to_unit, version = version + 1
where tenant = :tenant and team_id = :team_id and day_on >= :from_on and unit_code <> :to_unit;

-- name: tree_changes_waiting()
select * from tree_changes where done_at is null order by effective_on, made_at, id;

-- name: finish_tree_change(tenant, id, done_at)^
update tree_changes set done_at = :done_at where tenant = :tenant and id = :id and done_at is null
returning id;

-- name: drop_tree_change(tenant, id)^
delete from tree_changes where tenant = :tenant and id = :id and done_at is null
returning id;

-- name: move_open_cases(tenant, unit_code, to_unit)*!
update cases set unit_code = :to_unit, version = version + 1
where tenant = :tenant and unit_code = :unit_code and solved_at is null;

-- name: move_open_questions(tenant, unit_code, to_unit)*!
update faq_questions set unit_code = :to_unit
where tenant = :tenant and unit_code = :unit_code and state = 'open';

-- name: tree_changes_lately(since)
select * from tree_changes where made_at >= :since order by made_at, id;

-- name: add_unit_name(tenant, id, unit_code, name, kind, from_on, made_at)*!
insert into unit_names (tenant, id, unit_code, name, kind, from_on, made_at)
values (:tenant, :id, :unit_code, :name, :kind, :from_on, :made_at)
on conflict (tenant, id) do nothing;

-- name: unit_names_all()
select * from unit_names order by from_on, made_at, id;

-- name: tree_changes_by_id(tenants, ids)
select * from tree_changes
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: moved_with_changes(tenants, ids)
select c.id as change_id, m.* from tree_changes c
join memberships m on m.tenant = c.tenant and m.team_id = c.from_key and m.to_at = c.made_at
where c.tenant in (select value from json_each(cast(:tenants as text)))
  and c.id in (select value from json_each(cast(:ids as text)))
union all
select c.id, m.* from tree_changes c
join memberships m on m.tenant = c.tenant and m.team_id = c.to_key and m.from_at = c.made_at
where c.tenant in (select value from json_each(cast(:tenants as text)))
  and c.id in (select value from json_each(cast(:ids as text))) and c.to_key <> ''
  and (m.to_at is null or not exists (
    select 1 from memberships o
    where o.tenant = m.tenant and o.person_id = m.person_id and o.team_id = m.team_id and o.to_at is null))
order by 1, 2, 3;

-- name: closed_teams_of_tenants(tenants)
select * from teams
where tenant in (select value from json_each(cast(:tenants as text))) and closed_at is not null
order by tenant, closed_at desc, id;

-- name: reopen_team(tenant, id, version)^
update teams set closed_at = null, version = version + 1
where tenant = :tenant and id = :id and version = :version and closed_at is not null
returning id;

-- name: reopen_membership(tenant, id, person_id, team_id, ended_at)*!
update memberships set to_at = null
where tenant = :tenant and id = :id and to_at = :ended_at
  and not exists (
    select 1 from memberships o
    where o.tenant = :tenant and o.person_id = :person_id and o.team_id = :team_id and o.unit_code = ''
      and o.to_at is null);
