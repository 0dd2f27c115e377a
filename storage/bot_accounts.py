"""Bots of teams, communes and provinces: which platform, whose, and how full."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, MaybeAt, Record, to_micros
from storage.sources import Source, TeamKey, json_list

AccountKey = tuple[str, str]
"""(channel, account)."""
EVERY = timedelta(hours=1)
"""How often the platform is asked whether a bot is still ours."""
AGAIN = timedelta(minutes=1)
"""How soon one is asked again that could not be asked."""


class AccountState(StrEnum):
    """``ASKED`` until the platform has said who the bot is; ``REFUSED`` when it does not know the token."""

    ASKED = "asked"
    LIVE = "live"
    REFUSED = "refused"
    REMOVED = "removed"


class BotAccount(Record):
    """One bot. It belongs to the team ``team_id`` in the commune ``unit_code``, or without a team to a unit
    and everything under it.

    ``link`` is where people find it, ``hook_url`` the webhook it was given; ``answer_to`` the chat (contact
    key) of whoever connected it, ``error`` what the platform said last.
    """

    tenant: str
    id: str
    channel: str
    account: str
    unit_code: str = ""
    team_id: str = ""
    sealed_token: str
    state: AccountState = AccountState.ASKED
    title: str = ""
    link: str = ""
    hook_url: str = ""
    added_by: str = ""
    answer_to: str = ""
    error: str = ""
    created_at: At
    checked_at: MaybeAt = None
    version: int = 0

    @property
    def key(self) -> AccountKey:
        """(channel, account)."""
        return self.channel, self.account


class AccountCard(BotAccount):
    """A bot with the number of people it reaches, and the name of its team (empty without one)."""

    people: int = 0
    team_name: str = ""


async def in_use(tx: Tx) -> list[BotAccount]:
    """Every bot that is connected, or about to be, in the order of their connecting."""
    return [BotAccount.model_validate(dict(row)) for row in await tx.all("bot_accounts_in_use")]


async def versions(tx: Tx) -> Mapping[AccountKey, int]:
    """The version of every bot that is connected, or about to be: what tells whether its record is known."""
    rows = await tx.all("bot_account_versions")
    return {(row["channel"], row["account"]): row["version"] for row in rows}


async def to_check(tx: Tx, now: datetime, hooks: str, most: int) -> list[BotAccount]:
    """Up to ``most`` bots to look after: those just asked for first, then those whose webhook does not begin
    with ``hooks``, then those not looked after for an hour."""
    before, soon = to_micros(now - EVERY), to_micros(now - AGAIN)
    rows = await tx.all("bot_accounts_to_check", before=before, soon=soon, hooks=f"{hooks}%", most=most)
    return [BotAccount.model_validate(dict(row)) for row in rows]


async def cards(tx: Tx) -> list[AccountCard]:
    """Every bot that was not removed, for whoever operates the program."""
    return [AccountCard.model_validate(dict(row)) for row in await tx.all("bot_accounts_all")]


async def of_accounts(tx: Tx, keys: Sequence[AccountKey]) -> Mapping[AccountKey, AccountCard]:
    """The bots with these accounts, whatever their state."""
    rows = await tx.all("bot_accounts_by_account", accounts=json_list(key[1] for key in keys))
    return {(row["channel"], row["account"]): AccountCard.model_validate(dict(row)) for row in rows}


async def _near(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[AccountCard]]:
    rows = await tx.all(
        "bot_accounts_near_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(["", *(key[1] for key in keys)]),
    )
    found = [AccountCard.model_validate(dict(row)) for row in rows]
    return {
        key: [card for card in found if card.tenant == key[0] and card.team_id in ("", key[1])]
        for key in keys
    }


async def _of_tenants(tx: Tx, tenants: Sequence[str]) -> Mapping[str, list[AccountCard]]:
    found: dict[str, list[AccountCard]] = defaultdict(list)
    for row in await tx.all("bot_accounts_of_tenants", tenants=json_list(tenants)):
        found[row["tenant"]].append(AccountCard.model_validate(dict(row)))
    return found


by_account = Source("bot_account", of_accounts)
near = Source("bot_accounts_near", _near)
"""The live bots of a team, and all those of its tenant that belong to a unit."""
of_tenant = Source("bot_accounts_of_tenant", _of_tenants)
"""The bots of a tenant that were not removed, in the order of their connecting."""


def added(record: BotAccount) -> Effect:
    """Connect a bot; contested, because another node may have it: it must let go of it first."""
    return Effect("add_bot_account", record.model_dump(), contested=True)


def checked(record: BotAccount, state: AccountState, now: datetime, **told: str) -> Effect:
    """What the platform said of a bot as it was read: title, link, hook_url, error."""
    known = record.model_dump() | told
    params = {name: known[name] for name in ("tenant", "id", "title", "link", "hook_url", "error", "version")}
    return Effect(
        "check_bot_account", {**params, "state": state, "checked_at": to_micros(now)}, contested=True
    )


def doubted(key: AccountKey) -> Effect:
    """The platform refused what was sent through a bot: it is to be asked about now."""
    return Effect("doubt_bot_account", {"channel": key[0], "account": key[1]})


def removed(record: BotAccount) -> Effect:
    """Let a bot go: its token is forgotten."""
    params = {"tenant": record.tenant, "id": record.id, "version": record.version}
    return Effect("remove_bot_account", params, contested=True)


def contacts_marked(record: BotAccount, *, unreachable: bool) -> Effect:
    """Nobody can be reached through a bot that was let go; everybody again when it is back."""
    params = {"channel": record.channel, "account": record.account, "unreachable": int(unreachable)}
    return Effect("mark_contacts_of_account", params)
