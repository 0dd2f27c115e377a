"""Figures put in for teams from a list, slice by slice, on the data or through the running bot.

The file is read and judged by the command, never here.
"""

import json
from collections.abc import Sequence

from bot import clock
from bot.operating import Given
from handlers import audited
from handlers.importing.behalf import Behalf
from handlers.importing.figures import DayTold
from storage import day_forms, imports, teams
from storage.database import Database
from storage.effects import carry_out
from storage.queries import Tx
from storage.sources import Facts


async def taken(database: Database, given: Given) -> str:
    """Put one slice in, or only say what it would change (``dry``): counts, and what is wrong by row."""
    rows = [DayTold(**row) for row in json.loads(given["rows"])]
    dry, now = bool(given.get("dry")), clock.now()

    async def work(tx: Tx) -> Behalf:
        behalf = await _behalf(tx, rows)
        for row in rows:
            behalf.take(row)
        if not dry:
            entries = audited.entries(behalf.effects, by=audited.OPERATOR, at=now)
            await carry_out(tx, [*behalf.effects, *entries])
        return behalf

    done = await (database.read(work) if dry else database.write(work))
    faults = [(one.row, one.column, one.cell, one.rule) for one in done.faults]
    return json.dumps({"counts": done.counts, "faults": faults})


async def _behalf(tx: Tx, rows: Sequence[DayTold]) -> Behalf:
    """What there is of the teams and days of ``rows``."""
    there = await imports.teams_of(tx, {(row.tenant, row.unit) for row in rows})
    since, until = min(row.day_on for row in rows), max(row.day_on for row in rows)
    facts = Facts()
    cards = [teams.card.of((one.tenant, one.id)) for one in there]
    told = [day_forms.of_team.of((one.tenant, one.id, since, until)) for one in there]
    await facts.load(tx, [*cards, *told])
    forms = [form for need in told for form in facts.get(need) or []]
    standing = {
        (form.team_id, form.day_on): form for form in forms if day_forms.standing([form], form.day_on)
    }
    known = [card for need in cards if (card := facts.get(need)) is not None]
    return Behalf(known, standing, clock.now(), clock.UuidSevens())
