-- name: add_offer(tenant, id, team_id, shift_id, kind, person_id, signup_id, to_id, back_id, places, next_at, created_at)^
insert into shift_offers
  (tenant, id, team_id, shift_id, kind, person_id, signup_id, to_id, back_id, places, state, next_at, created_at)
select s.tenant, cast(:id as text), cast(:team_id as text), s.id, cast(:kind as text), cast(:person_id as text),
  cast(:signup_id as text), cast(:to_id as text), cast(:back_id as text), cast(:places as integer), 'open',
  cast(:next_at as bigint), cast(:created_at as bigint)
from shifts s
where s.tenant = :tenant and s.id = :shift_id and s.cancelled_at is null
  and not exists (
    select 1 from shift_offers o
    where o.tenant = s.tenant and o.shift_id = s.id and o.signup_id = :signup_id and o.state = 'open')
returning id;

-- name: take_offer(tenant, id, at)^
update shift_offers set
  taken = taken + 1, version = version + 1,
  state = case when taken + 1 < places then state else 'filled' end,
  next_at = case when taken + 1 < places then next_at end,
  closed_at = case when taken + 1 < places then closed_at else cast(:at as bigint) end
where tenant = :tenant and id = :id and state = 'open'
returning id;

-- name: close_offer(tenant, id, at, told_at)^
update shift_offers set
  state = case when taken > 0 then 'filled' else 'closed' end, closed_at = :at, next_at = null,
  told_at = cast(:told_at as bigint), version = version + 1
where tenant = :tenant and id = :id and state = 'open'
returning id;

-- name: close_offers_of_signup(tenant, signup_id, at)*!
update shift_offers set state = 'closed', closed_at = :at, next_at = null, told_at = :at, version = version + 1
where tenant = :tenant and signup_id = :signup_id and state = 'open';

-- name: move_offer(tenant, id, next_at, version)^
update shift_offers set next_at = cast(:next_at as bigint), version = version + 1
where tenant = :tenant and id = :id and state = 'open' and version = :version
returning id;

-- name: tell_offer(tenant, id, told_at)^
update shift_offers set told_at = :told_at where tenant = :tenant and id = :id and told_at is null
returning id;

-- name: offers_by_id(tenants, ids)
select o.*, p.name, t.name as team_name, c.exercise, s.starts_at, s.ends_at, s.needed,
  coalesce(l.name, '') as place_name,
  (select count(*) from signups g
   where g.tenant = o.tenant and g.shift_id = o.shift_id and g.ended_at is null) as coming,
  (select count(*) from signups g
   where g.tenant = o.tenant and g.shift_id = o.shift_id and g.ended_at is null
     and g.asked_at is not null and g.state <> 'pledged') as unanswered
from shift_offers o
join shifts s on s.tenant = o.tenant and s.id = o.shift_id
join persons p on p.tenant = o.tenant and p.id = o.person_id
join teams t on t.tenant = o.tenant and t.id = o.team_id
join campaigns c on c.tenant = t.tenant and c.id = t.campaign_id
left join places l on l.tenant = s.tenant and l.id = s.place_id
where o.tenant in (select value from json_each(cast(:tenants as text)))
  and o.id in (select value from json_each(cast(:ids as text))) and s.cancelled_at is null
order by o.tenant, o.id;

-- name: offers_of_people(tenants, people)
select * from shift_offers
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and state = 'open'
order by tenant, person_id, created_at, id;

-- name: offers_of_shifts(tenants, shifts)
select * from shift_offers
where tenant in (select value from json_each(cast(:tenants as text)))
  and shift_id in (select value from json_each(cast(:shifts as text)))
order by tenant, shift_id, created_at, id;

-- name: offers_due(until)
select * from shift_offers where next_at <= :until order by next_at, tenant, id;

-- name: add_ask(tenant, offer_id, person_id, outbox_id, asked_at)*!
insert into offer_asks (tenant, offer_id, person_id, outbox_id, asked_at)
values (:tenant, :offer_id, :person_id, :outbox_id, :asked_at)
on conflict do nothing;

-- name: answer_ask(tenant, offer_id, person_id, answer, answered_at)*!
update offer_asks set answer = :answer, answered_at = :answered_at
where tenant = :tenant and offer_id = :offer_id and person_id = :person_id;

-- name: asks_of_offers(tenants, offers)
select a.*, p.name, p.language, coalesce(b.state, '') as state, coalesce(b.message_id, '') as message_id,
  coalesce(b.channel, '') as channel, coalesce(b.account, '') as account, coalesce(b.chat, '') as chat
from offer_asks a
join persons p on p.tenant = a.tenant and p.id = a.person_id
left join outbox b on b.id = a.outbox_id
where a.tenant in (select value from json_each(cast(:tenants as text)))
  and a.offer_id in (select value from json_each(cast(:offers as text)))
order by a.tenant, a.offer_id, a.asked_at, a.person_id;

-- name: offers_asked_of(tenants, people, since)
select a.* from offer_asks a
join shift_offers o on o.tenant = a.tenant and o.id = a.offer_id
where a.tenant in (select value from json_each(cast(:tenants as text)))
  and a.person_id in (select value from json_each(cast(:people as text)))
  and a.asked_at >= :since and a.answer = '' and o.state = 'open'
order by a.tenant, a.person_id, a.asked_at, o.id;

-- name: purge_offer_asks(asked_before)!
delete from offer_asks where asked_at < :asked_before;

-- name: worked_of_people(tenants, people, since)
select tenant, person_id, sum(out_at - in_at) as worked from attendances
where tenant in (select value from json_each(cast(:tenants as text)))
  and person_id in (select value from json_each(cast(:people as text)))
  and in_at >= :since and out_at is not null
group by tenant, person_id
order by tenant, person_id;
