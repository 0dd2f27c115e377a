-- name: give_enter_link(token_hash, tenant, person_id, expires_at, uses_left)*!
insert into enter_links (token_hash, tenant, person_id, expires_at, uses_left)
values (:token_hash, :tenant, :person_id, :expires_at, :uses_left)
on conflict (token_hash) do nothing;
