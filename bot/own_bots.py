"""The bots that teams and units connected, in the running program: taken in and let go without a restart."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

import structlog

from bot import clock
from bot.accounts import Accounts
from bot.channel import NewId
from bot.channels.telegram import Commands
from bot.hooks import Hooks
from bot.keeping import Keeper
from bot.settings import Settings
from bot.workers.outbox import OutboxWorker
from bot.workers.senders import SHARES, Senders
from storage.bot_accounts import AccountKey
from storage.database import Database, StorageError

log = structlog.get_logger()

LOOK = 60.0
"""Seconds after which the bots are read anew, if nobody said that something changed."""

Alone = Callable[..., Awaitable[None]]
"""Runs work under a lease of this name, so that one process at a time does it."""


class OwnBots:
    """See the module. Without a public address updates are fetched, because no webhook can be set."""

    def __init__(
        self,
        database: Database,
        accounts: Accounts,
        settings: Settings,
        commands: Commands,
        alone: Alone,
        new_id: NewId,
    ) -> None:
        self.accounts = accounts
        self.hooks = Hooks(accounts)
        self._database = database
        self._keeper = Keeper(
            database,
            accounts,
            commands,
            hooks=settings.public_url,
            now=clock.now,
            new_id=new_id,
        )
        self._alone = alone
        self._polls = not settings.public_url
        self._receives = False
        self._polling: dict[AccountKey, asyncio.Task[None]] = {}
        self._changed = asyncio.Event()
        self._senders: Senders | None = None

    def working(self, *, receives: bool) -> list[Awaitable[Any]]:
        """What every process does: know the bots; and look after them where platforms talk to it."""
        self._receives = receives
        self._database.subscribe("accounts", lambda _: self._ring())
        keeping = [self._alone("tend bots", self._keeper.run)] if receives else []
        return [self._follow(), *keeping]

    def sending(
        self, worker: Callable[[AccountKey], OutboxWorker], beat: Callable[[], None]
    ) -> list[Awaitable[Any]]:
        """Send what they owe, in shares that one process at a time holds."""
        senders = self._senders = Senders(self._database, worker, now=clock.now, beat=beat)
        self._database.subscribe("outbox", lambda _: senders.wake.set())
        shares = [self._alone(f"send share {share}", partial(senders.hold, share)) for share in range(SHARES)]
        return [senders.run(), *shares]

    async def close(self) -> None:
        """Stop fetching and release the connections."""
        for task in self._polling.values():
            task.cancel()
        await asyncio.gather(*self._polling.values(), return_exceptions=True)
        await self.accounts.close()

    def _ring(self) -> None:
        self._changed.set()
        self._keeper.wake.set()

    async def _follow(self) -> None:
        """Know which bots there are, from the start on and whenever one is connected or let go."""
        while True:
            self._changed.clear()
            try:
                await self._refresh()
            except StorageError as error:
                log.error("storage refused a look at the bots; trying again", cause=str(error))
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._changed.wait()

    async def _refresh(self) -> None:
        gone = await self.accounts.refresh()
        for one in gone:
            if self._senders:
                self._senders.forget(one.key)
            if polling := self._polling.pop(one.key, None):
                polling.cancel()
        if self._receives:
            await self._keeper.farewell(gone)
            self._fetch(self.accounts.connected() if self._polls else [])

    def _fetch(self, keys: Sequence[AccountKey]) -> None:
        """Poll for those that are not polled for yet."""
        for key in keys:
            if key not in self._polling:
                with suppress(KeyError):
                    run = self.accounts.own(key).run
                    self._polling[key] = asyncio.ensure_future(self._alone(f"poll {key[1]}", run))
