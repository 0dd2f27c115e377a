-- name: claim_slot(tenant, kind, subject, slot_at, ran_at, late)^
insert into job_runs (tenant, kind, subject, slot_at, ran_at, late)
values (:tenant, :kind, :subject, :slot_at, :ran_at, :late)
on conflict do nothing
returning slot_at;

-- name: note_slot(tenant, kind, subject, slot_at, ran_at, late)*!
insert into job_runs (tenant, kind, subject, slot_at, ran_at, late)
values (:tenant, :kind, :subject, :slot_at, :ran_at, :late)
on conflict do nothing;

-- name: claimed_slots(kind, since)
select tenant, subject, slot_at from job_runs where kind = :kind and slot_at >= :since
order by tenant, subject, slot_at;

-- name: claimed_slots_of_subjects(kind, subjects, since)
select tenant, subject, slot_at from job_runs
where kind = :kind and slot_at >= :since
  and subject in (select value from json_each(cast(:subjects as text)))
order by tenant, subject, slot_at;

-- name: claimed_subjects(kind, tenants, subjects)
select tenant, subject, ran_at from job_runs
where kind = :kind
  and tenant in (select value from json_each(cast(:tenants as text)))
  and subject in (select value from json_each(cast(:subjects as text)))
order by tenant, subject, slot_at;

-- name: purge_job_runs(ran_before)!
delete from job_runs where ran_at < :ran_before;

-- name: save_holiday(day_on, name, working)*!
insert into holidays (day_on, name, working) values (:day_on, :name, :working)
on conflict (day_on) do update set name = excluded.name, working = excluded.working;

-- name: holidays_all()
select * from holidays order by day_on;

-- name: save_unit(code, level, name, kind, parent, valid_from_on, valid_to_on)*!
insert into units (code, level, name, kind, parent, valid_from_on, valid_to_on)
values (:code, :level, :name, :kind, :parent, :valid_from_on, :valid_to_on)
on conflict (code) do update set
  name = excluded.name, kind = excluded.kind, parent = excluded.parent, valid_from_on = excluded.valid_from_on,
  valid_to_on = excluded.valid_to_on;

-- name: units_all()
select * from units order by code;
