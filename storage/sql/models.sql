-- name: add_good_model(tenant, id, team_id, unit_code, person_id, name, what, since, result, copyable, state, endorsed_by, picked_by, picked_for, picked_at, created_at, version)*!
insert into good_models
  (tenant, id, team_id, unit_code, person_id, name, what, since, result, copyable, state, endorsed_by, picked_by,
   picked_for, picked_at, created_at, version)
values
  (:tenant, :id, :team_id, :unit_code, :person_id, :name, :what, :since, :result, :copyable, :state, :endorsed_by,
   :picked_by, :picked_for, :picked_at, :created_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_good_model(tenant, id, state, endorsed_by, picked_by, picked_for, picked_at, version)^
update good_models set
  state = :state, endorsed_by = :endorsed_by, picked_by = :picked_by, picked_for = :picked_for,
  picked_at = :picked_at, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: good_models_by_id(tenants, ids)
select g.*, t.name as team_name, c.exercise from good_models g
join teams t on t.tenant = g.tenant and t.id = g.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
where g.tenant in (select value from json_each(cast(:tenants as text)))
  and g.id in (select value from json_each(cast(:ids as text)))
order by g.tenant, g.id;

-- name: good_models_of_tenants(tenants)
select g.*, t.name as team_name, c.exercise from good_models g
join teams t on t.tenant = g.tenant and t.id = g.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
where g.tenant in (select value from json_each(cast(:tenants as text))) and g.state <> 'declined'
order by g.tenant, g.created_at desc, g.id desc;

-- name: good_models_picked(since, until)
select g.*, t.name as team_name, c.exercise from good_models g
join teams t on t.tenant = g.tenant and t.id = g.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
where g.state = 'picked' and g.picked_at >= :since and g.picked_at < :until
order by g.tenant, g.picked_at, g.id;

-- name: good_models_proposed(tenants, teams)
select g.*, t.name as team_name, c.exercise from good_models g
join teams t on t.tenant = g.tenant and t.id = g.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
where g.tenant in (select value from json_each(cast(:tenants as text)))
  and g.team_id in (select value from json_each(cast(:teams as text)))
  and g.state = 'proposed'
order by g.tenant, g.team_id, g.created_at, g.id;

-- name: good_models_endorsed()
select g.*, t.name as team_name, c.exercise from good_models g
join teams t on t.tenant = g.tenant and t.id = g.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
where g.state = 'endorsed'
order by g.tenant, g.created_at, g.id;

-- name: adoptions_of_models(tenants, models)
select * from model_adoptions
where tenant in (select value from json_each(cast(:tenants as text)))
  and model_id in (select value from json_each(cast(:models as text)))
order by tenant, model_id, at, unit_code;

-- name: add_adoption(tenant, model_id, unit_code, team_id, person_id, at)*!
insert into model_adoptions (tenant, model_id, unit_code, team_id, person_id, at)
values (:tenant, :model_id, :unit_code, :team_id, :person_id, :at)
on conflict do nothing;

-- name: drop_adoption(tenant, model_id, unit_code)*!
delete from model_adoptions where tenant = :tenant and model_id = :model_id and unit_code = :unit_code;

-- name: proposer_contacts_of_models(tenants, ids)
select g.id as of_model, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language, c.unreachable,
  c.preferred, c.seen_at
from good_models g
join persons p on p.tenant = g.tenant and p.id = g.person_id
join contacts c on c.tenant = g.tenant and c.person_id = g.person_id
where g.tenant in (select value from json_each(cast(:tenants as text)))
  and g.id in (select value from json_each(cast(:ids as text)))
  and p.left_at is null and p.paused_at is null
order by c.tenant, g.id, c.key;
