-- name: count_account_day(channel, account, day_on, sent, received, dropped, dropped_lists)*!
insert into account_days (channel, account, day_on, sent, received, dropped, dropped_lists)
values (:channel, :account, :day_on, :sent, :received, :dropped, :dropped_lists)
on conflict (channel, account, day_on) do update set
  sent = account_days.sent + excluded.sent, received = account_days.received + excluded.received,
  dropped = account_days.dropped + excluded.dropped,
  dropped_lists = account_days.dropped_lists + excluded.dropped_lists;

-- name: count_account_month(channel, account, month_on, sent, received, dropped, dropped_lists)*!
insert into account_months (channel, account, month_on, sent, received, dropped, dropped_lists)
values (:channel, :account, :month_on, :sent, :received, :dropped, :dropped_lists)
on conflict (channel, account, month_on) do update set
  sent = account_months.sent + excluded.sent, received = account_months.received + excluded.received,
  dropped = account_months.dropped + excluded.dropped,
  dropped_lists = account_months.dropped_lists + excluded.dropped_lists;

-- name: use_of_days(accounts, days)
select * from account_days
where account in (select value from json_each(cast(:accounts as text)))
  and day_on in (select value from json_each(cast(:days as text)))
order by channel, account, day_on;

-- name: use_of_months(accounts, months)
select * from account_months
where account in (select value from json_each(cast(:accounts as text)))
  and month_on in (select value from json_each(cast(:months as text)))
order by channel, account, month_on;

-- name: use_of_tenants_months(tenants, months)
select b.tenant, m.* from account_months m
join bot_accounts b on b.channel = m.channel and b.account = m.account and b.state <> 'removed'
where b.tenant in (select value from json_each(cast(:tenants as text)))
  and m.month_on in (select value from json_each(cast(:months as text)))
order by b.tenant, m.channel, m.account;

-- name: use_of_tenants_days(tenants, days)
select b.tenant, d.* from account_days d
join bot_accounts b on b.channel = d.channel and b.account = d.account and b.state <> 'removed'
where b.tenant in (select value from json_each(cast(:tenants as text)))
  and d.day_on in (select value from json_each(cast(:days as text)))
order by b.tenant, d.channel, d.account;

-- name: use_of_teams_days(tenants, teams, days)
select b.tenant, b.team_id, d.day_on, sum(d.sent) as sent, sum(d.received) as received,
  sum(d.dropped) as dropped, sum(d.dropped_lists) as dropped_lists
from bot_accounts b
join account_days d on d.channel = b.channel and d.account = b.account
where b.tenant in (select value from json_each(cast(:tenants as text)))
  and b.team_id in (select value from json_each(cast(:teams as text))) and b.team_id <> ''
  and b.state <> 'removed' and d.day_on in (select value from json_each(cast(:days as text)))
group by b.tenant, b.team_id, d.day_on
order by b.tenant, b.team_id, d.day_on;

-- name: months_near_limit(period, least, received)
select m.channel, m.account, m.sent + m.received * :received as spent, coalesce(b.tenant, '') as tenant,
  coalesce(b.id, '') as id, coalesce(b.team_id, '') as team_id, coalesce(b.added_by, '') as added_by,
  coalesce(b.title, '') as title
from account_months m
left join bot_accounts b on b.channel = m.channel and b.account = m.account and b.state = 'live'
where m.month_on = :period and m.sent + m.received * :received >= :least
order by m.channel, m.account;

-- name: days_near_limit(period, least, received)
select d.channel, d.account, d.sent + d.received * :received as spent, coalesce(b.tenant, '') as tenant,
  coalesce(b.id, '') as id, coalesce(b.team_id, '') as team_id, coalesce(b.added_by, '') as added_by,
  coalesce(b.title, '') as title
from account_days d
left join bot_accounts b on b.channel = d.channel and b.account = d.account and b.state = 'live'
where d.day_on = :period and d.sent + d.received * :received >= :least
order by d.channel, d.account;

-- name: leaders_on_accounts(channel, accounts)
select distinct c.account, c.tenant, c.person_id from contacts c
join memberships m on m.tenant = c.tenant and m.person_id = c.person_id and m.to_at is null and m.pending = 0
  and m.role in ('leader', 'deputy')
where c.channel = :channel and c.account in (select value from json_each(cast(:accounts as text)))
  and c.person_id <> ''
order by c.account, c.tenant, c.person_id;

-- name: accounts_with_people(channel, least)
select c.channel, c.account, count(*) as spent, coalesce(b.tenant, '') as tenant, coalesce(b.id, '') as id,
  coalesce(b.team_id, '') as team_id, coalesce(b.added_by, '') as added_by, coalesce(b.title, '') as title
from contacts c
left join bot_accounts b on b.channel = c.channel and b.account = c.account and b.state = 'live'
where c.channel = :channel and c.person_id <> ''
group by c.channel, c.account, b.tenant, b.id, b.team_id, b.added_by, b.title
having count(*) >= :least
order by c.channel, c.account;
