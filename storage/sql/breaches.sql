-- name: save_breach(tenant, id, kind, what, data, people, location, cause, measures, happened_at, noticed_at, opened_at, reported_at, told_at, closed_at, version)*!
insert into breaches
  (tenant, id, kind, what, data, people, location, cause, measures, happened_at, noticed_at, opened_at, reported_at,
   told_at, closed_at, version)
values
  (:tenant, :id, :kind, :what, :data, :people, :location, :cause, :measures, :happened_at, :noticed_at, :opened_at,
   :reported_at, :told_at, :closed_at, :version)
on conflict (tenant, id) do update set
  what = excluded.what, data = excluded.data, people = excluded.people, location = excluded.location,
  cause = excluded.cause, measures = excluded.measures, happened_at = excluded.happened_at,
  reported_at = excluded.reported_at, told_at = excluded.told_at, closed_at = excluded.closed_at,
  version = excluded.version;

-- name: breaches_all()
select * from breaches order by noticed_at, tenant, id;
