-- name: note_digest(tenant, team_id, day_on, visits, people, sent_at)*!
insert into digests_sent (tenant, team_id, day_on, visits, people, sent_at)
values (:tenant, :team_id, :day_on, :visits, :people, :sent_at)
on conflict (tenant, team_id, day_on) do update set
  visits = excluded.visits, people = excluded.people, sent_at = excluded.sent_at;

-- name: digests_of_teams(tenants, teams, since_on, until_on)
select * from digests_sent
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on and day_on <= :until_on
order by tenant, team_id, day_on;

-- name: worked_days_of_teams(tenants, teams, since_on, until_on)
select tenant, team_id, day_on, count(distinct person_id) as people,
  cast(sum(case when out_at is null then 0 else out_at - in_at end) as bigint) / 60000000 as minutes
from attendances
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and day_on >= :since_on and day_on <= :until_on
group by tenant, team_id, day_on
order by tenant, team_id, day_on;

-- name: purge_digests(sent_before)!
delete from digests_sent where sent_at < :sent_before;
