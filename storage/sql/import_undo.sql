-- name: add_import_mark(tenant, id, run_id, what, of_id, was)*!
insert into import_marks (tenant, id, run_id, what, of_id, was)
values (:tenant, :id, :run_id, :what, :of_id, :was)
on conflict (tenant, id) do nothing;

-- name: last_import_run()^
select * from import_runs where undone_at is null order by started_at desc, id desc limit 1;

-- name: names_of_run(run_id)
select case when person_id = '' and seen_at = created_at then 1 else 0 end as unused, count(*) as names
from expected_members where batch = :run_id
group by 1
order by 1;

-- name: unused_names_of_run(run_id, most)
select tenant, id from expected_members
where batch = :run_id and person_id = '' and seen_at = created_at
order by tenant, id
limit :most;

-- name: undo_1_expected(tenant, id)*!
delete from expected_members
where tenant = :tenant and id = :id and person_id = '' and seen_at = created_at;

-- name: undo_2_join_codes(tenant, id)*!
delete from join_codes
where tenant = :tenant and expected_id = :id and expected_id <> '' and uses = 0
  and not exists (select 1 from expected_members e where e.tenant = :tenant and e.id = :id);

-- name: undo_3_role_offers(tenant, id)*!
delete from role_offers
where tenant = :tenant and expected_id = :id and expected_id <> '' and state = 'open'
  and not exists (select 1 from expected_members e where e.tenant = :tenant and e.id = :id);

-- name: marks_of_run(run_id, what, after, most)
select tenant, id, of_id, was from import_marks
where run_id = :run_id and what = :what and id > :after
order by id
limit :most;

-- name: used_teams(tenants, ids, run_id)
select t.tenant, t.id, t.name from teams t
where t.tenant in (select value from json_each(cast(:tenants as text)))
  and t.id in (select value from json_each(cast(:ids as text)))
  and (exists (select 1 from memberships m where m.tenant = t.tenant and m.team_id = t.id)
    or exists (
      select 1 from expected_members e
      where e.tenant = t.tenant and e.team_id = t.id
        and not (e.batch = :run_id and e.person_id = '' and e.seen_at = e.created_at))
    or exists (select 1 from join_codes j where j.tenant = t.tenant and j.team_id = t.id and j.expected_id = '')
    or exists (select 1 from attendances a where a.tenant = t.tenant and a.team_id = t.id)
    or exists (select 1 from help_reports r where r.tenant = t.tenant and r.team_id = t.id)
    or exists (select 1 from day_forms f where f.tenant = t.tenant and f.team_id = t.id)
    or exists (select 1 from shifts s where s.tenant = t.tenant and s.team_id = t.id)
    or exists (select 1 from places p where p.tenant = t.tenant and p.team_id = t.id)
    or exists (select 1 from bot_accounts b where b.tenant = t.tenant and b.team_id = t.id)
    or exists (select 1 from tree_changes c where c.tenant = t.tenant and c.from_key = t.id))
order by t.tenant, t.id;

-- name: undo_4_team(tenant, id)*!
delete from teams where tenant = :tenant and id = :id;

-- name: undo_5_organisation(tenant, id)*!
delete from organisations
where tenant = :tenant and id = :id
  and not exists (select 1 from teams t where t.tenant = :tenant and t.organisation_id = :id);

-- name: undo_6_moved(tenant, id, was, now_is)*!
update teams set organisation_id = :was, version = version + 1
where tenant = :tenant and id = :id and organisation_id = :now_is;

-- name: undo_7_offer(tenant, id)*!
delete from role_offers where tenant = :tenant and id = :id and state = 'open';

-- name: undo_import_run(id, undone_at)*!
update import_runs set undone_at = :undone_at where id = :id;
