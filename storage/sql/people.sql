-- name: contacts_by_key(keys)
select * from contacts where key in (select value from json_each(cast(:keys as text))) order by key;

-- name: contacts_of_people(tenants, people)
select c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, coalesce(p.language, c.language) as language,
  c.unreachable, c.preferred, c.seen_at
from contacts c
left join persons p on p.tenant = c.tenant and p.id = c.person_id
where c.tenant in (select value from json_each(cast(:tenants as text)))
  and c.person_id in (select value from json_each(cast(:people as text)))
  and p.paused_at is null
order by c.key;

-- name: save_contact(key, channel, account, chat, tenant, person_id, language, unreachable, preferred, seen_at)*!
insert into contacts (key, channel, account, chat, tenant, person_id, language, unreachable, preferred, seen_at)
values (:key, :channel, :account, :chat, :tenant, :person_id, :language, :unreachable, :preferred, :seen_at)
on conflict (key) do update set
  chat = excluded.chat, tenant = excluded.tenant, person_id = excluded.person_id, language = excluded.language,
  unreachable = excluded.unreachable, preferred = excluded.preferred, seen_at = excluded.seen_at;

-- name: mark_contact_unreachable(channel, account, chat, unreachable)*!
update contacts set unreachable = :unreachable
where channel = :channel and account = :account and chat = :chat;

-- name: persons_by_id(tenants, ids)
select p.*, exists (
    select 1 from outbox o where o.tenant = p.tenant and o.person_id = p.id and o.state = 'held') as owed
from persons p
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: save_person(tenant, id, name, language, of_age, created_at, left_at, notice_version, paused_at, version)*!
insert into persons (tenant, id, name, language, of_age, created_at, left_at, notice_version, paused_at, version)
values
  (:tenant, :id, :name, :language, :of_age, :created_at, :left_at, :notice_version, :paused_at, :version)
on conflict (tenant, id) do update set
  name = excluded.name, language = excluded.language, of_age = excluded.of_age, left_at = excluded.left_at,
  notice_version = excluded.notice_version, paused_at = excluded.paused_at, version = excluded.version;

-- name: memberships_of_people(tenants, people)
select * from memberships
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and to_at is null
order by tenant, person_id, from_at, id;

-- name: memberships_of_teams(tenants, teams)
select m.*, p.name, p.language from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.team_id in (select value from json_each(cast(:teams as text)))
  and m.to_at is null and p.paused_at is null
order by m.tenant, m.team_id, m.from_at, m.id;

-- name: add_membership(tenant, id, person_id, team_id, unit_code, role, pending, from_at, to_at)*!
insert into memberships (tenant, id, person_id, team_id, unit_code, role, pending, from_at, to_at)
values (:tenant, :id, :person_id, :team_id, :unit_code, :role, :pending, :from_at, :to_at)
on conflict do nothing;

-- name: accept_membership(tenant, id)^
update memberships set pending = 0 where tenant = :tenant and id = :id and pending = 1 and to_at is null
returning id;

-- name: refuse_membership(tenant, id, to_at)^
update memberships set to_at = :to_at where tenant = :tenant and id = :id and pending = 1 and to_at is null
returning id;

-- name: hold_membership(tenant, id)^
update memberships set from_at = from_at where tenant = :tenant and id = :id and to_at is null
returning id;

-- name: promote_membership(tenant, id, role, was)^
update memberships set role = :role where tenant = :tenant and id = :id and role = :was and to_at is null
returning id;

-- name: newcomer_contacts_of_teams(tenants, teams)
select m.team_id as newcomer_of, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language,
  c.unreachable, c.preferred, c.seen_at
from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
join contacts c on c.tenant = m.tenant and c.person_id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.team_id in (select value from json_each(cast(:teams as text)))
  and m.pending = 1 and m.to_at is null and p.paused_at is null
order by m.tenant, m.team_id, c.key;

-- name: add_consent(tenant, id, person_id, contact_key, purpose, answer, notice_version, given_at)*!
insert into consents (tenant, id, person_id, contact_key, purpose, answer, notice_version, given_at)
values (:tenant, :id, :person_id, :contact_key, :purpose, :answer, :notice_version, :given_at)
on conflict (tenant, id) do nothing;

-- name: consents_of_people(tenants, people)
select * from consents
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
order by tenant, person_id, given_at, id;

-- name: move_contact(channel, account, chat, to_chat)*!
update contacts set chat = :to_chat where channel = :channel and account = :account and chat = :chat;

-- name: memberships_pending_since(before)
select * from memberships where pending = 1 and to_at is null and from_at < :before
order by tenant, id;

-- name: contacts_of_teams(tenants, teams)
select m.team_id as member_of, c.key, c.channel, c.account, c.chat, c.tenant, c.person_id, p.language,
  c.unreachable, c.preferred, c.seen_at
from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
join contacts c on c.tenant = m.tenant and c.person_id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.team_id in (select value from json_each(cast(:teams as text)))
  and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
order by m.tenant, m.team_id, c.key;

-- name: purge_strangers(seen_before)!
delete from contacts where person_id = '' and seen_at < :seen_before;

-- name: memberships_over(tenants, people, kinds)
select m.*, coalesce(r.kind, '') as ended_by from memberships m
left join job_runs r
  on r.tenant = m.tenant and r.kind in (select value from json_each(cast(:kinds as text)))
  and r.subject = m.person_id and r.slot_at = m.to_at
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.person_id in (select value from json_each(cast(:people as text)))
  and m.to_at is not null and m.team_id <> ''
order by m.tenant, m.person_id, m.to_at, m.id, r.kind;

-- name: end_membership(tenant, id, to_at)^
update memberships set to_at = :to_at where tenant = :tenant and id = :id and to_at is null
returning id;
