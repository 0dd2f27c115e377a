"""A list taken in slice by slice, on the data or through the running bot: each slice is a short transaction
of its own, so that people are answered in between.

The file is read and judged by the command, never here. A list that was cut is simply taken in again.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot import clock
from bot.founding import first_campaign, founded
from bot.operating import Given
from handlers import audited, inviting
from handlers.importing.matching import Coded, Matching, Means, places
from handlers.importing.people import Listed
from handlers.importing.spool import read
from locales.formats import local
from storage import imports, teams
from storage.database import Database
from storage.effects import carry_out
from storage.imports import Ground, ImportRun
from storage.queries import Tx
from storage.records.team import Campaign
from storage.unit_file import read_units

SPARE_CODES = 4
"""More than rows, should one have been drawn before: of 240,000 codes there are two alike one time in 20."""
CODES_LIVE = timedelta(days=14)
"""From the province by way of the commune to the volunteer takes longer than a code within a team."""


async def begun(database: Database, given: Given) -> str:
    """Found the tenants a list names where they are new, and note the run; its id."""
    now, run = clock.now(), clock.UuidSevens()()
    names = {unit.code: unit.name for unit in read_units() if not unit.parent}
    made = [founded(code, names[code], now) for code in json.loads(given["tenants"])]
    effects = [imports.run_noted(_run(given, run, now))]
    for tenant, _ in made:
        effects.append(imports.tenant_founded(tenant))
    await database.write(lambda tx: carry_out(tx, effects))
    for tenant, campaign in made:
        await database.write(lambda tx, one=campaign, of=tenant.tenant: _with_campaign(tx, of, one))  # type: ignore[misc]  # bound at once
    return run


async def taken(database: Database, given: Given) -> str:
    """Take in one slice, or only say what it would change (``dry``): counts, and codes by row."""
    run, now = given.get("run", ""), clock.now()
    means = Means(now, clock.UuidSevens(), str, now + CODES_LIVE, run)
    codes = None if given.get("dry") else json.loads(given["codes"])
    done = await take(database, read(json.loads(given["rows"])), means, codes)
    return json.dumps({"counts": done.counts, "codes": list(map(_coded, done.codes)), "made": done.made})


async def take(
    database: Database, rows: Sequence[Listed], means: Means, codes: Sequence[str] | None
) -> Matching:
    """Match ``rows`` with what is there and write what they change, in one transaction; without ``codes``
    nothing is written."""

    async def work(tx: Tx) -> Matching:
        free = await imports.free(tx, codes or ())
        drawing = means if codes is None else replace(means, new_code=partial(next, iter(free)))
        matching = Matching(await _ground(tx, rows, means.now), drawing)
        for row in rows:
            matching.take(row)
        if codes is not None:
            entries = audited.entries(matching.effects, by=audited.OPERATOR, at=means.now)
            await carry_out(tx, [*matching.effects, *entries])
        return matching

    return await (database.read(work) if codes is None else database.write(work))


async def ended(database: Database, given: Given) -> str:
    """Note what came of a run."""
    now = clock.now()
    run = _run(given, given["run"], now).model_copy(
        update={"counts": json.loads(given["counts"]), "done_at": now}
    )
    await database.write(lambda tx: carry_out(tx, [imports.run_noted(run)]))
    return ""


async def _ground(tx: Tx, rows: Sequence[Listed], now: datetime) -> Ground:
    """What is there, with the campaign that new teams of each tenant join first of all."""
    ground = await imports.ground(tx, *places(rows), now)
    today = local(now).date().isoformat()
    first = {row.tenant: _first(row.tenant, today, now) for row in rows}
    running = [one for one in ground.campaigns if one.starts_on <= today <= one.ends_on and not one.exercise]
    return Ground(
        [*running, *first.values()],
        ground.organisations,
        ground.teams,
        ground.people,
        ground.offers,
        ground.codes,
    )


def _first(tenant: str, today: str, now: datetime) -> Campaign:
    return Campaign(
        tenant=tenant, id=first_campaign(tenant), name="", starts_on=today, ends_on=today, created_at=now
    )


async def _with_campaign(tx: Tx, tenant: str, campaign: Campaign) -> None:
    """A campaign to found teams in, unless the tenant has one."""
    if not await tx.all("campaigns_of_tenants", tenants=json.dumps([tenant])):
        await carry_out(tx, [teams.campaign_saved(campaign)])


def _run(given: Given, run: str, now: datetime) -> ImportRun:
    return ImportRun(
        id=run,
        file=given["file"],
        digest=given["digest"],
        rows=int(given["row_count"]),
        faulty=int(given["faulty"]),
        counts={},
        started_at=now,
    )


def _coded(one: Coded) -> tuple[int, str, str]:
    return one.row, one.code, one.expires_at.isoformat()


def slice_given(rows: Sequence[dict[str, Any]], run: str) -> Given:
    """What ``taken`` is asked with; without a run it is a dry one."""
    given = {"rows": json.dumps(rows, ensure_ascii=False)}
    if not run:
        return {**given, "codes": "[]", "dry": "yes"}
    codes = inviting.several(clock.new_code, len(rows) + SPARE_CODES)
    return {**given, "codes": json.dumps(codes), "run": run}
