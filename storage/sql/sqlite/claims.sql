-- The one process of a SQLite database claims by being alone: it only looks.
-- What failed is looked for by the time it is due, so that a thousand sick updates cost no look a thousand rows.

-- name: inbox_heads(now, most, again)
select * from (
  select i.* from inbox i
  where i.state = 'waiting' and i.attempts = 0
    and not exists (select 1 from inbox e where e.line = i.line and e.state = 'waiting' and e.id < i.id)
  order by i.id
  limit :most) as fresh
union all
select * from (
  select i.* from inbox i
  where i.state = 'waiting' and i.attempts > 0 and i.retry_at <= :now
    and not exists (select 1 from inbox e where e.line = i.line and e.state = 'waiting' and e.id < i.id)
  order by i.retry_at, i.id
  limit :again) as again
order by id;

-- name: inbox_next_retry(now)^
select min(retry_at) as retry_at from inbox where state = 'waiting' and attempts > 0 and retry_at > :now;
