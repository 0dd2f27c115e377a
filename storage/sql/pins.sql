-- name: pins_of_people(tenants, people)
select * from pins
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
order by tenant, person_id;

-- name: keep_pin(tenant, person_id, pin_hash, tries, reopens_at, closes_at, gone_at, set_at)*!
insert into pins (tenant, person_id, pin_hash, tries, reopens_at, closes_at, gone_at, set_at)
values (:tenant, :person_id, :pin_hash, :tries, :reopens_at, :closes_at, :gone_at, :set_at)
on conflict (tenant, person_id) do update set
  pin_hash = excluded.pin_hash, tries = excluded.tries, reopens_at = excluded.reopens_at,
  closes_at = excluded.closes_at, gone_at = excluded.gone_at, set_at = excluded.set_at;

-- name: try_pin(tenant, person_id, tries, reopens_at, closes_at, gone_at, was)^
update pins set tries = :tries, reopens_at = :reopens_at, closes_at = :closes_at, gone_at = :gone_at
where tenant = :tenant and person_id = :person_id and tries = :was
returning person_id;

-- name: end_pin(tenant, person_id)*!
delete from pins where tenant = :tenant and person_id = :person_id;

-- name: purge_pins(now)!
delete from pins where gone_at is not null and gone_at <= :now;
