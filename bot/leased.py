"""Work that only one process may do at a time: receiving, sending for an account."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import structlog

from storage import leases
from storage.database import Database, StorageError

log = structlog.get_logger()

LENGTH = timedelta(seconds=4)
"""A killed holder is followed by another process within this time."""
RENEW = 1.0
"""Seconds between renewals, and between two looks of those who wait."""
SOON = 0.1


class Lease:
    """The lease ``name`` as ``holder`` sees it; ``beat`` is called with every look of one who waits.

    A server that is away stops nobody before the lease has run out; when it is back, whoever held the
    lease comes first, because what they have sent may not be marked yet.
    """

    def __init__(
        self,
        database: Database,
        name: str,
        holder: str,
        monotonic: Callable[[], float],
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._name = name
        self._holder = holder
        self._monotonic = monotonic
        self._beat = beat
        self._ends_at = 0.0

    async def while_held(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do ``work`` whenever the lease is ours, until cancelled, or for good on SQLite, where there is
        one process. What ``work`` raises is raised here."""
        if self._database.engine == "sqlite":
            await work()
            return
        was_ours = False
        while True:
            self._beat()
            try:
                others_for = await self._hold()
            except StorageError:
                await asyncio.sleep(SOON if was_ours else LENGTH.total_seconds())
                continue
            was_ours = others_for is None
            if others_for is None:
                log.info("lease taken", lease=self._name)
                await self._do(work)
                others_for = timedelta()
            await asyncio.sleep(min(RENEW, others_for.total_seconds() + SOON))

    async def _do(self, work: Callable[[], Awaitable[None]]) -> None:
        """Until the work ends or the lease is lost; what is on its way may land while it is renewed."""
        working = asyncio.ensure_future(work())
        renewing = asyncio.create_task(self._renew())
        try:
            await asyncio.wait([working, renewing], return_when=asyncio.FIRST_COMPLETED)
        finally:
            lost = renewing.done()
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)
            if not lost:
                with suppress(StorageError):
                    await self._database.write(lambda tx: leases.end(tx, self._name, self._holder))
        if not working.cancelled():
            working.result()

    async def _renew(self) -> None:
        """Until the lease is somebody else's, or could not be renewed before its end."""
        while (left := self._ends_at - self._monotonic()) > 0:
            await asyncio.sleep(min(RENEW, left))
            with suppress(StorageError, TimeoutError):
                async with asyncio.timeout(self._ends_at - self._monotonic()):
                    if await self._hold() is not None:
                        break
        log.warning("lease lost", lease=self._name)

    async def _hold(self) -> timedelta | None:
        """Take or renew it: None, or how long it may still be another's."""
        asked_at = self._monotonic()
        others_for = await self._database.write(lambda tx: leases.hold(tx, self._name, self._holder, LENGTH))
        if others_for is None:
            self._ends_at = asked_at + LENGTH.total_seconds()
        return others_for
