"""Whoever was erased stays erased, also when an older copy of the database is put back.

Beside the data lies a list of hashes, one for each erased person; it outlives the database. When the program
starts, whoever is on the list and yet in the database is erased again.
"""

import asyncio
import os
from pathlib import Path

import structlog

from bot import clock
from handlers import erasing
from storage import purge, rights
from storage.database import Database, StorageError
from storage.effects import carry_out
from storage.queries import Tx

log = structlog.get_logger()

NAME = "erased"
EVERY = 30.0
"""Seconds between two looks at whether somebody was erased."""


async def erased_again(database: Database, folder: Path) -> int:
    """Erase everybody who is on the list and in the database; how many they were. Raises StorageError."""
    missing = _listed(folder) - await database.read(rights.tombstones)
    if not missing:
        return 0
    new_id, now = clock.UuidSevens(), clock.now()
    people = [one for one in await database.read(rights.everybody) if rights.tombstone(one) in missing]
    for person in people:

        async def work(tx: Tx, person: tuple[str, str] = person) -> None:
            await carry_out(tx, await erasing.effects(tx, person, now, new_id))

        await database.write(work)
    if people:
        await database.read(purge.swept)
        log.warning(
            "people who had been erased before came back with a copy; erased again", people=len(people)
        )
    return len(people)


async def listing(database: Database, folder: Path) -> None:
    """Keep the list up to date until cancelled."""
    while True:
        try:
            written(folder, await database.read(rights.tombstones))
        except StorageError as error:
            log.error("the list of the erased could not be read", cause=str(error))
        await asyncio.sleep(EVERY)


def written(folder: Path, known: set[str]) -> None:
    """Add what is ``known`` to the list; what was on it stays."""
    before = _listed(folder)
    if known <= before:
        return
    path = folder / NAME
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(f"{one}\n" for one in sorted(before | known)))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _listed(folder: Path) -> set[str]:
    path = folder / NAME
    return set(path.read_text(encoding="ascii").split()) if path.exists() else set()
