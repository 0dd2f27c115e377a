"""Whoever was erased stays erased, also when an older copy of the database is put back.

Beside the data lies a list of hashes, one for each erased person; it outlives the database. When the program
starts, whoever is on the list and yet in the database is erased again.
"""

from pathlib import Path

import structlog

from bot import clock
from bot.beside import kept_lines, put_lines
from handlers import erasing
from storage import purge, rights
from storage.database import Database
from storage.effects import carry_out
from storage.queries import Tx

log = structlog.get_logger()

NAME = "erased"


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


def written(folder: Path, known: set[str]) -> None:
    """Add what is ``known`` to the list; what was on it stays."""
    before = _listed(folder)
    if known <= before:
        return
    put_lines(folder / NAME, sorted(before | known))


def _listed(folder: Path) -> set[str]:
    return set(kept_lines(folder / NAME))
