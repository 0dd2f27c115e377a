-- name: keep_paper(name_hash, content, file_name, mime, expires_at)*!
insert into papers (name_hash, content, file_name, mime, expires_at)
values (:name_hash, :content, :file_name, :mime, :expires_at)
on conflict (name_hash) do nothing;

-- name: paper_by_name(name_hash, now)^
select * from papers where name_hash = :name_hash and expires_at > :now;

-- name: purge_papers(now)!
delete from papers where expires_at <= :now;
