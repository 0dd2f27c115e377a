-- One person is erased: chats, words and what passes go at once; what counts stays under a key that leads to
-- nobody. These statements run in the order of their names and before those of one_person.sql, which then move
-- what is left from the gone one to nobody.

-- name: erase_1_attendance_corrections(tenant, gone)*!
update attendance_corrections set reason = ''
where tenant = :tenant and (person_id = :gone or decided_by = :gone);

-- name: erase_1_attendances(tenant, gone, now)*!
update attendances set out_at = :now, out_received_at = :now, out_origin = 'self', version = version + 1
where tenant = :tenant and person_id = :gone and out_at is null;

-- name: erase_1_attention(tenant, gone)*!
delete from attention where tenant = :tenant and person_id = :gone;

-- name: erase_1_case_events(tenant, gone)*!
update case_events set note = '' where tenant = :tenant and person_id = :gone;

-- name: erase_1_cases(tenant, gone)*!
update cases set answer = '' where tenant = :tenant and answered_by = :gone;

-- name: erase_1_code_tries(tenant, gone)*!
delete from code_tries where tenant = :tenant and person_id = :gone;

-- name: erase_1_consents(tenant, gone, proof)*!
update consents set person_id = :proof,
  contact_key = coalesce((select c.channel from contacts c where c.key = consents.contact_key), '')
where tenant = :tenant and person_id = :gone;

-- name: erase_1_data_links(tenant, gone)*!
delete from data_links where tenant = :tenant and person_id = :gone;

-- name: erase_1_pins(tenant, gone)*!
delete from pins where tenant = :tenant and person_id = :gone;

-- name: erase_1_day_forms(tenant, gone)*!
update day_forms set note = '', reason = '' where tenant = :tenant and person_id = :gone;

-- name: erase_1_difficulties(tenant, gone)*!
update difficulties set note = '' where tenant = :tenant and person_id = :gone;

-- name: erase_1_enter_links(tenant, gone)*!
delete from enter_links where tenant = :tenant and person_id = :gone;

-- name: erase_1_expected_members(tenant, gone)*!
delete from expected_members where tenant = :tenant and person_id = :gone;

-- name: erase_1_faq_questions(tenant, gone)*!
delete from faq_questions where tenant = :tenant and person_id = :gone;

-- name: erase_1_faq_questions_settled(tenant, gone)*!
update faq_questions set answer = '' where tenant = :tenant and settled_by = :gone;

-- name: erase_1_good_models(tenant, gone)*!
update good_models set name = '', what = '', since = '', result = '', state = 'declined', version = version + 1
where tenant = :tenant and person_id = :gone;

-- name: erase_1_photo_images(tenant, gone)*!
delete from photo_images
where tenant = :tenant and id in (select id from photos where tenant = :tenant and person_id = :gone);

-- name: erase_1_photos(tenant, gone)*!
delete from photos where tenant = :tenant and person_id = :gone;

-- name: erase_1_help_reports(tenant, gone)*!
update help_reports set note = case when person_id = :gone then '' else note end, reason = ''
where tenant = :tenant and (person_id = :gone or told_by = :gone);

-- name: erase_1_help_requests(tenant, gone, now)*!
update help_requests set note = '', done_at = coalesce(done_at, :now), version = version + 1
where tenant = :tenant and person_id = :gone;

-- name: erase_1_inbox(tenant, gone)*!
delete from inbox
where state <> 'waiting'
  and (line = :gone
    or contact_key in (select c.key from contacts c where c.tenant = :tenant and c.person_id = :gone));

-- name: erase_1_job_runs(tenant, gone)*!
delete from job_runs where tenant = :tenant and subject = :gone;

-- name: erase_1_join_tries(tenant, gone)*!
delete from join_tries
where line = :gone or line in (select c.key from contacts c where c.tenant = :tenant and c.person_id = :gone);

-- name: erase_1_link_codes(tenant, gone)*!
delete from link_codes
where (tenant = :tenant and person_id = :gone)
  or contact_key in (select c.key from contacts c where c.tenant = :tenant and c.person_id = :gone);

-- name: erase_1_memberships(tenant, gone, nobody, day)*!
update memberships set person_id = :nobody, pending = 0,
  to_at = case when to_at is not null then to_at when from_at > :day then from_at else :day end
where tenant = :tenant and person_id = :gone;

-- name: erase_1_offer_asks(tenant, gone)*!
delete from offer_asks where tenant = :tenant and person_id = :gone;

-- name: erase_1_outbox(tenant, gone)*!
delete from outbox
where (tenant = :tenant and person_id = :gone)
  or exists (
    select 1 from contacts c
    where c.tenant = :tenant and c.person_id = :gone
      and c.channel = outbox.channel and c.account = outbox.account and c.chat = outbox.chat);

-- name: erase_1_rights_requests(tenant, gone, proof)*!
update rights_requests set person_id = :proof, detail = ''
where tenant = :tenant and person_id = :gone;

-- name: erase_1_role_offers(tenant, gone)*!
update role_offers set state = 'withdrawn', version = version + 1
where tenant = :tenant and state = 'open' and (person_id = :gone or from_person_id = :gone);

-- name: erase_1_sessions(tenant, gone)*!
delete from sessions
where line = :gone or line in (select c.key from contacts c where c.tenant = :tenant and c.person_id = :gone);

-- name: erase_1_shift_offers(tenant, gone, now)*!
update shift_offers set state = 'closed', next_at = null, closed_at = :now, told_at = :now, version = version + 1
where tenant = :tenant and (person_id = :gone or to_id = :gone) and state = 'open';

-- name: erase_1_signups(tenant, gone)*!
update signups set reason = '', note = '' where tenant = :tenant and person_id = :gone;

-- name: erase_1_signups_ahead(tenant, gone, now)*!
update signups set state = 'released', ended_at = :now, told_at = :now, version = version + 1
where tenant = :tenant and person_id = :gone and ended_at is null
  and exists (
    select 1 from shifts s where s.tenant = signups.tenant and s.id = signups.shift_id and s.ends_at > :now);

-- name: erase_1_statements(tenant, gone)*!
update statements set person_id = '' where tenant = :tenant and person_id = :gone;

-- name: erase_1_web_messages(tenant, gone)*!
delete from web_messages
where chat in (
  select c.chat from contacts c where c.tenant = :tenant and c.person_id = :gone and c.channel = 'web');

-- name: erase_1_web_sessions(tenant, gone)*!
delete from web_sessions
where chat in (
  select c.chat from contacts c where c.tenant = :tenant and c.person_id = :gone and c.channel = 'web');

-- name: erase_2_contacts(tenant, gone)*!
delete from contacts where tenant = :tenant and person_id = :gone;

-- name: keep_erasure(person_hash, erased_at)*!
insert into erasures (person_hash, erased_at) values (:person_hash, :erased_at) on conflict do nothing;

-- name: chats_beside(tenant, person_id)
select distinct c.key, c.channel, c.account, c.chat, c.person_id from memberships m
join memberships o on o.tenant = m.tenant
left join teams t on t.tenant = m.tenant and t.id = m.team_id
join contacts c on c.tenant = o.tenant and c.person_id = o.person_id
where m.tenant = :tenant and m.person_id = :person_id and o.person_id <> m.person_id
  and ((m.team_id <> '' and o.team_id = m.team_id)
    or o.unit_code = coalesce(t.unit_code, m.unit_code) or o.unit_code = m.tenant)
order by c.key;

-- name: said_in_web_chats(chats)
select chat, id, body from web_messages
where chat in (select value from json_each(cast(:chats as text)))
order by chat, id;

-- name: said_in_sessions(lines)
select line, body, offered from sessions
where line in (select value from json_each(cast(:lines as text)))
order by line;

-- name: owed_to_people(tenant, people)
select id, payload from outbox
where tenant = :tenant and person_id in (select value from json_each(cast(:people as text)))
  and state = 'due'
union all
select id, payload from outbox
where tenant = :tenant and person_id in (select value from json_each(cast(:people as text)))
  and state = 'held'
order by id;

-- name: blot_web_message(chat, id, body)*!
update web_messages set body = :body where chat = :chat and id = :id;

-- name: blot_session(line, body, offered)*!
update sessions set body = :body, offered = :offered where line = :line;

-- name: blot_outbound(id, payload)*!
update outbox set payload = :payload where id = :id and (state = 'due' and attempts = 0 or state = 'held');
