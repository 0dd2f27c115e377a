-- What is kept about one person, table by table, as they get it on asking. Tenant, version and the person's own
-- id are left out: they say nothing to them.

-- name: own_persons(tenant, person_id)
select name, language, of_age, created_at, left_at, notice_version, paused_at from persons
where tenant = :tenant and id = :person_id
order by id;

-- name: own_contacts(tenant, person_id)
select channel, account, chat, language, unreachable, preferred, seen_at from contacts
where tenant = :tenant and person_id = :person_id
order by key;

-- name: own_memberships(tenant, person_id)
select coalesce(t.name, m.unit_code) as belongs, m.role, m.pending, m.from_at, m.to_at from memberships m
left join teams t on t.tenant = m.tenant and t.id = m.team_id
where m.tenant = :tenant and m.person_id = :person_id
order by m.from_at, m.id;

-- name: own_consents(tenant, person_id)
select purpose, answer, notice_version, given_at, contact_key from consents
where tenant = :tenant and person_id = :person_id
order by given_at, id;

-- name: own_attendances(tenant, person_id)
select coalesce(t.name, '') as team, a.day_on, a.in_at, a.in_received_at, a.out_at, a.out_received_at, a.in_origin,
  a.out_origin, a.grade, a.by_code, a.at_place, a.by_leader, a.pending
from attendances a
left join teams t on t.tenant = a.tenant and t.id = a.team_id
where a.tenant = :tenant and a.person_id = :person_id
order by a.in_at, a.id;

-- name: own_attendance_corrections(tenant, person_id)
select was_in_at, was_out_at, in_at, out_at, state, reason, asked_at, decided_at from attendance_corrections
where tenant = :tenant and person_id = :person_id
order by asked_at, id;

-- name: own_help_reports(tenant, person_id)
select day_on, visits, approx, lines, groups, figures, mode, shift_part, note, state, created_at from help_reports
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_day_forms(tenant, person_id)
select day_on, figures, lines, groups, approx, note, reason, state, created_at from day_forms
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_difficulties(tenant, person_id)
select day_on, code, severity, note, created_at from difficulties
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_cases(tenant, person_id)
select code, day_on, state, answer, created_at from cases
where tenant = :tenant and answered_by = :person_id
order by created_at, id;

-- name: own_case_events(tenant, person_id)
select kind, note, at from case_events
where tenant = :tenant and person_id = :person_id
order by at, id;

-- name: own_help_requests(tenant, person_id)
select note, asked_at, taken_at, done_at from help_requests
where tenant = :tenant and person_id = :person_id
order by asked_at, id;

-- name: own_good_models(tenant, person_id)
select name, what, since, result, state, created_at from good_models
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_model_adoptions(tenant, person_id)
select unit_code, at from model_adoptions
where tenant = :tenant and person_id = :person_id
order by at, unit_code;

-- name: own_faq_questions(tenant, person_id)
select question, decision, slug, asked_at from faq_questions
where tenant = :tenant and person_id = :person_id
order by asked_at, id;

-- name: own_photos(tenant, person_id)
select day_on, what, state, created_at, decided_at from photos
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_signups(tenant, person_id)
select s.starts_at, s.ends_at, g.state, g.reason, g.note, g.created_at, g.ended_at from signups g
join shifts s on s.tenant = g.tenant and s.id = g.shift_id
where g.tenant = :tenant and g.person_id = :person_id
order by s.starts_at, g.id;

-- name: own_shift_offers(tenant, person_id)
select kind, state, created_at, closed_at from shift_offers
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_offer_asks(tenant, person_id)
select answer, asked_at, answered_at from offer_asks
where tenant = :tenant and person_id = :person_id
order by asked_at, offer_id;

-- name: own_shift_changes(tenant, person_id)
select kind, made_at, undone_at from shift_changes
where tenant = :tenant and person_id = :person_id
order by made_at, id;

-- name: own_ticks(tenant, person_id)
select ticked_at, undone_at from ticks
where tenant = :tenant and person_id = :person_id
order by ticked_at, id;

-- name: own_code_tries(tenant, person_id)
select day_on, tried_at from code_tries
where tenant = :tenant and person_id = :person_id
order by tried_at, id;

-- name: own_statements(tenant, person_id)
select code, from_on, to_on, shifts, proven, minutes, half_days, issued_at from statements
where tenant = :tenant and person_id = :person_id
order by issued_at, id;

-- name: own_role_offers(tenant, person_id)
select o.role, coalesce(t.name, o.unit_code) as belongs, o.state, o.created_at, o.accepted_at, o.done_at
from role_offers o
left join teams t on t.tenant = o.tenant and t.id = o.team_id
where o.tenant = :tenant and o.person_id = :person_id
order by o.created_at, o.id;

-- name: own_expected_members(tenant, person_id)
select name, created_at, matched_at from expected_members
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_attention(tenant, person_id)
select day_on, kind, times, last_at from attention
where tenant = :tenant and person_id = :person_id
order by day_on, kind;

-- name: own_rights_requests(tenant, person_id)
select kind, detail, channel, state, received_at, due_at, run_at, done_at from rights_requests
where tenant = :tenant and person_id = :person_id
order by received_at, id;

-- name: own_pins(tenant, person_id)
select set_at from pins where tenant = :tenant and person_id = :person_id
order by set_at;

-- name: own_link_codes(tenant, person_id)
select state, created_at, expires_at from link_codes
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_outbox(tenant, person_id)
select channel, state, payload, created_at, done_at from outbox
where tenant = :tenant and person_id = :person_id
order by created_at, id;

-- name: own_web_messages(tenant, person_id)
select w.at, w.body from web_messages w
join contacts c on c.chat = w.chat and c.channel = 'web'
where c.tenant = :tenant and c.person_id = :person_id
order by w.at, w.id;
