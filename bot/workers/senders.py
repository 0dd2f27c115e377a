"""Sends for the many bots that were connected: one look at the database finds those that owe something, and
only these work.

They are dealt into shares; each share is sent by one process at a time, so that the rate and the order of an
account hold, however many processes there are.
"""

import asyncio
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import structlog

from bot.workers.outbox import LOOK, OutboxWorker
from storage import outbox
from storage.bot_accounts import AccountKey
from storage.database import Database, StorageError

log = structlog.get_logger()

SHARES = 16


def share_of(key: AccountKey) -> int:
    """The share of an account: the same in every process."""
    return zlib.crc32(":".join(key).encode()) % SHARES


class Senders:
    """See the module. ``worker`` makes the sender of an account, and raises KeyError where there is none;
    ``beat`` is called with every look."""

    def __init__(
        self,
        database: Database,
        worker: Callable[[AccountKey], OutboxWorker],
        *,
        now: Callable[[], datetime],
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._worker = worker
        self._now = now
        self._beat = beat
        self._held: set[int] = set()
        self._workers: dict[AccountKey, OutboxWorker] = {}
        self._serving: dict[AccountKey, asyncio.Task[None]] = {}
        self.wake = asyncio.Event()

    async def hold(self, share: int) -> None:
        """Send for ``share`` until cancelled; what is on its way then arrives and is marked."""
        self._held.add(share)
        self.wake.set()
        try:
            await asyncio.Event().wait()
        finally:
            self._held.discard(share)
            ending = [task for key, task in self._serving.items() if share_of(key) == share]
            for task in ending:
                task.cancel()
            await asyncio.gather(*ending, return_exceptions=True)

    async def run(self) -> None:
        """Look for what is owed, until cancelled."""
        while True:
            self.wake.clear()
            try:
                await self.look()
            except StorageError as error:
                log.error("storage refused a look at the outbox; trying again", cause=str(error))
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self.wake.wait()

    async def look(self) -> None:
        """Set every account that owes something to work."""
        self._beat()
        if not self._held:
            return
        for key in await self._database.read(lambda tx: outbox.owing(tx, self._now())):
            if share_of(key) not in self._held:
                continue
            if key in self._serving:
                self._workers[key].wake.set()
                continue
            with suppress(KeyError):
                self._serve(key)

    def forget(self, key: AccountKey) -> None:
        """An account has another token, or none."""
        self._workers.pop(key, None)

    def _serve(self, key: AccountKey) -> None:
        if key not in self._workers:
            self._workers[key] = self._worker(key)
        task = asyncio.create_task(_until_idle(self._workers[key]), name=f"send-{key[0]}-{key[1]}")
        self._serving[key] = task
        task.add_done_callback(lambda _: self._serving.pop(key, None))


async def _until_idle(worker: OutboxWorker) -> None:
    """Send for one account until nothing is due; what falls due later is found by the next look."""
    try:
        while True:
            worker.wake.clear()
            try:
                wait = await worker.step()
            except StorageError as error:
                log.error("storage refused the outbox; trying again", cause=str(error))
                wait = 1.0
            if worker.idle:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(min(wait, LOOK)):
                    await worker.wake.wait()
    finally:
        await asyncio.shield(worker.land())
