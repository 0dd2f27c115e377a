"""What an operator does with the bots of teams and units: connect one, list them, let one go."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime

from bot import clock
from bot.operating import Given, OperationError
from handlers.bot_token import channel_of
from locales.formats import local
from storage import account_use, bot_accounts, teams
from storage.account_use import Use
from storage.bot_accounts import AccountCard, AccountState, BotAccount
from storage.database import Database
from storage.effects import Effect, Lost, carry_out
from storage.queries import Tx
from storage.sources import Facts
from storage.unit_file import read_units

WAIT = 8.0
"""Seconds in which a running program has asked the platform."""
_LOOK = 0.25
MOST_SEALED = 2_000
"""Bots with their tokens in one answer of less than a megabyte."""


async def added(database: Database, given: Given) -> str:
    """Connect the bot ``account`` with its ``sealed`` token to ``team`` or ``unit``; what became of it."""
    now = clock.now()
    record = await database.read(lambda tx: _record(tx, given, now))
    await _written(
        database, [bot_accounts.added(record)], "another team or unit has this bot: remove it there"
    )
    ends_at = clock.monotonic() + WAIT
    while clock.monotonic() < ends_at:
        card = await _card(database, record.account)
        if card.state is not AccountState.ASKED or card.error:
            break
        await asyncio.sleep(_LOOK)
    return _told(card, Use())


async def listed(database: Database, _: Given) -> str:
    """Every bot that teams and units connected, a line each, with what passed through it this month."""
    month_on = local(clock.now()).date().isoformat()[:7]

    async def work(tx: Tx) -> list[str]:
        cards, facts = await bot_accounts.cards(tx), Facts()
        await facts.load(tx, [account_use.of_month.of((*card.key, month_on)) for card in cards])
        uses = [facts.get(account_use.of_month.of((*card.key, month_on))) for card in cards]
        return [_told(card, use or Use()) for card, use in zip(cards, uses, strict=True)]

    return "\n".join(await database.read(work)) or "no bot was connected"


async def sealed(database: Database, _: Given) -> str:
    """The bots in use with their sealed tokens, which only who has the key can open, as JSON: how many there
    are, and of very many every second or third, as fits into one answer."""
    found = await database.read(bot_accounts.in_use)
    some = found[:: -(-len(found) // MOST_SEALED) or 1]
    told = [{"channel": one.channel, "account": one.account, "sealed": one.sealed_token} for one in some]
    return json.dumps({"all": len(found), "bots": told})


async def removed(database: Database, given: Given) -> str:
    """Let the bot ``account`` go; its token is forgotten."""
    card = await _card(database, given["account"])
    gone = [bot_accounts.removed(card), bot_accounts.contacts_marked(card, unreachable=True)]
    await _written(database, gone, "it changed just now; try again")
    return f"{card.account} is removed, its token forgotten; {card.people} people lose this way to write"


async def _record(tx: Tx, given: Given, now: datetime) -> BotAccount:
    units = {unit.code: unit for unit in read_units()}
    tenant, unit_code = "", given.get("unit", "")
    if team_id := given.get("team", ""):
        found = next((one for one in await teams.all_open(tx) if one.id == team_id), None)
        if found is None:
            raise OperationError(f"no open team has the id {team_id!r}")
        tenant, unit_code = found.tenant, found.unit_code
    elif unit_code not in units:
        raise OperationError(f"no unit has the code {unit_code!r}; province codes have 2 digits, communes 5")
    return BotAccount(
        tenant=tenant or units[unit_code].parent or unit_code,
        id=clock.UuidSevens()(),
        channel=channel_of(given["account"]),
        account=given["account"],
        unit_code=unit_code,
        team_id=team_id,
        sealed_token=given["sealed"],
        added_by="operator",
        created_at=now,
    )


async def _card(database: Database, account: str) -> AccountCard:
    key = (channel_of(account), account)
    found = await database.read(lambda tx: bot_accounts.of_accounts(tx, [key]))
    if key not in found or found[key].state is AccountState.REMOVED:
        raise OperationError(f"no bot {account} is connected; aoxanh accounts list shows those that are")
    return found[key]


async def _written(database: Database, effects: Sequence[Effect], wrong: str) -> None:
    """Write the effects and tell everybody; ``wrong`` is said when they do not win."""
    try:
        await database.write(lambda tx: carry_out(tx, effects))
    except Lost:
        raise OperationError(wrong) from None
    await database.announce("accounts")


def _told(card: AccountCard, use: Use) -> str:
    """One line: which, whose, how it stands, how full, what passed."""
    whose = card.team_name or card.unit_code
    told = f"{card.channel} {card.account} {card.state} {card.title or '-'} ({whose}): {card.people} people, "
    told += f"this month {use.sent} out, {use.received} in, {use.dropped + use.dropped_lists} dropped"
    return f"{told}; {card.error}" if card.error else told
