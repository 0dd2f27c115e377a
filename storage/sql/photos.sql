-- name: add_photo(tenant, id, team_id, person_id, campaign_id, day_on, what, channel, account, reference, state, doubt, decided_by, decided_at, created_at, version)*!
insert into photos
  (tenant, id, team_id, person_id, campaign_id, day_on, what, channel, account, reference, state, doubt, decided_by,
   decided_at, created_at, version)
values
  (:tenant, :id, :team_id, :person_id, :campaign_id, :day_on, :what, :channel, :account, :reference, :state, :doubt,
   :decided_by, :decided_at, :created_at, :version)
on conflict (tenant, id) do nothing;

-- name: move_photo(tenant, id, what, reference, state, doubt, decided_by, decided_at, version)^
update photos set
  what = :what, reference = :reference, state = :state, doubt = :doubt, decided_by = :decided_by,
  decided_at = :decided_at, version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: photos_by_ids(tenants, ids)
select * from photos
where tenant in (select value from json_each(cast(:tenants as text)))
  and id in (select value from json_each(cast(:ids as text)))
order by tenant, id;

-- name: photos_of_teams(tenants, teams)
select * from photos
where tenant in (select value from json_each(cast(:tenants as text)))
  and team_id in (select value from json_each(cast(:teams as text)))
  and state in ('waiting', 'kept')
order by tenant, team_id, created_at desc, id;

-- name: photos_to_fetch()
select * from photos where state = 'sent' order by created_at, tenant, id;

-- name: keep_photo_image(tenant, id, sealed, expires_at)*!
insert into photo_images (tenant, id, sealed, expires_at) values (:tenant, :id, :sealed, :expires_at)
on conflict (tenant, id) do nothing;

-- name: photo_image_until(tenant, id, expires_at)*!
update photo_images set expires_at = :expires_at where tenant = :tenant and id = :id;

-- name: drop_photo_image(tenant, id)*!
delete from photo_images where tenant = :tenant and id = :id;

-- name: photo_image(tenant, id, now)^
select * from photo_images
where tenant = :tenant and id = :id and (expires_at is null or expires_at > :now);

-- name: purge_photo_images(now)!
delete from photo_images where expires_at <= :now;

-- name: lose_photos(created_before)!
update photos set state = 'gone', reference = '', version = version + 1
where state in ('asked', 'sent', 'waiting') and created_at < :created_before;

-- name: purge_photos(created_before)!
delete from photos where state in ('refused', 'taken_back', 'gone') and created_at < :created_before;

-- name: sealed_photo_references(tenant, id, most)
select tenant, id, reference as sealed from photos
where reference <> '' and (tenant > :tenant or (tenant = :tenant and id > :id))
order by tenant, id limit :most;

-- name: reseal_photo(tenant, id, before, sealed)*!
update photos set reference = :sealed where tenant = :tenant and id = :id and reference = :before;

-- name: sealed_photo_images(tenant, id, most)
select tenant, id, sealed from photo_images
where tenant > :tenant or (tenant = :tenant and id > :id)
order by tenant, id limit :most;

-- name: reseal_photo_image(tenant, id, before, sealed)*!
update photo_images set sealed = :sealed where tenant = :tenant and id = :id and sealed = :before;
