"""Keeps the answers of a process as they stand now: files that somebody edits, what people add."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import structlog

from handlers.faq_shelf import FaqShelf, Shelved
from locales.faq import faq_folder, topics_in
from locales.faq_beyond import beyond_folder, beyond_in
from storage import faq_additions
from storage.database import Database, StorageError
from storage.faq_additions import NOTHING
from storage.records.faq import FaqEntry, FaqPhrasing

log = structlog.get_logger()

AFTER_START = 2.0
"""Seconds after a start until the search is built, unless somebody asks before."""
LOOK = 1.0
"""Seconds between two looks: so soon every process knows what one of them was told."""
Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of change and size of each file."""


class Shelving:
    """See the module. ``topics`` and ``beyond`` are the folders of the files; ``beat`` is called with every
    look."""

    def __init__(
        self,
        database: Database,
        shelf: FaqShelf,
        *,
        topics: Path | None = None,
        beyond: Path | None = None,
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._shelf = shelf
        self._topics = topics or faq_folder()
        self._beyond = beyond or beyond_folder()
        self._beat = beat
        self._stamp = self._stamped()
        self._marker = NOTHING

    async def run(self) -> None:
        """Look until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._prepare())  # beside the looks: on a busy machine it takes its time
            await self._look_on()

    async def _look_on(self) -> None:
        while True:
            self._beat()
            try:
                await self.look()
            except StorageError as error:
                log.error("cannot look at what was added to the FAQ; trying again", cause=str(error))
            await asyncio.sleep(LOOK)

    async def _prepare(self) -> None:
        """Build the search before anybody asks, but not before those who wrote meanwhile are answered."""
        await asyncio.sleep(AFTER_START)
        await asyncio.to_thread(self._shelf.prepare)

    async def look(self) -> bool:
        """Put new contents on the shelf where anything changed; whether it did."""
        stamp, marker = self._stamped(), await self._database.read(faq_additions.marker)
        if (stamp, marker) == (self._stamp, self._marker):
            return False
        fresh, self._stamp, self._marker = stamp != self._stamp, stamp, marker
        entries = tuple(await self._database.read(faq_additions.entries))
        phrasings = tuple(await self._database.read(faq_additions.phrasings))
        try:
            # Half a second of work: on a thread, so that nobody waits for it.
            shelved = await asyncio.to_thread(self._shelved, entries, phrasings, fresh=fresh)
        except (ValueError, OSError) as error:  # half an edit, a file that is no text
            log.error("a file of the FAQ cannot be used; the answers stay as they were", cause=str(error))
            return False
        self._shelf.put(shelved)
        log.info("the FAQ was read anew", entries=len(entries), phrasings=len(phrasings), files=fresh)
        return True

    def _shelved(
        self, entries: tuple[FaqEntry, ...], phrasings: tuple[FaqPhrasing, ...], *, fresh: bool
    ) -> Shelved:
        topics, beyond = self._shelf.shelved.topics, self._shelf.shelved.beyond
        if fresh:
            topics, beyond = topics_in(self._topics), beyond_in(self._beyond)
        shelved = Shelved(topics, beyond, entries, phrasings)
        shelved.prepare()  # here, on the thread
        return shelved

    def _stamped(self) -> Stamp:
        """What tells that a file was changed, added or removed."""
        files = sorted(path for folder in (self._topics, self._beyond) for path in folder.glob("*.md"))
        found: list[tuple[str, int, int]] = []
        for path in files:
            with suppress(FileNotFoundError):  # an editor replaces it at this moment
                told = path.stat()
                found.append((path.name, told.st_mtime_ns, told.st_size))
        return tuple(found)
