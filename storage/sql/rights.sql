-- name: add_rights_request(tenant, id, person_id, kind, detail, channel, state, outcome, received_at, acknowledged_at, due_at, run_at, done_at, version)*!
insert into rights_requests
  (tenant, id, person_id, kind, detail, channel, state, outcome, received_at, acknowledged_at, due_at, run_at, done_at,
   version)
values
  (:tenant, :id, :person_id, :kind, :detail, :channel, :state, :outcome, :received_at, :acknowledged_at, :due_at, :run_at,
   :done_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_rights_request(tenant, id, state, outcome, done_at, version)^
update rights_requests set state = :state, outcome = :outcome, done_at = :done_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and done_at is null
returning id;

-- name: finish_erasure(tenant, id, outcome, done_at, version)^
update rights_requests set state = 'done', outcome = :outcome, done_at = :done_at, version = version + 1
where tenant = :tenant and id = :id and version = :version and state = 'erasing'
  and not exists (select 1 from inbox i where i.line = rights_requests.person_id and i.state = 'waiting')
returning id;

-- name: rights_requests_of_people(tenants, people)
select * from rights_requests
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
order by tenant, person_id, received_at, id;

-- name: erasures_due(now, announced)
select * from rights_requests
where kind = 'erase' and done_at is null
  and ((state = 'cooling' and run_at <= :now) or (state = 'erasing' and run_at <= :announced))
order by tenant, id;

-- name: rights_requests_open()
select * from rights_requests where done_at is null order by due_at, tenant, id;

-- name: rights_requests_since(since)
select * from rights_requests where received_at >= :since order by received_at, tenant, id;

-- name: rights_request_by_id(id)^
select * from rights_requests where id = :id order by tenant limit 1;

-- name: purge_rights_requests(received_before)!
delete from rights_requests
where done_at is not null and received_at < :received_before
  and tenant not in (select r.tenant from retentions r where r.kind = 'rights_requests');

-- name: give_data_link(token_hash, tenant, person_id, opens, expires_at)*!
insert into data_links (token_hash, tenant, person_id, opens, expires_at)
values (:token_hash, :tenant, :person_id, :opens, :expires_at)
on conflict (token_hash) do nothing;

-- name: data_link(token_hash, opens, now)^
select * from data_links where token_hash = :token_hash and opens = :opens and expires_at > :now;

-- name: purge_data_links(now)!
delete from data_links where expires_at <= :now;

-- name: erasures_all()
select person_hash from erasures order by person_hash;

-- name: persons_all()
select tenant, id from persons where left_at is null order by tenant, id;

-- name: purge_erasures(erased_before)!
delete from erasures where erased_at < :erased_before;

-- name: persons_named(said)
select p.*, coalesce(t.name, m.unit_code, '') as belongs from persons p
left join memberships m on m.tenant = p.tenant and m.person_id = p.id and m.to_at is null
left join teams t on t.tenant = m.tenant and t.id = m.team_id
where p.id = :said or p.name = :said
order by p.tenant, p.id, belongs;

-- name: chats_of_erased(tenants, people)
select * from contacts
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
order by tenant, person_id, key;

-- name: contacts_of_coordinators(tenants)
select m.unit_code, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language, c.unreachable, c.preferred,
  c.seen_at
from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
join contacts c on c.tenant = m.tenant and c.person_id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.unit_code <> '' and m.role = 'coordinator' and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
order by m.tenant, m.unit_code, c.key;
