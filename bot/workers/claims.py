"""Updates taken from the inbox, kept from other workers for as long as this one thinks about them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from handlers.standing import Standings, lines_of, standings
from storage import inbox
from storage.database import Database, StorageError
from storage.inbox import Claim, InboxRow
from storage.queries import Tx

RENEW = 1.0
"""Seconds between renewals of a claim: what a killed worker held is free again soon after."""


class Claims:
    """What one worker takes. Alone on SQLite a look is enough; on PostgreSQL the rows are claimed."""

    def __init__(self, database: Database, claim: Claim, now: Callable[[], datetime]) -> None:
        self._database = database
        self._claim = claim
        self._now = now
        self.retry_at: datetime | None = None
        """When the next update falls due, as of a look that found none; None when nothing waits."""

    async def take(self, most: int) -> tuple[list[InboxRow], Standings | None]:
        """The oldest update of each of up to ``most`` lines, and where those who wrote stand; None for that
        when one of them stands where nobody can read it."""
        database = self._database
        take = database.read if database.engine == "sqlite" else database.write

        async def work(tx: Tx) -> tuple[list[InboxRow], Standings | None]:
            now = self._now()
            rows = await inbox.heads(tx, now, most, self._claim)
            self.retry_at = None if rows else await inbox.next_retry_at(tx, now)
            try:
                return rows, await standings(tx, lines_of(rows)) if rows else {}
            except (ValueError, TypeError, LookupError):  # which one it is, thinking each alone will find
                return rows, None

        return await take(work)

    @asynccontextmanager
    async def kept(self, rows: Sequence[InboxRow]) -> AsyncIterator[None]:
        """While the ``with`` lasts nobody else takes ``rows``."""
        if self._database.engine == "sqlite":
            yield
            return
        renewing = asyncio.create_task(self._renew(rows))
        try:
            yield
        finally:
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)

    async def _renew(self, rows: Sequence[InboxRow]) -> None:
        while True:
            await asyncio.sleep(RENEW)
            with suppress(StorageError):
                await self._database.write(lambda tx: inbox.keep(tx, rows, self._claim))
