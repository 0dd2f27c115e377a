-- The one process of a SQLite database claims by being alone: it only looks.

-- name: inbox_heads(now, most)
select i.* from inbox i
where i.state = 'waiting' and i.attempts >= 0 and i.retry_at <= :now
  and not exists (select 1 from inbox e where e.line = i.line and e.state = 'waiting' and e.id < i.id)
order by i.id
limit :most;

