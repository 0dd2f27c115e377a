"""What people took back stays taken back, also when an older copy of the database is put back.

Beside the data lies a list of consents taken back and given again, and of pauses: hashes of who, what, when.
It outlives the database; what the database has lost of it is done again.
"""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from bot import clock
from bot.beside import kept_lines, put_lines
from handlers import withdrawing
from storage import rights
from storage.database import Database
from storage.effects import carry_out
from storage.queries import Tx
from storage.records.right import RightsRequest

NAME = "taken-back"
KEPT = timedelta(days=90)
"""Longer than backups live."""


def written(folder: Path, known: Iterable[RightsRequest], now: datetime) -> None:
    """Add what is ``known`` to the list; what was on it stays until it is old."""
    before = _listed(folder)
    found = {one.id: one for one in before if one.received_at > now - KEPT}
    found |= {one.id: _hashed(one) for one in known if _counts(one)}
    if found.keys() != {one.id for one in before}:
        put_lines(folder / NAME, (one.model_dump_json() for _, one in sorted(found.items())))


async def again(database: Database, folder: Path, now: datetime) -> int:
    """Take back again what the list has and the database has not; of how many people. Raises StorageError."""
    listed = _listed(folder)
    if not listed:
        return 0
    since = min(one.received_at for one in listed)
    known = {one.id for one in await database.read(lambda tx: rights.since(tx, since))}
    missing = [one for one in listed if one.id not in known]
    if not missing:
        return 0
    last = {(one.person_id, withdrawing.subject(one)): one for one in missing}
    people = {rights.tombstone(one): one for one in await database.read(rights.everybody)}
    done = set()
    for (who, _), request in last.items():
        if who in people and request.kind not in withdrawing.GIVEN:
            await _take_back(database, request.model_copy(update={"person_id": people[who][1]}), now)
            done.add(who)
    return len(done)


async def _take_back(database: Database, request: RightsRequest, now: datetime) -> None:
    async def work(tx: Tx) -> None:
        await carry_out(tx, await withdrawing.effects(tx, request, now, clock.UuidSevens()))

    await database.write(work)


def _counts(request: RightsRequest) -> bool:
    """Whether it changed something at once; what came by letter is carried out by people."""
    return request.kind in withdrawing.WAYS and request.outcome == "at once"


def _hashed(request: RightsRequest) -> RightsRequest:
    """The request of nobody in particular."""
    who = rights.tombstone((request.tenant, request.person_id))
    return request.model_copy(update={"person_id": who})


def _listed(folder: Path) -> list[RightsRequest]:
    """In the order of their times."""
    found = [RightsRequest.model_validate(json.loads(line)) for line in kept_lines(folder / NAME)]
    return sorted(found, key=lambda one: (one.received_at, one.id))
