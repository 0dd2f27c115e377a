-- name: add_web_session(token_hash, chat, created_at, seen_at, expires_at)!
insert into web_sessions (token_hash, chat, created_at, seen_at, expires_at)
values (:token_hash, :chat, :created_at, :seen_at, :expires_at);

-- name: web_session(token_hash)^
select * from web_sessions where token_hash = :token_hash;

-- name: extend_web_session(token_hash, seen_at, expires_at)!
update web_sessions set seen_at = :seen_at, expires_at = :expires_at where token_hash = :token_hash;

-- name: end_web_session(token_hash)!
delete from web_sessions where token_hash = :token_hash;

-- name: end_web_chat(chat)!
delete from web_sessions where chat = :chat;

-- name: purge_web_sessions(now)!
delete from web_sessions where expires_at <= :now;

-- name: web_chat_state(chat, now)^
select
  (select count(*) from web_sessions s where s.chat = :chat and s.expires_at > :now) as readers,
  coalesce((select max(m.id) from web_messages m where m.chat = :chat), '') as last_id;

-- name: remove_web_card(chat, card)!
delete from web_messages where chat = :chat and (id = :card or id like '%.' || cast(:card as text));

-- name: add_web_message(chat, id, body, at)!
insert into web_messages (chat, id, body, at) values (:chat, :id, :body, :at);

-- name: web_message(chat, id)^
select * from web_messages where chat = :chat and id = :id;

-- name: web_messages_after(chat, after, most)
select * from web_messages where chat = :chat and id > :after order by id limit :most;

-- name: latest_web_messages(chat, most)
select * from web_messages where chat = :chat order by id desc limit :most;

-- name: purge_web_messages(said_before)!
delete from web_messages where at < :said_before;

-- name: erase_web_messages(chat)!
delete from web_messages where chat = :chat;

-- name: use_enter_link(token_hash, now)^
update enter_links set uses_left = uses_left - 1
where token_hash = :token_hash and uses_left > 0 and expires_at > :now
returning tenant, person_id;

-- name: purge_enter_links(now)!
delete from enter_links where expires_at <= :now or uses_left <= 0;

-- name: web_homes(chat)
select m.role, coalesce(t.name, '') as name from contacts c
join memberships m on m.tenant = c.tenant and m.person_id = c.person_id and m.to_at is null
left join teams t on t.tenant = m.tenant and t.id = m.team_id
where c.channel = 'web' and c.chat = :chat
order by m.from_at desc, m.id desc;
