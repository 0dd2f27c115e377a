-- Where a tenant chose a time of its own, the general one does not reach it.

-- name: retentions_all()
select tenant, kind, days from retentions order by tenant, kind;

-- name: save_retention(tenant, kind, days, set_at)*!
insert into retentions (tenant, kind, days, set_at) values (:tenant, :kind, :days, :set_at)
on conflict (tenant, kind) do update set days = excluded.days, set_at = excluded.set_at;

-- name: drop_retention(tenant, kind)!
delete from retentions where tenant = :tenant and kind = :kind;

-- name: purge_faq_questions_of(tenant, before)!
delete from faq_questions where tenant = :tenant and asked_at < :before;

-- name: purge_sessions_of(tenant, before)!
delete from sessions
where updated_at < :before and line in (select p.id from persons p where p.tenant = :tenant);

-- name: purge_rights_requests_of(tenant, before)!
delete from rights_requests where tenant = :tenant and done_at is not null and received_at < :before;

-- name: purge_consents_of(tenant, before)!
delete from consents
where tenant = :tenant and given_at < :before
  and not exists (select 1 from persons p where p.tenant = consents.tenant and p.id = consents.person_id)
  and not exists (
    select 1 from rights_requests r
    where r.tenant = consents.tenant and r.person_id = consents.person_id and r.received_at >= :before);

-- name: purge_consents(given_before)!
delete from consents
where given_at < :given_before
  and tenant not in (select r.tenant from retentions r where r.kind = 'consents')
  and not exists (select 1 from persons p where p.tenant = consents.tenant and p.id = consents.person_id)
  and not exists (
    select 1 from rights_requests r
    where r.tenant = consents.tenant and r.person_id = consents.person_id and r.received_at >= :given_before);

-- name: campaigns_linked(ended_before)
select c.tenant, c.id, c.ends_on, r.days from campaigns c
left join retentions r on r.tenant = c.tenant and r.kind = 'records'
where c.unlinked_at is null and (c.ends_on < :ended_before or r.days is not null)
order by c.tenant, c.id;

-- name: people_linked_to(tenant, campaign_id, most)
select p.id from persons p
where p.tenant = :tenant and p.left_at is null
  and (exists (select 1 from attendances a
      where a.tenant = p.tenant and a.person_id = p.id and a.campaign_id = :campaign_id)
    or exists (select 1 from help_reports h
      where h.tenant = p.tenant and h.person_id = p.id and h.campaign_id = :campaign_id)
    or exists (select 1 from difficulties d
      where d.tenant = p.tenant and d.person_id = p.id and d.campaign_id = :campaign_id)
    or exists (select 1 from signups g join shifts s on s.tenant = g.tenant and s.id = g.shift_id
      where g.tenant = p.tenant and g.person_id = p.id and s.campaign_id = :campaign_id))
order by p.id
limit :most;

-- name: unlink_1_corrections(tenant, campaign_id, gone)*!
update attendance_corrections set person_id = '', decided_by = '', reason = ''
where tenant = :tenant and attendance_id in (
  select a.id from attendances a
  where a.tenant = :tenant and a.campaign_id = :campaign_id and a.person_id = :gone);

-- name: unlink_2_attendances(tenant, campaign_id, gone, kept)*!
update attendances set person_id = :kept
where tenant = :tenant and campaign_id = :campaign_id and person_id = :gone;

-- name: unlink_2_difficulties(tenant, campaign_id, gone, kept)*!
update difficulties set person_id = :kept, note = ''
where tenant = :tenant and campaign_id = :campaign_id and person_id = :gone;

-- name: unlink_2_help_reports(tenant, campaign_id, gone, kept)*!
update help_reports set person_id = :kept, note = '', reason = ''
where tenant = :tenant and campaign_id = :campaign_id and person_id = :gone;

-- name: unlink_2_signups(tenant, campaign_id, gone, kept)*!
update signups set person_id = :kept, note = '', reason = ''
where tenant = :tenant and person_id = :gone and shift_id in (
  select s.id from shifts s where s.tenant = :tenant and s.campaign_id = :campaign_id);

-- name: unlink_3_day_forms(tenant, campaign_id)*!
update day_forms set person_id = '', note = '', reason = ''
where tenant = :tenant and campaign_id = :campaign_id;

-- name: unlink_3_good_models(tenant, campaign_id)*!
update good_models set person_id = '', endorsed_by = '', picked_by = ''
where tenant = :tenant and team_id in (
  select t.id from teams t where t.tenant = :tenant and t.campaign_id = :campaign_id);

-- name: unlink_3_guests(tenant, campaign_id, blot)*!
update attendances set guest = :blot where tenant = :tenant and campaign_id = :campaign_id and guest <> '';

-- name: unlink_3_help_reports(tenant, campaign_id)*!
update help_reports set told_by = 'unlinked' where tenant = :tenant and campaign_id = :campaign_id and told_by <> '';

-- name: unlink_3_help_requests(tenant, campaign_id)*!
update help_requests set person_id = '', taken_by = '', called = '[]', note = ''
where tenant = :tenant and team_id in (
  select t.id from teams t where t.tenant = :tenant and t.campaign_id = :campaign_id);

-- name: unlink_4_campaigns(tenant, campaign_id, now)*!
update campaigns set unlinked_at = :now where tenant = :tenant and id = :campaign_id;

-- name: people_of_the_past(tenant, before, ended_before, most)
select p.id from persons p
where p.tenant = :tenant and p.left_at is null and p.created_at < :before
  and not exists (
    select 1 from memberships m
    left join teams t on t.tenant = m.tenant and t.id = m.team_id
    left join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
    where m.tenant = p.tenant and m.person_id = p.id
      and ((m.team_id = '' and m.to_at is null) or c.ends_on >= :ended_before))
order by p.id
limit :most;
