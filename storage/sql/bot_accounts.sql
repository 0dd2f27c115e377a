-- name: bot_accounts_in_use()
select * from bot_accounts where state in ('live', 'asked') order by created_at, id;

-- name: bot_account_versions()
select channel, account, version from bot_accounts where state in ('live', 'asked') order by channel, account;

-- name: bot_accounts_to_check(before, soon, hooks, most)
select * from bot_accounts
where (state = 'asked' and (checked_at is null or checked_at < :soon))
  or (state = 'live' and (checked_at is null or checked_at < :before
    or (hook_url not like :hooks and checked_at < :soon)))
order by case when state = 'asked' then 0 when hook_url not like :hooks then 1 else 2 end, checked_at, id
limit :most;

-- name: bot_accounts_all()
select b.*, coalesce(t.name, '') as team_name, (
    select count(*) from contacts c
    where c.channel = b.channel and c.account = b.account and c.person_id <> '') as people
from bot_accounts b
left join teams t on t.tenant = b.tenant and t.id = b.team_id
where b.state <> 'removed'
order by b.created_at, b.id;

-- name: bot_accounts_by_account(accounts)
select b.*, coalesce(t.name, '') as team_name, (
    select count(*) from contacts c
    where c.channel = b.channel and c.account = b.account and c.person_id <> '') as people
from bot_accounts b
left join teams t on t.tenant = b.tenant and t.id = b.team_id
where b.account in (select value from json_each(cast(:accounts as text)))
order by b.channel, b.account;

-- name: bot_accounts_near_teams(tenants, teams)
select b.*, (
    select count(*) from contacts c
    where c.channel = b.channel and c.account = b.account and c.person_id <> '') as people
from bot_accounts b
where b.tenant in (select value from json_each(cast(:tenants as text)))
  and b.team_id in (select value from json_each(cast(:teams as text)))
  and b.state = 'live'
order by b.created_at, b.id;

-- name: bot_accounts_of_tenants(tenants)
select b.*, coalesce(t.name, '') as team_name, (
    select count(*) from contacts c
    where c.channel = b.channel and c.account = b.account and c.person_id <> '') as people
from bot_accounts b
left join teams t on t.tenant = b.tenant and t.id = b.team_id
where b.tenant in (select value from json_each(cast(:tenants as text))) and b.state <> 'removed'
order by b.tenant, b.created_at, b.id;

-- name: add_bot_account(tenant, id, channel, account, unit_code, team_id, sealed_token, state, title, link, hook_url, added_by, answer_to, error, created_at, checked_at, version)^
insert into bot_accounts
  (tenant, id, channel, account, unit_code, team_id, sealed_token, state, title, link, hook_url, added_by,
   answer_to, error, created_at, checked_at, version)
values
  (:tenant, :id, :channel, :account, :unit_code, :team_id, :sealed_token, :state, :title, :link, :hook_url,
   :added_by, :answer_to, :error, :created_at, :checked_at, :version)
on conflict (channel, account) do update set
  tenant = excluded.tenant, id = excluded.id, unit_code = excluded.unit_code, team_id = excluded.team_id,
  sealed_token = excluded.sealed_token, state = excluded.state, added_by = excluded.added_by,
  answer_to = excluded.answer_to, error = '', hook_url = '', created_at = excluded.created_at,
  checked_at = null, version = bot_accounts.version + 1
where bot_accounts.state in ('refused', 'removed')
  or (bot_accounts.tenant = excluded.tenant and bot_accounts.team_id = excluded.team_id
    and bot_accounts.unit_code = excluded.unit_code)
returning id;

-- name: check_bot_account(tenant, id, state, title, link, hook_url, error, checked_at, version)^
update bot_accounts set
  state = :state, title = :title, link = :link, hook_url = :hook_url, error = :error, checked_at = :checked_at,
  version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: doubt_bot_account(channel, account)*!
update bot_accounts set checked_at = null where channel = :channel and account = :account and state = 'live';

-- name: remove_bot_account(tenant, id, version)^
update bot_accounts set state = 'removed', sealed_token = '', hook_url = '', version = version + 1
where tenant = :tenant and id = :id and version = :version
returning id;

-- name: mark_contacts_of_account(channel, account, unreachable)*!
update contacts set unreachable = :unreachable where channel = :channel and account = :account;

-- name: sealed_bot_tokens(tenant, id, most)
select tenant, id, sealed_token as sealed from bot_accounts
where sealed_token <> '' and (tenant > :tenant or (tenant = :tenant and id > :id))
order by tenant, id limit :most;

-- The platform is told the webhook anew: its secret hangs on the key too.
-- name: reseal_bot_token(tenant, id, before, sealed)*!
update bot_accounts set sealed_token = :sealed, hook_url = '', checked_at = null, version = version + 1
where tenant = :tenant and id = :id and sealed_token = :before;
