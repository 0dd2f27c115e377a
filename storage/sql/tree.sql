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
