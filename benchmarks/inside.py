"""CPU inside the program, by ``process_time`` and with all its threads, part by part.

``python -m benchmarks.inside SEEDED`` plays the form with 400 people on a copy of a seeded database and
prints milliseconds an update: taken in (masked, committed), thought (from committed to the reply in the
outbox), and a send (from the outbox to the platform's answer and its mark).
"""

import argparse
import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from benchmarks.crowd import FORM, Crowd, Json
from benchmarks.fake_api import BOT, TOKEN
from benchmarks.ours import PER_SECOND
from benchmarks.pace import FIRST_ID
from benchmarks.seeding import plan_today
from bot import clock, furniture
from bot.calling import Connections
from bot.channels.telegram import TelegramChannel
from bot.collector import spare_the_collector
from bot.intake import DurableIntake
from bot.settings import Settings
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from handlers.outgoing import read
from handlers.routing import Router
from handlers.vocabulary import vocabulary
from storage import outbox
from storage.database import Database, database
from storage.queries import Tx

PEOPLE = 400
STRIDE = 2
_PARTS = ("taken in", "thought", "sent")


@dataclass(slots=True)
class Cost:
    """CPU seconds and how many there were of one part."""

    seconds: float = 0.0
    count: int = 0

    @property
    def ms(self) -> float:
        """Milliseconds of CPU each."""
        return 1000 * self.seconds / max(1, self.count)


@dataclass(slots=True)
class Inside:
    """The parts of the program between the platform and the disk, called one after another."""

    store: Database
    channel: TelegramChannel
    intake: DurableIntake
    inbox: InboxWorker
    sender: OutboxWorker
    waiting: list[Json] = field(default_factory=list)
    costs: dict[str, Cost] = field(default_factory=lambda: {part: Cost() for part in _PARTS})

    async def play(self) -> None:
        """Everybody plays the form, all at the same step."""
        crowd = Crowd([FIRST_ID + STRIDE * one for one in range(PEOPLE)], self.waiting.append, FORM)
        crowd.bot = BOT
        while person := crowd.newcomer():
            crowd.act(person)
        while self.waiting:
            updates, self.waiting[:] = list(self.waiting), []
            await self._round(crowd, updates)

    async def _round(self, crowd: Crowd, updates: list[Json]) -> None:
        start = time.process_time()
        for first in range(0, len(updates), 100):
            await self.intake.store(self.channel, updates[first : first + 100])
        took_in = time.process_time()
        while await self.inbox.step():
            pass
        thought = time.process_time()
        owed = await self._owed()
        looked = time.process_time()
        await self.sender.settle()
        sent = time.process_time()
        parts = (took_in - start, len(updates)), (thought - took_in, len(updates)), (sent - looked, len(owed))
        for part, (seconds, count) in zip(_PARTS, parts, strict=True):
            self.costs[part].seconds += seconds
            self.costs[part].count += count
        self._tell(crowd, owed)

    async def _owed(self) -> list[outbox.OutboxRow]:
        async def work(tx: Tx) -> list[outbox.OutboxRow]:
            name, account = self.channel.name, self.channel.account
            return await outbox.heads(tx, name, account, clock.now(), [], 10 * PEOPLE)

        return await self.store.read(work)

    def _tell(self, crowd: Crowd, owed: list[outbox.OutboxRow]) -> None:
        """Show people what they were sent, as the platform would."""
        for row in owed:
            message = read(row)
            if message.callback:
                crowd.answered(message.callback)
                continue
            rows = [
                [{"text": one.label, "callback_data": one.value} for one in line] for line in message.choices
            ]
            crowd.shown(int(row.chat), int(row.edits or 1), message.text, {"inline_keyboard": rows})


@asynccontextmanager
async def inside(path: Path, api: str) -> AsyncIterator[Inside]:
    """The parts, put together on the database at ``path`` as the program does."""
    store = database(f"sqlite+aiosqlite:///{path}")
    await store.start()
    new_id = clock.UuidSevens()
    intake = DurableIntake(store, secret_key="benchmark", now=clock.now, new_id=new_id)
    http = Connections()
    channel = TelegramChannel(
        TOKEN, intake=intake, http=http, monotonic=clock.monotonic, api_url=api, rng=random.Random(0)
    )
    channel.capabilities = replace(channel.capabilities, per_second=PER_SECOND, chat_spacing=timedelta(0))
    worker = InboxWorker(
        store,
        {(channel.name, channel.account): channel},
        Router(vocabulary()),
        furniture.desk(Settings(), {}, "benchmark"),
        now=clock.now,
        new_id=new_id,
    )
    sender = OutboxWorker(store, channel, now=clock.now, monotonic=clock.monotonic)
    try:
        yield Inside(store, channel, intake, worker, sender)
    finally:
        await channel.close()
        await http.close()
        await store.close()


@contextmanager
def _deaf() -> Iterator[str]:
    """The address of a yardstick that answers every call."""
    argv = [sys.executable, "-m", "benchmarks.fake_api", "--pace", "deaf"]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.kill()


async def _played(path: Path, api: str) -> dict[str, float]:
    async with inside(path, api) as parts:
        spare_the_collector()
        await parts.play()
        return {part: cost.ms for part, cost in parts.costs.items()}


def measured(seeded: Path, how_many: int) -> dict[str, float]:
    """Milliseconds of CPU each by part, on a copy of ``seeded`` with ``how_many`` people."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, _deaf() as api:
        path = Path(shutil.copy(seeded, folder))
        asyncio.run(plan_today(path, how_many))
        return asyncio.run(_played(path, api))


def main() -> None:
    """Print the milliseconds of each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeded", type=Path)
    parser.add_argument("--people", type=int, default=1000, help="how many the database holds")
    given = parser.parse_args()
    for part, ms in measured(given.seeded, given.people).items():
        print(f"{part:10} {ms:6.3f} ms")


if __name__ == "__main__":
    main()
