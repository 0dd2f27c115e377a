-- What somebody wrote a moment ago and what turned out to be the beginning of a number: only where a text
-- ends with it, and in its place as many dots.

-- name: unsay_in_reports(tenant, person_id, part, hidden, since)*!
update help_reports set note = substr(note, 1, length(note) - length(cast(:part as text))) || cast(:hidden as text)
where tenant = :tenant and person_id = :person_id and created_at >= :since
  and note like '%' || cast(:part as text);

-- name: unsay_in_difficulties(tenant, person_id, part, hidden, since)*!
update difficulties set note = substr(note, 1, length(note) - length(cast(:part as text))) || cast(:hidden as text)
where tenant = :tenant and person_id = :person_id and created_at >= :since
  and note like '%' || cast(:part as text);

-- name: unsay_in_help_requests(tenant, person_id, part, hidden, since)*!
update help_requests set note = substr(note, 1, length(note) - length(cast(:part as text))) || cast(:hidden as text)
where tenant = :tenant and person_id = :person_id and asked_at >= :since and done_at is null
  and note like '%' || cast(:part as text);

-- name: unsay_in_signups(tenant, person_id, part, hidden, since)*!
update signups set note = substr(note, 1, length(note) - length(cast(:part as text))) || cast(:hidden as text)
where tenant = :tenant and person_id = :person_id and (created_at >= :since or ended_at >= :since)
  and note like '%' || cast(:part as text);

-- name: unsay_in_questions(tenant, person_id, part, hidden, since)*!
update faq_questions set question = substr(question, 1, length(question) - length(cast(:part as text))) || cast(:hidden as text)
where tenant = :tenant and person_id = :person_id and asked_at >= :since
  and question like '%' || cast(:part as text);

-- name: unsay_in_day_forms(tenant, person_id, teams, part, hidden, since)*!
update day_forms set note = substr(note, 1, length(note) - length(cast(:part as text))) || cast(:hidden as text)
where tenant = :tenant and team_id in (select value from json_each(cast(:teams as text)))
  and person_id = :person_id and created_at >= :since
  and note like '%' || cast(:part as text);

-- name: unsay_in_set_aside(key, part, hidden)*!
update inbox set body = replace(body, cast(:part as text) || '"', cast(:hidden as text) || '"')
where state = 'dead' and contact_key = :key;
