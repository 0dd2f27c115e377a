"""What passes through a bot whose messages are counted: by day, and by the month the platform counts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import Record
from storage.sources import PersonKey, Source, json_list

TenantPeriod = tuple[str, str]
"""(tenant, day or month as ISO text)."""
TeamDay = tuple[str, str, str]
"""(tenant, team id, day as ISO text)."""
UsePeriod = tuple[str, str, str]
"""(channel, account, day or month as ISO text)."""


class Use(Record):
    """Messages of one bot. ``dropped`` are reminders that did not leave because the month was nearly spent,
    ``dropped_lists`` the digests and lists of leaders."""

    sent: int = 0
    received: int = 0
    dropped: int = 0
    dropped_lists: int = 0


class NearLimit(Record):
    """A bot of which much is spent; ``tenant`` and ``id`` are empty for one of the settings."""

    tenant: str = ""
    id: str = ""
    channel: str
    account: str
    team_id: str = ""
    added_by: str = ""
    title: str = ""
    spent: int


async def month(tx: Tx, channel: str, account: str, month_on: str) -> Use:
    """What passed through one bot in a month (2026-11)."""
    return (await _by_month(tx, [(channel, account, month_on)])).get((channel, account, month_on), Use())


async def _by_month(tx: Tx, keys: Sequence[UsePeriod]) -> Mapping[UsePeriod, Use]:
    rows = await tx.all(
        "use_of_months", accounts=json_list(key[1] for key in keys), months=json_list(key[2] for key in keys)
    )
    return {(row["channel"], row["account"], row["month_on"]): Use.model_validate(_use(row)) for row in rows}


async def _by_day(tx: Tx, keys: Sequence[UsePeriod]) -> Mapping[UsePeriod, Use]:
    rows = await tx.all(
        "use_of_days", accounts=json_list(key[1] for key in keys), days=json_list(key[2] for key in keys)
    )
    return {(row["channel"], row["account"], row["day_on"]): Use.model_validate(_use(row)) for row in rows}


def _use(row: Mapping[str, object]) -> dict[str, object]:
    return {name: row[name] for name in Use.model_fields}


async def _of_tenants(tx: Tx, keys: Sequence[TenantPeriod]) -> Mapping[TenantPeriod, dict[str, Use]]:
    tenants, periods = json_list(key[0] for key in keys), json_list(key[1] for key in keys)
    found: dict[TenantPeriod, dict[str, Use]] = defaultdict(dict)
    for row in await tx.all("use_of_tenants_months", tenants=tenants, months=periods):
        found[row["tenant"], row["month_on"]][row["account"]] = Use.model_validate(_use(row))
    for row in await tx.all("use_of_tenants_days", tenants=tenants, days=periods):
        found[row["tenant"], row["day_on"]][row["account"]] = Use.model_validate(_use(row))
    return found


async def _of_teams(tx: Tx, keys: Sequence[TeamDay]) -> Mapping[TeamDay, Use]:
    rows = await tx.all(
        "use_of_teams_days",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        days=json_list(key[2] for key in keys),
    )
    return {(row["tenant"], row["team_id"], row["day_on"]): Use.model_validate(_use(row)) for row in rows}


of_month = Source("account_month", _by_month)
of_day = Source("account_day", _by_day)
of_tenant = Source("accounts_of_tenant", _of_tenants)
"""What passed through each bot of a tenant (by account) on a day or in a month."""
of_team = Source("accounts_of_team", _of_teams)
"""What passed through a team's own bots on a day."""


async def near(tx: Tx, period: str, least: int, *, received: bool) -> list[NearLimit]:
    """Bots through which at least ``least`` messages passed on a day (2026-11-23) or in a month (2026-11);
    those that came in count where ``received``."""
    params = {"period": period, "least": least, "received": int(received)}
    of_month = len(period) == len("2026-11")
    rows = await (tx.all("months_near_limit", **params) if of_month else tx.all("days_near_limit", **params))
    return [NearLimit.model_validate(dict(row)) for row in rows]


async def leaders_on(tx: Tx, channel: str, accounts: Sequence[str]) -> Mapping[str, list[PersonKey]]:
    """The leaders and deputies who write to each of these bots."""
    found: dict[str, list[PersonKey]] = defaultdict(list)
    if accounts:
        for row in await tx.all("leaders_on_accounts", channel=channel, accounts=json_list(accounts)):
            found[row["account"]].append((row["tenant"], row["person_id"]))
    return found


async def people_near(tx: Tx, channel: str, least: int) -> list[NearLimit]:
    """Bots of ``channel`` that reach at least ``least`` people."""
    rows = await tx.all("accounts_with_people", channel=channel, least=least)
    return [NearLimit.model_validate(dict(row)) for row in rows]


def counted(channel: str, account: str, at: datetime, **passed: int) -> list[Effect]:
    """So many messages more, on the local day and in the month of ``at`` (local time)."""
    use = {**Use().model_dump(), **passed, "channel": channel, "account": account}
    day_on = at.date().isoformat()
    return [
        Effect("count_account_day", {**use, "day_on": day_on}),
        Effect("count_account_month", {**use, "month_on": day_on[:7]}),
    ]
