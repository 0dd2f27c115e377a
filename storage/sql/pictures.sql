-- name: keep_picture(name_hash, png, expires_at)*!
insert into pictures (name_hash, png, expires_at) values (:name_hash, :png, :expires_at)
on conflict (name_hash) do update set expires_at = excluded.expires_at;

-- name: picture_by_name(name_hash, now)^
select * from pictures where name_hash = :name_hash and expires_at > :now;

-- name: purge_pictures(now)!
delete from pictures where expires_at <= :now;
