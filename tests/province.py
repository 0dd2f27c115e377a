"""Several workers of each kind on one PostgreSQL, as in processes of their own, and people who talk to them.

Everything is the program's own but the platform: people's messages are handed in again until they are
taken, as platforms do, and each person goes on when the answer is there.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from bot import clock
from bot.channel import Sent
from bot.intake import DurableIntake
from bot.leased import Lease
from bot.sample import TEAM_ID, TENANT
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from handlers.messages import Outbound
from handlers.notice import NOTICE_VERSION
from handlers.routing import Router
from storage import figures, people
from storage.database import Database, StorageError, database
from storage.effects import Effect, carry_out
from storage.inbox import Claim
from storage.records.membership import Membership, Role
from storage.records.person import Contact, Person
from tests.fleet import rows
from tests.paper import PLENTY, PaperChannel
from tests.world import furniture

PROCESSES = 2
"""Of each kind."""
AGAIN = 0.05
"""Seconds after which a platform hands in again what was not taken."""


class Post(PaperChannel):
    """Paper that takes a moment to arrive, and a note of when it did."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(replace(PLENTY, per_second=1_000))
        self.times: list[float] = []
        self.delivered: dict[str, list[str]] = {}
        self.news = asyncio.Condition()
        self._chance = chance

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel``."""
        await asyncio.sleep(self._chance.uniform(0, 0.02))
        self.times.append(time.monotonic())
        self.delivered.setdefault(chat, []).append(message.text)
        async with self.news:
            self.news.notify_all()
        return Sent(f"m{len(self.times)}")

    def longest_gap(self, since: float) -> float:
        """The longest silence to everybody from a moment until now, in seconds."""
        times = [since, *(at for at in self.times if at > since), time.monotonic()]
        return max(later - former for former, later in pairwise(times))


@dataclass
class Toll:
    """What the faults cost: updates without effect, records and messages there twice, out of order."""

    lost: int = 0
    doubled: int = 0
    repeated: int = 0
    disordered: int = 0


@dataclass
class Province:
    """See the module."""

    url: str
    post: Post
    intake: DurableIntake
    store: Database
    talking: list[asyncio.Task[None]] = field(default_factory=list)
    done: dict[str, int] = field(default_factory=dict)
    closing: bool = False

    def begin(self, people: int) -> None:
        """Let so many people report, one report after another, until ``settle``."""
        self.talking = [asyncio.create_task(self._talk(f"p{number}")) for number in range(people)]

    async def settle(self, within: float = 60.0) -> Toll:
        """Let everybody finish the report they are at; what it all cost."""
        self.closing = True
        async with asyncio.timeout(within):
            await asyncio.gather(*self.talking)
        return await self._toll()

    async def _talk(self, who: str) -> None:
        number = 0
        while not self.closing:
            number += 1
            await self._says(who, f"{number}a", f"{number} vneid")
            await self._hears(who, f"VNeID {number}", 2 * number - 1)
            await self._says(who, f"{number}b", "đúng")
            await self._hears(who, f"VNeID {number}", 2 * number)
            self.done[who] = number

    async def _says(self, who: str, key: str, text: str) -> None:
        while True:
            try:
                await self.intake.store(self.post, [{"key": f"{who}-{key}", "who": who, "text": text}])
            except StorageError:
                await asyncio.sleep(AGAIN)
            else:
                return

    async def _hears(self, who: str, fragment: str, at_least: int) -> None:
        def heard() -> bool:
            told = self.post.delivered.get(who, [])
            return len(told) >= at_least and fragment in told[-1]

        async with self.post.news:
            await self.post.news.wait_for(heard)

    async def _toll(self) -> Toll:
        toll = Toll()
        for who, last in self.done.items():
            told = self.post.delivered[who]
            once = [text for at, text in enumerate(told) if at == 0 or text != told[at - 1]]
            toll.repeated += len(told) - len(once)
            numbers = [number for number in range(1, last + 1) for _ in "ab"]
            toll.disordered += sum(f"VNeID {n}" not in text for n, text in zip(numbers, once, strict=True))
            kept = await rows(
                self.url,
                f"select lines, count(*) as n from help_reports where person_id = '{who}' group by lines",
            )
            toll.doubled += sum(row["n"] - 1 for row in kept)
            toll.lost += last - len(kept)
        waiting = await rows(self.url, "select count(*) as n from inbox where state <> 'done'")
        toll.lost += waiting[0]["n"]
        toll.lost += len(await self.store.read(figures.verify))
        return toll


@asynccontextmanager
async def province(url: str, members: int, seed: int = 0) -> AsyncIterator[Province]:
    """Running workers on the database at ``url``, which holds the sample team; p0, p1 … are its members."""
    stores = [database(url) for _ in range(1 + 2 * PROCESSES)]
    await asyncio.gather(*(store.start() for store in stores))
    await stores[0].write(lambda tx: carry_out(tx, [one for n in range(members) for one in _member(f"p{n}")]))
    post = Post(random.Random(seed))
    new_id = clock.UuidSevens()
    intake = DurableIntake(stores[0], secret_key="test", now=clock.now, new_id=new_id)
    works = [
        *(_thinking(store, post, f"i{at}") for at, store in enumerate(stores[1 : 1 + PROCESSES])),
        *(_sending(store, post, f"o{at}") for at, store in enumerate(stores[1 + PROCESSES :])),
    ]
    running = [asyncio.create_task(work) for work in works]
    found = Province(url, post, intake, stores[0])
    try:
        yield found
    finally:
        for task in (*found.talking, *running):
            task.cancel()
        ended = await asyncio.gather(*running, *found.talking, return_exceptions=True)
        await asyncio.gather(*(store.close() for store in stores))
        for error in ended:
            if isinstance(error, Exception):
                raise error


def _thinking(store: Database, post: Post, name: str) -> Coroutine[Any, Any, None]:
    desk, known = furniture()
    arrived = asyncio.Event()
    store.subscribe("inbox", lambda _: arrived.set())
    channels = {(post.name, post.account): post}
    claim = Claim(by=name)
    worker = InboxWorker(
        store, channels, Router(known), desk, now=clock.now, new_id=clock.UuidSevens(), claim=claim
    )
    return worker.run(arrived)


def _sending(store: Database, post: Post, name: str) -> Coroutine[Any, Any, None]:
    worker = OutboxWorker(store, post, now=clock.now, monotonic=clock.monotonic)
    store.subscribe("outbox", lambda _: worker.wake.set())
    return Lease(store, "send paper", name, clock.monotonic).while_held(worker.run)


def _member(who: str) -> list[Effect]:
    now = clock.now()
    return [
        people.saved(
            Person(
                tenant=TENANT,
                id=who,
                name=who,
                language="vi",
                of_age=True,
                created_at=now,
                notice_version=NOTICE_VERSION,
            )
        ),
        people.joined(
            Membership(
                tenant=TENANT, id=f"m-{who}", person_id=who, team_id=TEAM_ID, role=Role.VOLUNTEER, from_at=now
            )
        ),
        people.contact_saved(
            Contact(
                key=f"paper:desk:{who}",
                channel="paper",
                account="desk",
                chat=who,
                tenant=TENANT,
                person_id=who,
                preferred=True,
                seen_at=now,
            )
        ),
    ]
