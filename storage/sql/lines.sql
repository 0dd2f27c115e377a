-- The figures behind every sum, for files: page by page along the key, each page a short read.
-- Groups of people stay out: together with a place below the commune they could point at somebody.

-- name: lines_page(tenant, unit_code, until_on, day_on, team_id, of_unit, organisation_id, campaign_id, figure, item, most)
select d.day_on, d.team_id, d.unit_code, d.organisation_id, d.campaign_id, d.figure, d.item, d.count, d.parts, d.given,
  d.approx, d.behalf
from day_totals d
where d.tenant = :tenant and d.day_on <= :until_on
  and (d.day_on, d.team_id, d.unit_code, d.organisation_id, d.campaign_id, d.figure, d.item)
    > (:day_on, :team_id, :of_unit, :organisation_id, :campaign_id, :figure, :item)
  and (cast(:unit_code as text) = '' or d.unit_code = :unit_code)
  and d.figure <> 'nhom' and (d.parts <> 0 or d.parts_approx <> 0 or d.given is not null)
order by d.day_on, d.team_id, d.unit_code, d.organisation_id, d.campaign_id, d.figure, d.item
limit :most;

-- name: sums_of_teams(tenant, unit_code, since_on, until_on)
select unit_code, team_id, figure, item, cast(sum(count) as bigint) as count, cast(sum(approx) as bigint) as approx,
  cast(sum(case when behalf = 1 then coalesce(given, 0) - parts else 0 end) as bigint) as on_behalf
from day_totals
where tenant = :tenant and day_on >= :since_on and day_on <= :until_on and figure <> 'nhom'
  and (cast(:unit_code as text) = '' or unit_code = :unit_code)
group by unit_code, team_id, figure, item
order by unit_code, team_id, figure, item;

-- name: team_names(tenant)
select id, name from teams where tenant = :tenant order by id;

-- name: tenants_of_unit(unit_code)
select tenant from tenants where tenant = :unit_code
union
select tenant from teams where unit_code = :unit_code
order by tenant;
