-- name: team_cards(tenants, ids)
select t.*, c.name as campaign_name, c.exercise, c.photos, n.closes_minute,
  case when exists (
    select 1 from team_homes h
    where h.tenant = t.tenant and h.team_id = t.id and h.since_on < h.until_on) then 1 else 0 end as moved
from teams t
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
join tenants n on n.tenant = t.tenant
where t.tenant in (select value from json_each(cast(:tenants as text)))
  and t.id in (select value from json_each(cast(:ids as text)))
order by t.tenant, t.id;

-- name: homes_of_teams(tenants, teams)
select tenant, team_id, unit_code, until_on from team_homes
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text))) and since_on < until_on
order by tenant, team_id, until_on, id;

-- name: open_team_cards()
select t.*, c.name as campaign_name, c.exercise, c.photos, n.closes_minute from teams t
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
join tenants n on n.tenant = t.tenant
where t.closed_at is null
order by t.tenant, t.id;

-- name: save_team(tenant, id, name, unit_code, organisation_id, campaign_id, digest_minute, created_at, closed_at, version)*!
insert into teams
  (tenant, id, name, unit_code, organisation_id, campaign_id, digest_minute, created_at, closed_at, version)
values
  (:tenant, :id, :name, :unit_code, :organisation_id, :campaign_id, :digest_minute, :created_at, :closed_at, :version)
on conflict (tenant, id) do update set
  name = excluded.name, unit_code = excluded.unit_code, organisation_id = excluded.organisation_id,
  campaign_id = excluded.campaign_id, digest_minute = excluded.digest_minute, closed_at = excluded.closed_at,
  version = excluded.version;

-- name: set_digest_minute(tenant, id, digest_minute)*!
update teams set digest_minute = :digest_minute, version = version + 1 where tenant = :tenant and id = :id;

-- name: teams_of_tenants(tenants)
select t.*, c.name as campaign_name, c.exercise, c.photos, n.closes_minute,
  case when exists (
    select 1 from team_homes h
    where h.tenant = t.tenant and h.team_id = t.id and h.since_on < h.until_on) then 1 else 0 end as moved
from teams t
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
join tenants n on n.tenant = t.tenant
where t.tenant in (select value from json_each(cast(:tenants as text)))
  and t.closed_at is null
order by t.tenant, t.name, t.id;

-- name: tenants_all()
select * from tenants order by tenant;

-- name: save_tenant(tenant, unit_code, name, controller_name, controller_contact, closes_minute, week_starts, cutoff_minute, created_at)*!
insert into tenants
  (tenant, unit_code, name, controller_name, controller_contact, closes_minute, week_starts, cutoff_minute, created_at)
values
  (:tenant, :unit_code, :name, :controller_name, :controller_contact, :closes_minute, :week_starts, :cutoff_minute,
   :created_at)
on conflict (tenant) do update set
  name = excluded.name, controller_name = excluded.controller_name,
  controller_contact = excluded.controller_contact;

-- name: set_controller(tenant, controller_name, controller_contact)*!
update tenants set controller_name = :controller_name, controller_contact = :controller_contact
where tenant = :tenant;

-- name: ask_again(tenant)*!
update persons set notice_version = 'before ' || notice_version
where tenant = :tenant and notice_version <> '' and notice_version not like 'before %';

-- name: set_closing(tenant, closes_minute)*!
update tenants set closes_minute = :closes_minute where tenant = :tenant;

-- name: campaigns_of_tenants(tenants)
select * from campaigns where tenant in (select value from json_each(cast(:tenants as text)))
order by tenant, starts_on desc, id;

-- name: save_campaign(tenant, id, name, starts_on, ends_on, exercise, photos, created_at)*!
insert into campaigns (tenant, id, name, starts_on, ends_on, exercise, photos, created_at)
values (:tenant, :id, :name, :starts_on, :ends_on, :exercise, :photos, :created_at)
on conflict (tenant, id) do update set
  name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on, exercise = excluded.exercise,
  photos = excluded.photos;

-- name: places_of_teams(tenants, teams)
select * from places
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
order by tenant, team_id, id;

-- name: save_place(tenant, id, team_id, unit_code, name, mode, closed_at)*!
insert into places (tenant, id, team_id, unit_code, name, mode, closed_at)
values (:tenant, :id, :team_id, :unit_code, :name, :mode, :closed_at)
on conflict (tenant, id) do update set
  name = excluded.name, mode = excluded.mode, unit_code = excluded.unit_code, closed_at = excluded.closed_at;

-- name: digests_due(kind, today_at, yesterday_at, minute, since)
select d.tenant, d.id, d.slot_at from (
  select t.tenant, t.id, t.created_at,
    case when t.digest_minute <= :minute then cast(:today_at as bigint) else cast(:yesterday_at as bigint) end
      + cast(t.digest_minute as bigint) * 60000000 as slot_at
  from teams t where t.closed_at is null) d
where d.slot_at >= :since and d.slot_at >= d.created_at
  and not exists (
    select 1 from job_runs r
    where r.tenant = d.tenant and r.kind = :kind and r.subject = d.id and r.slot_at = d.slot_at)
order by d.tenant, d.id;
