"""The program's parts on a clock of their own: what people say goes in, what is owed goes out."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot import furniture
from bot.channel import Channel, Raw
from bot.clock import UuidSevens
from bot.intake import DurableIntake
from bot.settings import Settings
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from bot.workers.scheduler import SchedulerWorker
from handlers import jobs
from handlers.allowance import Allowance
from handlers.job import Job
from handlers.registry import instances
from handlers.routing import Router
from handlers.vocabulary import vocabulary
from storage import outbox
from storage.bot_accounts import AccountKey
from storage.database import Database

STEPS = 50
"""Batches of the inbox between two looks at the outbox."""
KEY = "z" * 32


class Desk:
    """Intake, inbox, outboxes and clock on ``store``, in the time that ``now_at`` shows."""

    def __init__(
        self,
        store: Database,
        now_at: datetime,
        allowance: Allowance,
        channels: Callable[["Desk"], Mapping[AccountKey, Channel]],
    ) -> None:
        self.now_at = now_at
        self._begun_at = now_at
        self.store = store
        ids = UuidSevens()
        self.intake = DurableIntake(store, secret_key=KEY, now=self.now, new_id=ids)
        self.channels = channels(self)
        self.inbox = InboxWorker(
            store,
            self.channels,
            Router(vocabulary()),
            furniture.desk(Settings(), {}, KEY),
            now=self.now,
            new_id=ids,
        )
        self.scheduler = SchedulerWorker(
            store,
            instances(jobs, Job),
            now=self.now,
            monotonic=self.monotonic,
            new_id=ids,
            allowance=allowance,
        )
        self._allowance = allowance
        self._outboxes: dict[AccountKey, OutboxWorker] = {}

    def now(self) -> datetime:
        """The virtual time."""
        return self.now_at

    def monotonic(self) -> float:
        """Virtual seconds since the beginning."""
        return (self.now_at - self._begun_at).total_seconds()

    def move(self, step: timedelta) -> None:
        """Let time pass."""
        self.now_at += step

    async def hear(self, said: Mapping[AccountKey, list[Raw]]) -> None:
        """Take updates in, each account's together."""
        stored = (self.intake.store(self.channels[key], raw) for key, raw in said.items())
        await asyncio.gather(*stored)

    async def work(self) -> bool:
        """Think and send what there is; whether something is left that only time can move."""
        for _ in range(STEPS):
            if not await self.inbox.step():
                break
        await asyncio.gather(*(self._outbox(key).settle() for key in await self.owing()))
        return bool(await self.owing())

    async def owing(self) -> list[AccountKey]:
        """Accounts with something due."""
        return await self.store.read(lambda tx: outbox.owing(tx, self.now_at))

    def _outbox(self, key: AccountKey) -> OutboxWorker:
        if key not in self._outboxes:
            self._outboxes[key] = OutboxWorker(
                self.store,
                self.channels[key],
                now=self.now,
                monotonic=self.monotonic,
                allowance=self._allowance,
            )
        return self._outboxes[key]
