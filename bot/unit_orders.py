"""What an operator does when communes are merged or split: teams, coordinators and open matters go along, and
what was counted stays where it was counted."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import clock
from bot.operating import Given, OperationError
from handlers import audited
from locales.formats import local
from storage import imports, people, role_offers, tree_changes
from storage.database import Database
from storage.effects import Effect, Lost, carry_out
from storage.queries import Tx
from storage.records.membership import Membership
from storage.records.team import Team
from storage.unit_file import read_units


async def merged(database: Database, given: Given) -> str:
    """Every team of the commune ``unit`` works in ``into`` from now on, its coordinators coordinate there."""
    return await _done(database, given, whole=True)


async def split(database: Database, given: Given) -> str:
    """The ``teams`` (ids) of the commune ``unit`` work in ``into``; its coordinators have both."""
    return await _done(database, given, whole=False)


async def listed(database: Database, given: Given) -> str:
    """What changed in the tree in the last ``days``, a line each."""
    since = clock.now() - timedelta(days=int(given["days"]))
    found = await database.read(lambda tx: tree_changes.lately(tx, since))
    lines = [
        f"{one.effective_on} {one.tenant} {one.kind} {one.from_key}: {_told(one.was, one.now_is)}"
        for one in found
    ]
    return "\n".join(lines) or "nothing was changed"


def _told(was: str, now_is: str) -> str:
    return f"{was} -> {now_is}" if now_is else was


async def _done(database: Database, given: Given, *, whole: bool) -> str:
    unit, into = given["unit"], given["into"]
    tenant = _province(unit, into)
    now = clock.now()
    tomorrow = (local(now).date() + timedelta(days=1)).isoformat()

    async def work(tx: Tx) -> int:
        there = await imports.teams_of(tx, [(tenant, unit)])
        wanted = there if whole else _named(there, json.loads(given["teams"]))
        effects = _moves(wanted, into, now, tomorrow)
        effects += await _coordinators(tx, (tenant, unit), into, now, whole=whole)
        effects += tree_changes.units_joined(tenant, unit, into) if whole else []
        await carry_out(tx, [*effects, *audited.entries(effects, by=audited.OPERATOR, at=now)])
        return len(wanted)

    try:
        count = await database.write(work)
    except Lost:
        raise OperationError("a team changed just now; try again") from None
    return (
        f"{count} teams of {unit} work in {into} now; figures count there from {tomorrow}, earlier days stay"
    )


def _province(unit: str, into: str) -> str:
    units = {one.code: one for one in read_units()}
    for code in (unit, into):
        if code not in units or not units[code].parent:
            raise OperationError(f"no commune has the code {code!r}; communes have 5 digits, as in 00235")
    if unit == into or units[unit].parent != units[into].parent:
        raise OperationError("give two different communes of one province")
    return units[unit].parent


def _named(there: Sequence[Team], ids: Sequence[str]) -> list[Team]:
    found = [one for one in there if one.id in ids]
    if not ids or len(found) != len(set(ids)):
        known = ", ".join(f"{one.id} ({one.name})" for one in there)
        raise OperationError(f"name teams of this commune with --team; there are: {known or 'none'}")
    return found


def _moves(teams: Sequence[Team], into: str, now: datetime, tomorrow: str) -> list[Effect]:
    new_id = clock.UuidSevens()
    return [
        effect
        for one in teams
        for effect in tree_changes.moved(one, into, new_id(), audited.OPERATOR, now, tomorrow)
    ]


async def _coordinators(
    tx: Tx, unit: role_offers.UnitKey, into: str, now: datetime, *, whole: bool
) -> list[Effect]:
    """They coordinate ``into``; of a unit that is no more they do so no longer."""
    found = await role_offers.coordinators.load(tx, [unit])
    new_id, effects = clock.UuidSevens(), list[Effect]()
    for one in found.get(unit, []):
        held = Membership(**one.model_dump(include=set(Membership.model_fields)))
        there = held.model_copy(update={"id": new_id(), "unit_code": into, "from_at": now})
        effects += [people.joined(there), *([people.ended(held, now)] if whole else [])]
    return effects
