-- name: link_codes_by_hash(hashes)
select l.*, p.name from link_codes l
join persons p on p.tenant = l.tenant and p.id = l.person_id
where l.code_hash in (select value from json_each(cast(:hashes as text)))
order by l.code_hash, l.created_at desc, l.id;

-- name: link_codes_by_id(tenants, ids)
select l.*, p.name, p.language, coalesce(c.channel, '') as channel, coalesce(c.account, '') as account,
  coalesce(c.chat, '') as chat, coalesce(c.person_id, '') as other_id
from link_codes l
join persons p on p.tenant = l.tenant and p.id = l.person_id
left join contacts c on c.key = l.contact_key
where l.tenant in (select value from json_each(cast(:tenants as text)))
  and l.id in (select value from json_each(cast(:ids as text)))
order by l.tenant, l.id;

-- name: contacts_of_link_makers(hashes)
select l.code_hash, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language, c.unreachable,
  c.preferred, c.seen_at
from link_codes l
join persons p on p.tenant = l.tenant and p.id = l.made_by
join contacts c on c.tenant = l.tenant and c.person_id = l.made_by
where l.code_hash in (select value from json_each(cast(:hashes as text)))
order by l.code_hash, c.key;

-- name: add_link_code(tenant, id, person_id, code_hash, made_by, contact_key, state, expires_at, created_at, version)*!
insert into link_codes
  (tenant, id, person_id, code_hash, made_by, contact_key, state, expires_at, created_at, version)
values
  (:tenant, :id, :person_id, :code_hash, :made_by, :contact_key, :state, :expires_at, :created_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_link_code(tenant, id, state, contact_key, version)^
update link_codes set state = :state, contact_key = :contact_key, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: give_contact(key, tenant, person_id, language)*!
update contacts set tenant = :tenant, person_id = :person_id, language = :language, unreachable = 0
where key = :key;

-- name: cut_contact(key)*!
update contacts set tenant = '', person_id = '', preferred = 0 where key = :key;

-- name: prefer_contact(tenant, person_id, key)*!
update contacts set preferred = case when key = :key then 1 else 0 end
where tenant = :tenant and person_id = :person_id;

-- name: cancel_outbound_of_chat(channel, account, chat, done_at)*!
update outbox set state = 'cancelled', payload = '', done_at = :done_at
where channel = :channel and account = :account and chat = :chat and state = 'due';

-- name: purge_link_codes(created_before)!
delete from link_codes where created_at < :created_before;

-- name: end_web_chats(chat)*!
delete from web_sessions where chat = :chat;
