"""Keeps the names of units in a process as they are today: what was entered, and what begins to hold at
midnight."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from handlers.unit_search import UnitIndex
from handlers.unit_shelf import UnitShelf
from locales.formats import local
from storage import unit_names
from storage.database import Database, StorageError
from storage.effects import carry_out
from storage.records.unit import UnitName

log = structlog.get_logger()

LOOK = 2.0
"""Seconds between two looks."""


class Naming:
    """See the module. ``beat`` is called with every look."""

    def __init__(
        self,
        database: Database,
        shelf: UnitShelf,
        *,
        now: Callable[[], datetime],
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._shelf = shelf
        self._now = now
        self._beat = beat
        self._held: list[UnitName] = []

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            self._beat()
            try:
                await self.look()
            except StorageError as error:
                log.error("cannot look at the names of units; trying again", cause=str(error))
            await asyncio.sleep(LOOK)

    async def look(self) -> bool:
        """Put the units on the shelf anew where other names hold; whether they do."""
        day_on = local(self._now()).date().isoformat()
        held = unit_names.in_force(await self._database.read(unit_names.every), day_on)
        if held == self._held:
            return False
        # A quarter of a second of work: on a thread, so that nobody waits for it.
        self._shelf.put(await asyncio.to_thread(index, held))
        await joined(self._database, held)
        self._held = held
        log.info("units have other names", names=len(held))
        return True


def index(names: Sequence[UnitName]) -> UnitIndex:
    """Every unit and what it was called before, with the names that were given since."""
    return UnitIndex(*unit_names.known(names))


async def joined(database: Database, names: Sequence[UnitName]) -> None:
    """Have queries that join the units find them under these names."""
    units, _ = unit_names.known(names)
    codes = {one.unit_code for one in names}
    changed = [unit_names.unit_saved(one) for one in units if one.code in codes]
    await database.write(lambda tx: carry_out(tx, changed))
