-- name: move_total(tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx)*!
insert into day_totals
  (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx, parts, parts_approx)
values
  (:tenant, :day_on, :team_id, :unit_code, :organisation_id, :campaign_id, :figure, :item, :count, :approx, :count, :approx)
on conflict (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item) do update set
  parts = day_totals.parts + excluded.parts,
  parts_approx = day_totals.parts_approx + excluded.parts_approx,
  count = coalesce(day_totals.given, day_totals.parts + excluded.parts),
  approx = case when day_totals.given is null
    then day_totals.parts_approx + excluded.parts_approx else day_totals.given_approx end;

-- name: give_total(tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, given, approx, behalf)*!
insert into day_totals
  (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx, given, given_approx,
   behalf)
values
  (:tenant, :day_on, :team_id, :unit_code, :organisation_id, :campaign_id, :figure, :item,
   coalesce(cast(:given as integer), 0), :approx, cast(:given as integer), :approx, :behalf)
on conflict (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item) do update set
  given = excluded.given,
  given_approx = excluded.given_approx,
  behalf = excluded.behalf,
  count = coalesce(excluded.given, day_totals.parts),
  approx = case when excluded.given is null then day_totals.parts_approx else excluded.given_approx end;

-- name: totals_of_teams(tenants, teams, since_on, until_on)
select * from day_totals
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on and day_on <= :until_on
order by tenant, team_id, day_on, figure, item;

-- name: totals_all()
select * from day_totals where parts <> 0 or parts_approx <> 0 or given is not null
order by tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item;

-- name: counted_reports()
select * from help_reports where state = 'counted' and exercise = 0
order by tenant, id;

-- name: counted_day_forms()
select * from day_forms where state = 'counted' and exercise = 0
order by tenant, id;

-- name: clear_totals()!
delete from day_totals;

-- name: put_total(tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx, parts, parts_approx, given, given_approx, behalf)*!
insert into day_totals
  (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx, parts, parts_approx,
   given, given_approx, behalf)
values
  (:tenant, :day_on, :team_id, :unit_code, :organisation_id, :campaign_id, :figure, :item, :count, :approx, :parts,
   :parts_approx, :given, :given_approx, :behalf);
