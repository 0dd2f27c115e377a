-- name: save_breach(tenant, id, kind, what, place, parties, data, sensitive, people, records, location, cause, harm, measures, late_because, happened_at, noticed_at, opened_at, reported_at, told_at, closed_at, version)*!
insert into breaches
  (tenant, id, kind, what, place, parties, data, sensitive, people, records, location, cause, harm, measures,
   late_because, happened_at, noticed_at, opened_at, reported_at, told_at, closed_at, version)
values
  (:tenant, :id, :kind, :what, :place, :parties, :data, :sensitive, :people, :records, :location, :cause, :harm,
   :measures, :late_because, :happened_at, :noticed_at, :opened_at, :reported_at, :told_at, :closed_at, :version)
on conflict (tenant, id) do update set
  what = excluded.what, place = excluded.place, parties = excluded.parties, data = excluded.data,
  sensitive = excluded.sensitive, people = excluded.people, records = excluded.records, location = excluded.location,
  cause = excluded.cause, harm = excluded.harm, measures = excluded.measures, late_because = excluded.late_because,
  happened_at = excluded.happened_at, reported_at = excluded.reported_at, told_at = excluded.told_at,
  closed_at = excluded.closed_at, version = excluded.version;

-- name: breaches_all()
select * from breaches order by noticed_at, tenant, id;
