-- name: sessions_of_lines(lines)
select * from sessions where line in (select value from json_each(cast(:lines as text))) order by line;

-- name: save_session(line, form, body, offered, place_for, updated_at)*!
insert into sessions (line, form, body, offered, place_for, updated_at)
values (:line, :form, :body, :offered, :place_for, :updated_at)
on conflict (line) do update set
  form = excluded.form, body = excluded.body, offered = excluded.offered, place_for = excluded.place_for,
  updated_at = excluded.updated_at;

-- name: offer(line, offered, updated_at)*!
insert into sessions (line, form, body, offered, updated_at)
values (:line, '', '', :offered, :updated_at)
on conflict (line) do update set
  offered = case when sessions.form = '' then excluded.offered else sessions.offered end,
  updated_at = excluded.updated_at;

-- name: drop_session(line)*!
delete from sessions where line = :line;

-- name: purge_sessions(updated_before)!
delete from sessions
where updated_at < :updated_before
  and line not in (
    select p.id from persons p join retentions r on r.tenant = p.tenant where r.kind = 'sessions');

-- name: withdraw_offered(line, offered)*!
update sessions set offered = '' where line = :line and offered = :offered;
