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

-- name: move_open_cases(tenant, unit_code, to_unit)*!
update cases set unit_code = :to_unit, version = version + 1
where tenant = :tenant and unit_code = :unit_code and solved_at is null;

-- name: move_open_questions(tenant, unit_code, to_unit)*!
update faq_questions set unit_code = :to_unit
where tenant = :tenant and unit_code = :unit_code and state = 'open';

-- name: tree_changes_lately(since)
select * from tree_changes where made_at >= :since order by made_at, id;
