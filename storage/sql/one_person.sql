-- Two persons who turn out to be one: what belongs to the gone one belongs to the kept one afterwards. The
-- statements run in the order of their names: what may be there only once is settled first (1), then all is
-- moved (2), then the gone one goes (3).

-- name: join_1_attendance(tenant, gone, kept, now)*!
update attendances set out_at = :now, out_received_at = :now, out_origin = 'self', version = version + 1
where tenant = :tenant and person_id = :gone and out_at is null
  and exists (
    select 1 from attendances a where a.tenant = :tenant and a.person_id = :kept and a.out_at is null);

-- name: join_1_attention(tenant, gone, kept)*!
insert into attention (tenant, person_id, day_on, kind, times, last_at)
select tenant, :kept, day_on, kind, times, last_at from attention where tenant = :tenant and person_id = :gone
on conflict (tenant, person_id, day_on, kind) do update set
  times = attention.times + excluded.times, last_at = excluded.last_at;

-- name: join_1_contacts(tenant, gone)*!
update contacts set preferred = 0 where tenant = :tenant and person_id = :gone;

-- name: join_1_membership_accepted(tenant, gone, kept)*!
update memberships set pending = 0
where tenant = :tenant and person_id = :kept and pending = 1 and to_at is null
  and exists (
    select 1 from memberships g
    where g.tenant = :tenant and g.person_id = :gone and g.team_id = memberships.team_id
      and g.unit_code = memberships.unit_code and g.to_at is null and g.pending = 0);

-- name: join_1_membership_role(tenant, gone, kept)*!
update memberships set role = (
    select g.role from memberships g
    where g.tenant = :tenant and g.person_id = :gone and g.team_id = memberships.team_id
      and g.unit_code = memberships.unit_code and g.to_at is null)
where tenant = :tenant and person_id = :kept and to_at is null
  and exists (
    select 1 from memberships g
    where g.tenant = :tenant and g.person_id = :gone and g.team_id = memberships.team_id
      and g.unit_code = memberships.unit_code and g.to_at is null
      and (g.role = 'leader' and memberships.role in ('deputy', 'volunteer')
        or g.role = 'deputy' and memberships.role = 'volunteer'));

-- name: join_1_memberships_end(tenant, gone, kept, now)*!
update memberships set to_at = :now
where tenant = :tenant and person_id = :gone and to_at is null
  and exists (
    select 1 from memberships k
    where k.tenant = :tenant and k.person_id = :kept and k.team_id = memberships.team_id
      and k.unit_code = memberships.unit_code and k.to_at is null);

-- name: join_1_offer_asks(tenant, gone, kept)*!
delete from offer_asks
where tenant = :tenant and person_id = :gone
  and exists (
    select 1 from offer_asks k
    where k.tenant = :tenant and k.person_id = :kept and k.offer_id = offer_asks.offer_id);

-- name: join_1_sessions(gone)*!
delete from sessions where line = :gone;

-- name: join_1_signups(tenant, gone, kept, now)*!
update signups set state = 'released', ended_at = :now, told_at = :now, version = version + 1
where tenant = :tenant and person_id = :gone and ended_at is null
  and exists (
    select 1 from signups k
    where k.tenant = :tenant and k.person_id = :kept and k.shift_id = signups.shift_id and k.ended_at is null);

-- name: join_2_attention(tenant, gone)*!
delete from attention where tenant = :tenant and person_id = :gone;

-- name: join_2_pins(tenant, gone)*!
delete from pins where tenant = :tenant and person_id = :gone;

-- name: join_2_inbox(gone, kept)*!
update inbox set line = :kept where line = :gone and state = 'waiting';

-- name: join_2_join_tries(gone, kept)*!
update join_tries set line = :kept where line = :gone;

-- name: join_2_attendance_corrections(tenant, gone, kept)*!
update attendance_corrections set
  person_id = case when person_id = :gone then :kept else person_id end,
  decided_by = case when decided_by = :gone then :kept else decided_by end
where tenant = :tenant and (person_id = :gone or decided_by = :gone);

-- name: join_2_attendances(tenant, gone, kept)*!
update attendances set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_bot_accounts(tenant, gone, kept)*!
update bot_accounts set added_by = :kept where tenant = :tenant and added_by = :gone;

-- name: join_2_case_events(tenant, gone, kept)*!
update case_events set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_cases(tenant, gone, kept)*!
update cases set
  taken_by = case when taken_by = :gone then :kept else taken_by end,
  answered_by = case when answered_by = :gone then :kept else answered_by end
where tenant = :tenant and (taken_by = :gone or answered_by = :gone);

-- name: join_2_code_tries(tenant, gone, kept)*!
update code_tries set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_consents(tenant, gone, kept)*!
update consents set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_contacts(tenant, gone, kept)*!
update contacts set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_data_links(tenant, gone, kept)*!
update data_links set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_day_forms(tenant, gone, kept)*!
update day_forms set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_difficulties(tenant, gone, kept)*!
update difficulties set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_enter_links(tenant, gone, kept)*!
update enter_links set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_expected_members(tenant, gone, kept)*!
update expected_members set
  person_id = case when person_id = :gone then :kept else person_id end,
  created_by = case when created_by = :gone then :kept else created_by end
where tenant = :tenant and (person_id = :gone or created_by = :gone);

-- name: join_2_faq_entries(tenant, gone, kept)*!
update faq_entries set created_by = :kept where tenant = :tenant and created_by = :gone;

-- name: join_2_faq_phrasings(tenant, gone, kept)*!
update faq_phrasings set created_by = :kept where tenant = :tenant and created_by = :gone;

-- name: join_2_faq_questions(tenant, gone, kept)*!
update faq_questions set
  person_id = case when person_id = :gone then :kept else person_id end,
  to_id = case when to_id = :gone then :kept else to_id end,
  settled_by = case when settled_by = :gone then :kept else settled_by end
where tenant = :tenant and (person_id = :gone or to_id = :gone or settled_by = :gone);

-- name: join_2_good_models(tenant, gone, kept)*!
update good_models set
  person_id = case when person_id = :gone then :kept else person_id end,
  endorsed_by = case when endorsed_by = :gone then :kept else endorsed_by end,
  picked_by = case when picked_by = :gone then :kept else picked_by end
where tenant = :tenant and (person_id = :gone or endorsed_by = :gone or picked_by = :gone);

-- name: join_2_photos(tenant, gone, kept)*!
update photos set
  person_id = case when person_id = :gone then :kept else person_id end,
  decided_by = case when decided_by = :gone then :kept else decided_by end
where tenant = :tenant and (person_id = :gone or decided_by = :gone);

-- name: join_2_help_reports(tenant, gone, kept)*!
update help_reports set
  person_id = case when person_id = :gone then :kept else person_id end,
  told_by = case when told_by = :gone then :kept else told_by end
where tenant = :tenant and (person_id = :gone or told_by = :gone);

-- name: join_2_help_requests(tenant, gone, kept)*!
update help_requests set
  person_id = case when person_id = :gone then :kept else person_id end,
  taken_by = case when taken_by = :gone then :kept else taken_by end
where tenant = :tenant and (person_id = :gone or taken_by = :gone);

-- name: join_2_broadcasts(tenant, gone, kept)*!
update broadcasts set created_by = :kept where tenant = :tenant and created_by = :gone;

-- name: join_2_join_codes(tenant, gone, kept)*!
update join_codes set created_by = :kept where tenant = :tenant and created_by = :gone;

-- name: join_2_link_codes(tenant, gone, kept)*!
update link_codes set
  person_id = case when person_id = :gone then :kept else person_id end,
  made_by = case when made_by = :gone then :kept else made_by end
where tenant = :tenant and (person_id = :gone or made_by = :gone);

-- name: join_2_memberships(tenant, gone, kept)*!
update memberships set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_model_adoptions(tenant, gone, kept)*!
update model_adoptions set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_offer_asks(tenant, gone, kept)*!
update offer_asks set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_outbox(tenant, gone, kept)*!
update outbox set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_rights_requests(tenant, gone, kept)*!
update rights_requests set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_role_offers(tenant, gone, kept)*!
update role_offers set
  person_id = case when person_id = :gone then :kept else person_id end,
  from_person_id = case when from_person_id = :gone then :kept else from_person_id end,
  offered_by = case when offered_by = :gone then :kept else offered_by end,
  confirmed_by = case when confirmed_by = :gone then :kept else confirmed_by end
where tenant = :tenant
  and (person_id = :gone or from_person_id = :gone or offered_by = :gone or confirmed_by = :gone);

-- name: join_2_shift_changes(tenant, gone, kept)*!
update shift_changes set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_shift_offers(tenant, gone, kept)*!
update shift_offers set
  person_id = case when person_id = :gone then :kept else person_id end,
  to_id = case when to_id = :gone then :kept else to_id end
where tenant = :tenant and (person_id = :gone or to_id = :gone);

-- name: join_2_signups(tenant, gone, kept)*!
update signups set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_rollups(tenant, gone, kept)*!
update rollups set
  sent_by = case when sent_by = :gone then :kept else sent_by end,
  decided_by = case when decided_by = :gone then :kept else decided_by end
where tenant = :tenant and (sent_by = :gone or decided_by = :gone);

-- name: join_2_statements(tenant, gone, kept)*!
update statements set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_ticks(tenant, gone, kept)*!
update ticks set person_id = :kept where tenant = :tenant and person_id = :gone;

-- name: join_2_tree_changes(tenant, gone, kept)*!
update tree_changes set made_by = :kept where tenant = :tenant and made_by = :gone;

-- name: join_3_persons(tenant, gone)*!
delete from persons where tenant = :tenant and id = :gone;
