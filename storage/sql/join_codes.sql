-- name: join_codes_by_code(codes)
select j.*, coalesce(t.name, '') as team_name, coalesce(t.unit_code, j.unit_code) as at_unit,
  coalesce(c.exercise, 0) as exercise, n.controller_name, n.controller_contact,
  case when e.person_id = '' then e.name else '' end as expected_name
from join_codes j
join tenants n on n.tenant = j.tenant
left join teams t on t.tenant = j.tenant and t.id = j.team_id
left join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
left join expected_members e on e.tenant = j.tenant and e.id = j.expected_id
where j.code in (select value from json_each(cast(:codes as text)))
order by j.code;

-- name: join_codes_of_teams(tenants, teams)
select * from join_codes
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and revoked_at is null
order by tenant, team_id, created_at, id;

-- name: add_join_code(tenant, id, code, team_id, unit_code, role, max_uses, uses, expires_at, revoked_at, created_by, expected_id, created_at)*!
insert into join_codes
  (tenant, id, code, team_id, unit_code, role, max_uses, uses, expires_at, revoked_at, created_by, expected_id, created_at)
values
  (:tenant, :id, :code, :team_id, :unit_code, :role, :max_uses, :uses, :expires_at, :revoked_at, :created_by,
   :expected_id, :created_at)
on conflict (tenant, id) do nothing;

-- name: use_join_code(tenant, id, now)^
update join_codes set uses = uses + 1
where tenant = :tenant and id = :id and uses < max_uses and revoked_at is null and expires_at > :now
returning id;

-- name: revoke_join_code(tenant, id, revoked_at)*!
update join_codes set revoked_at = :revoked_at where tenant = :tenant and id = :id and revoked_at is null;

-- name: revoke_team_codes(tenant, team_id, revoked_at)*!
update join_codes set revoked_at = :revoked_at
where tenant = :tenant and team_id = :team_id and role = 'volunteer' and expected_id = '' and revoked_at is null;

-- name: join_tries_of_lines(lines, since)
select line, tried_at from join_tries
where line in (select value from json_each(cast(:lines as text))) and tried_at > :since
order by line, tried_at;

-- name: wrong_codes_since(since)^
select count(*) as tries from join_tries where tried_at > :since;

-- name: add_join_try(id, line, tried_at)*!
insert into join_tries (id, line, tried_at) values (:id, :line, :tried_at) on conflict (id) do nothing;

-- name: purge_join_tries(tried_before)!
delete from join_tries where tried_at < :tried_before;
