"""What an operator does when communes are merged, split or renamed: what was counted stays where it was
counted, unless the day from which it holds lies in the past."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from bot import clock
from bot.operating import Given, OperationError
from handlers import audited, uniting
from handlers.unit_name import kind_and_name, unaccented
from handlers.uniting import Means, due_on
from locales.formats import local
from storage import imports, tree_changes, unit_names
from storage.database import Database
from storage.effects import Effect, Lost, carry_out
from storage.queries import Tx
from storage.records.team import Team
from storage.records.tree_change import ChangeKind, TreeChange
from storage.records.unit import Unit, UnitName
from storage.unit_file import by_code

KINDS = {"province": ("tinh", "thanh_pho"), "commune": ("xa", "phuong", "dac_khu")}
FURTHEST = timedelta(days=400)
"""Into the future or back; a year that was mistyped is further."""


async def merged(database: Database, given: Given) -> str:
    """Every team of the commune ``unit`` works in ``into`` from a day on, with its coordinators."""
    return await _ordered(database, given, whole=True)


async def split(database: Database, given: Given) -> str:
    """The ``teams`` (ids) of the commune ``unit`` work in ``into``; its coordinators have both."""
    return await _ordered(database, given, whole=False)


async def renamed(database: Database, given: Given) -> str:
    """The unit ``unit`` is called ``name`` from a day on; the name before still leads to it."""
    now = clock.now()
    from_on = _day(given, now, local(now).date())
    units = await database.read(lambda tx: unit_names.units_on(tx, from_on))
    unit = units.get(given["unit"])
    if unit is None:
        raise OperationError(f"no unit has the code {given['unit']!r}; communes have 5 digits, provinces 2")
    kind, name = _called(unit, given["name"])
    _free(unit, kind, name, units.values())
    tenant = unit.parent or unit.code
    record = UnitName(
        tenant=tenant,
        id=clock.UuidSevens()(),
        unit_code=unit.code,
        name=name,
        kind=kind,
        from_on=from_on,
        made_at=now,
    )
    change = TreeChange(
        tenant=tenant,
        id=record.id,
        subject=uniting.UNIT,
        kind=ChangeKind.RENAMED,
        from_key=unit.code,
        was=f"{unit.kind} {unit.name}",
        now_is=f"{kind} {name}",
        effective_on=from_on,
        made_by=audited.OPERATOR,
        made_at=now,
        done_at=now,
    )
    effects = [unit_names.given(record), tree_changes.noted(change)]
    entries = audited.entries(effects, by=audited.OPERATOR, at=now)
    await database.write(lambda tx: carry_out(tx, [*effects, *entries]))
    return f"{unit.code} is called {kind} {name} from {from_on}; {unit.kind} {unit.name} still leads to it"


async def names(database: Database, _: Given) -> str:
    """Every name that was given, as JSON: what a command needs that reads a list by itself."""
    return json.dumps([one.model_dump() for one in await database.read(unit_names.every)])


async def listed(database: Database, given: Given) -> str:
    """What changed in the tree in the last ``days``, or waits for its day, a line each."""
    since = clock.now() - timedelta(days=int(given["days"]))
    found = await database.read(lambda tx: tree_changes.lately(tx, since))
    return "\n".join(map(_told, found)) or "nothing was changed"


async def cancelled(database: Database, given: Given) -> str:
    """The change ``id`` that waits for its day is not done."""
    waiting = await database.read(tree_changes.waiting)
    found = next((one for one in waiting if one.id == given["id"]), None)
    if found is None:
        known = "\n".join(map(_told, waiting)) or "none waits"
        raise OperationError(f"no change with this id waits for its day:\n{known}")
    await _written(database, [tree_changes.dropped(found)])
    return f"not done: {_told(found)}"


def _told(one: TreeChange) -> str:
    was, now_is = one.was, one.now_is
    if one.subject == uniting.UNIT and one.kind is not ChangeKind.RENAMED:
        was, now_is = one.from_key, one.to_key
    said = f"{one.effective_on} {one.tenant} {one.kind} {one.from_key}: {was}"
    return (
        f"{said}{f' -> {now_is}' if now_is else ''}{'' if one.done_at else f' (waits for its day, {one.id})'}"
    )


async def _ordered(database: Database, given: Given, *, whole: bool) -> str:
    """Done at once where its evening has come, kept for it otherwise."""
    unit, into, now = given["unit"], given["into"], clock.now()
    tenant = _province(unit, into)
    from_on = _day(given, now, local(now).date() + timedelta(days=1))
    means = Means(audited.OPERATOR, now, clock.UuidSevens())

    async def work(tx: Tx) -> str:
        there = await imports.teams_of(tx, [(tenant, unit)])
        wanted = [] if whole else _named(there, json.loads(given["teams"]))
        change = uniting.order((tenant, unit), into, wanted, from_on, means)
        if due_on(change) > local(now).date():
            await carry_out(tx, [tree_changes.noted(change)])
            count = len(wanted or there)
            return f"{count} teams of {unit} will work in {into} from {from_on}: waits as {change.id}"
        effects, count = await uniting.done(tx, change, means)
        entries = audited.entries(effects, by=audited.OPERATOR, at=now)
        done = tree_changes.noted(change.model_copy(update={"done_at": now}))
        await carry_out(tx, [done, *effects, *entries])
        said = f"{count} teams of {unit} work in {into} now"
        return f"{said}; figures count there from {from_on}, earlier days stay"

    try:
        return await database.write(work)
    except Lost:
        raise OperationError("a team changed just now; try again") from None


async def _written(database: Database, effects: Sequence[Effect]) -> None:
    try:
        await database.write(lambda tx: carry_out(tx, effects))
    except Lost:
        raise OperationError("it was done just now") from None


def _day(given: Given, now: datetime, usual: date) -> str:
    said = given.get("from", "")
    try:
        found = date.fromisoformat(said) if said else usual
    except ValueError:
        raise OperationError(f"{said!r} is no day; write it as 2026-12-01") from None
    if abs(found - local(now).date()) > FURTHEST:
        raise OperationError(f"{found} is more than {FURTHEST.days} days away; is the year right?")
    return found.isoformat()


def _called(unit: Unit, said: str) -> tuple[str, str]:
    """Kind and name; the kind stays where none is said."""
    kind, name = kind_and_name(said)
    kind = kind or unit.kind
    if kind not in KINDS[unit.level]:
        raise OperationError(f"{unit.code} is a {unit.level}: one of {', '.join(KINDS[unit.level])}")
    if not name or (kind, name) == (unit.kind, unit.name):
        raise OperationError(f"{unit.code} is called {unit.kind} {unit.name}; give another name")
    return kind, name


def _free(unit: Unit, kind: str, name: str, units: Iterable[Unit]) -> None:
    """Two units of one kind beside each other cannot have one name."""
    beside = [one for one in units if one.parent == unit.parent and one.code != unit.code]
    for one in beside:
        if one.kind == kind and unaccented(one.name) == unaccented(name):
            raise OperationError(f"{one.code} of the same province is called {one.kind} {one.name} already")


def _province(unit: str, into: str) -> str:
    units = by_code()
    for code in (unit, into):
        if code not in units or not units[code].parent:
            raise OperationError(f"no commune has the code {code!r}; communes have 5 digits, as in 00235")
    if unit == into or units[unit].parent != units[into].parent:
        raise OperationError("give two different communes of one province")
    return units[unit].parent


def _named(there: Sequence[Team], ids: Sequence[str]) -> list[str]:
    found = [one.id for one in there if one.id in ids]
    if not ids or len(found) != len(set(ids)):
        known = ", ".join(f"{one.id} ({one.name})" for one in there)
        raise OperationError(f"name teams of this commune with --team; there are: {known or 'none'}")
    return found
