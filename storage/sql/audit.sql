-- The row of a chain is its lock: whoever appends holds it until their commit, so numbers and hashes follow one another.
-- name: lengthen_chain(tenant, events)^
insert into audit_chains (tenant, seq, hash) values (:tenant, :events, '')
on conflict (tenant) do update set seq = audit_chains.seq + excluded.seq
returning seq, hash;

-- name: add_audit_event(tenant, seq, at, actor, what, subject, detail, hash)*!
insert into audit_events (tenant, seq, at, actor, what, subject, detail, hash)
values (:tenant, :seq, :at, :actor, :what, :subject, :detail, :hash);

-- name: close_chain(tenant, hash)!
update audit_chains set hash = :hash where tenant = :tenant;

-- name: audit_chains_all()
select * from audit_chains order by tenant;

-- name: audit_events_after(tenant, after, most)
select * from audit_events where tenant = :tenant and seq > :after order by seq limit :most;

-- name: audit_events_ripe(before)
select one.tenant, one.seq, one.hash from audit_events as one
where (one.tenant, one.seq) in (select tenant, max(seq) from audit_events where at < :before group by tenant)
order by one.tenant;

-- name: cut_chain(tenant, seq, hash)!
update audit_chains set kept_from = :seq + 1, kept_after = :hash where tenant = :tenant;

-- name: purge_audit_events(tenant, until)!
delete from audit_events where tenant = :tenant and seq <= :until;
