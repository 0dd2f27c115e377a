"""The last list that was taken in is taken back, slice by slice: names nobody came in with, teams nobody
works with, what came from where. People are answered in between; one that was cut goes on where it was."""

import json
from collections.abc import Awaitable, Callable, Sequence

from bot import clock
from bot.operating import Given, OperationError
from handlers import audited
from locales.formats import local
from storage import import_undo
from storage.database import Database
from storage.effects import Effect, carry_out
from storage.imports import Mark
from storage.queries import Tx

SLICE = 250
"""Rows of one transaction."""
MARKS = ("offer", "team", "moved", "organisation")
"""In this order: an organisation goes when no team comes from it any more."""
SHOWN = 20
"""Teams that stay and are named."""


async def shown(database: Database, _: Given) -> str:
    """What would be taken back, and what stays because people work with it. Raises OperationError."""
    run = await database.read(import_undo.last)
    if run is None:
        raise OperationError("no list was taken in that could be taken back")
    unused, used = await database.read(lambda tx: import_undo.names(tx, run.id))
    counts, staying = dict.fromkeys(MARKS, 0), list[str]()
    for what in MARKS:
        after = ""
        while found := await database.read(_page(run.id, what, after)):
            kept = await _kept(database, run.id, found)
            counts[what] += len(found) - len(kept)
            staying += kept
            after = found[-1].id
    started = f"{local(run.started_at):%H:%M %d/%m/%Y}"
    told = {"run": run.id, "file": run.file, "at": started, "people": unused, "stay": used}
    return json.dumps({**told, "counts": counts, "teams": staying[:SHOWN], "stay_teams": len(staying)})


async def names(database: Database, given: Given) -> str:
    """Take back some names of ``run``; how many there were, none when all are done."""

    async def work(tx: Tx) -> int:
        found = await import_undo.unused_names(tx, given["run"], SLICE)
        effects = [effect for key in found for effect in import_undo.name_undone(key)]
        await _carried(tx, effects)
        return len(found)

    return str(await database.write(work))


async def marks(database: Database, given: Given) -> str:
    """Take back some of what ``run`` made of a kind (``what``) behind ``after``; the last one, or nothing."""

    async def work(tx: Tx) -> str:
        found = await import_undo.marks(tx, given["run"], given["what"], given["after"], SLICE)
        teams = [(one.tenant, one.of_id) for one in found if one.what == "team"]
        used = await import_undo.used(tx, given["run"], teams) if teams else {}
        free = [one for one in found if (one.tenant, one.of_id) not in used]
        await _carried(tx, list(map(import_undo.undone, free)))
        return found[-1].id if found else ""

    return await database.write(work)


async def ended(database: Database, given: Given) -> str:
    """Note that ``run`` was taken back."""
    await database.write(lambda tx: carry_out(tx, [import_undo.run_undone(given["run"], clock.now())]))
    return ""


def _page(run_id: str, what: str, after: str) -> Callable[[Tx], Awaitable[list[Mark]]]:
    return lambda tx: import_undo.marks(tx, run_id, what, after, SLICE)


async def _kept(database: Database, run_id: str, found: Sequence[Mark]) -> list[str]:
    teams = [(one.tenant, one.of_id) for one in found if one.what == "team"]
    if not teams:
        return []
    used = await database.read(lambda tx: import_undo.used(tx, run_id, teams))
    return list(used.values())


async def _carried(tx: Tx, effects: Sequence[Effect]) -> None:
    entries = audited.entries(effects, by=audited.OPERATOR, at=clock.now())
    await carry_out(tx, [*effects, *entries])
