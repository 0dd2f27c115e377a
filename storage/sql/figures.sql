-- name: move_total(tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx)*!
insert into day_totals
  (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item, count, approx)
values
  (:tenant, :day_on, :team_id, :unit_code, :organisation_id, :campaign_id, :figure, :item, :count, :approx)
on conflict (tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item) do update set
  count = day_totals.count + excluded.count, approx = day_totals.approx + excluded.approx;

-- name: totals_of_teams(tenants, teams, since_on, until_on)
select * from day_totals
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on and day_on <= :until_on
order by tenant, team_id, day_on, figure, item;

-- name: totals_all()
select * from day_totals where count <> 0 or approx <> 0
order by tenant, day_on, team_id, unit_code, organisation_id, campaign_id, figure, item;

-- name: counted_reports()
select * from help_reports where state = 'counted' and exercise = 0
order by tenant, id;

-- name: clear_totals()!
delete from day_totals;
