-- name: add_faq_question(tenant, id, person_id, team_id, unit_code, question, decision, slug, near, state, asked_at)*!
insert into faq_questions
  (tenant, id, person_id, team_id, unit_code, question, decision, slug, near, state, asked_at)
values
  (:tenant, :id, :person_id, :team_id, :unit_code, :question, :decision, :slug, :near, :state, :asked_at)
on conflict (tenant, id) do nothing;

-- name: faq_questions_of_people(tenants, people)
select * from faq_questions
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
order by tenant, person_id, asked_at desc, id desc;

-- name: open_faq_questions_of_people(tenants, people)
select * from faq_questions
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and state = 'open'
order by tenant, person_id, asked_at, id;

-- name: faq_questions_by_id(tenants, ids)
select * from faq_questions
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: open_faq_questions_of_tenants(tenants)
select * from faq_questions
where tenant in (select value from json_each(cast(:tenants as text))) and state = 'open'
order by tenant, asked_at, id;

-- name: faq_questions_to_tell(asked_before, told_before)
select * from faq_questions
where state = 'open' and asked_at <= :asked_before and (told_at is null or told_at <= :told_before)
order by tenant, asked_at, id;

-- name: unanswered_faq_questions(since)
select * from faq_questions
where asked_at >= :since and (state = 'open' or (decision = 'none' and state = ''))
order by tenant, asked_at, id;

-- name: open_faq_question(tenant, id)*!
update faq_questions set state = 'open' where tenant = :tenant and id = :id and state = '';

-- name: withdraw_faq_question(tenant, id)*!
update faq_questions set state = '', to_id = '', told_at = null
where tenant = :tenant and id = :id and state = 'open';

-- name: tell_faq_question(tenant, id, to_id, told_at)*!
update faq_questions set to_id = :to_id, told_at = :told_at
where tenant = :tenant and id = :id and state = 'open';

-- name: settle_faq_question(tenant, id, state, slug, answer, settled_at, settled_by)^
update faq_questions set
  state = :state, slug = :slug, answer = :answer, settled_at = :settled_at, settled_by = :settled_by
where tenant = :tenant and id = :id and state = 'open'
returning id;

-- name: unsettle_faq_question(tenant, id, to_id, told_at)^
update faq_questions set
  state = 'open', answer = '', settled_at = null, settled_by = '', to_id = :to_id, told_at = :told_at
where tenant = :tenant and id = :id and state in ('answered', 'dropped') and settled_by = :to_id
returning id;

-- name: purge_faq_questions(asked_before)!
delete from faq_questions
where asked_at < :asked_before
  and tenant not in (select r.tenant from retentions r where r.kind = 'faq_questions');

-- name: add_faq_entry(tenant, id, unit_code, title, body, source, checked_on, created_by, created_at, removed_at)*!
insert into faq_entries
  (tenant, id, unit_code, title, body, source, checked_on, created_by, created_at, removed_at)
values
  (:tenant, :id, :unit_code, :title, :body, :source, :checked_on, :created_by, :created_at, :removed_at)
on conflict (tenant, id) do update set
  unit_code = excluded.unit_code, title = excluded.title, body = excluded.body, source = excluded.source,
  checked_on = excluded.checked_on, created_by = excluded.created_by, created_at = excluded.created_at,
  removed_at = excluded.removed_at;

-- name: remove_faq_entry(tenant, id, removed_at)*!
update faq_entries set removed_at = :removed_at where tenant = :tenant and id = :id and removed_at is null;

-- name: faq_entries_standing()
select * from faq_entries where removed_at is null order by tenant, created_at, id;

-- name: add_faq_phrasing(tenant, id, unit_code, slug, phrase, created_by, created_at, removed_at)*!
insert into faq_phrasings (tenant, id, unit_code, slug, phrase, created_by, created_at, removed_at)
values (:tenant, :id, :unit_code, :slug, :phrase, :created_by, :created_at, :removed_at)
on conflict (tenant, id) do update set
  unit_code = excluded.unit_code, slug = excluded.slug, phrase = excluded.phrase,
  created_by = excluded.created_by, created_at = excluded.created_at, removed_at = excluded.removed_at;

-- name: remove_faq_phrasing(tenant, id, removed_at)*!
update faq_phrasings set removed_at = :removed_at where tenant = :tenant and id = :id and removed_at is null;

-- name: faq_phrasings_standing()
select * from faq_phrasings where removed_at is null order by tenant, created_at, id;

-- name: faq_additions_marker()^
select
  (select count(*) from faq_entries where removed_at is null) as entries,
  (select coalesce(max(created_at), 0) from faq_entries) as last_entry,
  (select coalesce(max(removed_at), 0) from faq_entries) as last_entry_gone,
  (select count(*) from faq_phrasings where removed_at is null) as phrasings,
  (select coalesce(max(created_at), 0) from faq_phrasings) as last_phrasing,
  (select coalesce(max(removed_at), 0) from faq_phrasings) as last_phrasing_gone;

-- name: contacts_of_faq_askers(tenants, ids)
select c.*, q.id as asked_id from faq_questions q
join contacts c on c.tenant = q.tenant and c.person_id = q.person_id
where q.tenant in (select value from json_each(cast(:tenants as text)))
  and q.id in (select value from json_each(cast(:ids as text)))
  and q.person_id <> ''
order by q.tenant, q.id, c.key;

-- name: coordinator_contacts_of_units(tenants, units)
select c.*, m.unit_code as of_unit from memberships m
join persons p on p.tenant = m.tenant and p.id = m.person_id
join contacts c on c.tenant = m.tenant and c.person_id = m.person_id
where m.tenant in (select value from json_each(cast(:tenants as text)))
  and m.unit_code in (select value from json_each(cast(:units as text)))
  and m.unit_code <> '' and m.role = 'coordinator' and m.pending = 0 and m.to_at is null and p.left_at is null and p.paused_at is null
order by m.tenant, m.unit_code, m.from_at, c.key;
