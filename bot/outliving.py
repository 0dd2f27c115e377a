"""What people decided about their data outlives the database: who was erased, and what was taken back.

Lists beside the data follow the database while it is in use, and whatever stands on them and not in a
database that was put back is done again.
"""

import asyncio
from datetime import datetime
from pathlib import Path

import structlog

from bot import clock, taken_back, tombstones
from storage import rights
from storage.database import Database, StorageError
from storage.queries import Tx

log = structlog.get_logger()

EVERY = 30.0
"""Seconds between two looks at whether somebody decided something."""


async def noted(tx: Tx, folder: Path, now: datetime) -> None:
    """Bring the lists up to what ``tx`` reads."""
    tombstones.written(folder, await rights.tombstones(tx))
    taken_back.written(folder, await rights.since(tx, now - taken_back.KEPT), now)


async def listing(database: Database, folder: Path) -> None:
    """Keep the lists up to date until cancelled."""
    while True:
        try:
            await database.read(lambda tx: noted(tx, folder, clock.now()))
        except StorageError as error:
            log.error("the lists beside the data could not be brought up to date", cause=str(error))
        await asyncio.sleep(EVERY)


async def done_again(database: Database, folder: Path, now: datetime) -> tuple[int, int]:
    """Erase and take back what a database that was put back has forgotten: how many people were erased, of
    how many something was taken back. Raises StorageError."""
    back = await taken_back.again(database, folder, now)
    erased = await tombstones.erased_again(database, folder)
    if back:
        log.warning("what people had taken back came back with a copy; taken back again", people=back)
    return erased, back
