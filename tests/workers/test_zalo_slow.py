"""Zalo answers late, or says 408: nobody knows then whether the message arrived. What people see of it, over
the wire, to the message."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.workers.outbox import OutboxWorker
from handlers.messages import Lane, Outbound, Unsure
from handlers.outgoing import Address, owed
from storage import outbox
from storage.database import Database, database
from tests.chance import Clock, Ids
from tests.channels.zalo_site import zalo
from tests.fakes.rules import Fault, Rule
from tests.fakes.zalo import ZaloFake
from tests.storage.made import write

TIMEOUT = 0.15
"""Seconds after which the bot waits no longer for an answer; in life twenty."""
ANSWER = Outbound("Đã ghi 5 lượt.", unsure=Unsure.AGAIN_OFTEN)
DIGEST = Outbound("Tổng hợp", lane=Lane.ROLE, unsure=Unsure.AGAIN_ONCE)
REMINDER = Outbound("Sắp tới ca", lane=Lane.REMINDER, unsure=Unsure.NEVER)

LATE = Rule(Fault.SLOW, "sendMessage", seconds=TIMEOUT / 3)
NO_ANSWER = Rule(Fault.HANG, "sendMessage", seconds=TIMEOUT * 3)
LOST = Rule(Fault.REFUSE, "sendMessage", code=408, description="Request timeout")
ARRIVED = Rule(Fault.REFUSE, "sendMessage", code=408, description="Request timeout", done=True)


class Desk:
    """A bot on Zalo's fake with a clock in the test's hand."""

    def __init__(self, fake: ZaloFake, store: Database, sender: OutboxWorker, clock: Clock) -> None:
        self.fake, self._store, self._sender, self._clock = fake, store, sender, clock
        self._ids, self._account = Ids(), sender.name.partition(" ")[2]

    async def owes(self, who: Iterable[str], message: Outbound) -> None:
        """Each of ``who`` is owed ``message``."""
        people = list(who)
        for one in people:
            self.fake.person(one).says("…")
        made = [
            owed(Address("zalo", self._account, one), message, new_id=self._ids, now=self._clock.now())
            for one in people
        ]
        await write(self._store, *(outbox.added(row) for row in made))

    async def minutes(self, count: float) -> None:
        """Let time pass, second by second: whoever waits is tried again."""
        for _ in range(int(60 * count)):
            await self._sender.settle()
            self._clock.move(self._clock.now() + timedelta(seconds=1))

    def copies(self, who: Iterable[str]) -> Counter[int]:
        """How many people saw it so many times."""
        return Counter(len(self.fake.person(one).shown()) for one in who)


@asynccontextmanager
async def _desk(path: Path) -> AsyncIterator[Desk]:
    clock, store = Clock(), database(f"sqlite+aiosqlite:///{path}")
    await store.start()
    async with ZaloFake(seed=7) as fake, zalo(fake, send_timeout=TIMEOUT) as channel:
        fake.account.plan.people, fake.account.plan.month = 1000, 100_000
        sender = OutboxWorker(store, channel, now=clock.now, monotonic=clock.monotonic)
        yield Desk(fake, store, sender, clock)
    await store.close()


@pytest.mark.parametrize(
    ("message", "faults", "copies"),
    [
        (ANSWER, [LATE], 1),
        (ANSWER, [NO_ANSWER], 2),
        (ANSWER, [ARRIVED], 2),
        (ANSWER, [LOST], 1),
        (ANSWER, [ARRIVED, ARRIVED], 2),
        (ANSWER, [LOST, LOST], 0),
        (DIGEST, [NO_ANSWER], 2),
        (DIGEST, [LOST], 1),
        (REMINDER, [LATE], 1),
        (REMINDER, [NO_ANSWER], 1),
        (REMINDER, [ARRIVED], 1),
        (REMINDER, [LOST], 0),
    ],
)
async def test_what_is_doubled_and_what_is_lost(
    fresh: Path, message: Outbound, faults: list[Rule], copies: int
) -> None:
    """An answer that is late in time is nothing. One of unknown fate goes once more, half a minute later, if
    somebody waits for it: it may be seen twice, never three times. A reminder never goes twice."""
    async with _desk(fresh) as desk:
        await desk.owes(["lan"], message)
        for one in faults:
            desk.fake.rule(replace(one))
        await desk.minutes(3)
        assert desk.copies(["lan"]) == {copies: 1}


async def test_a_bad_day_in_figures(fresh: Path) -> None:
    """One call in ten ends in a 408, after half of which the message has arrived: of 400 answers about 20 are
    seen twice, and one is missing."""
    people = [f"v{one:03}" for one in range(400)]
    async with _desk(fresh) as desk:
        for kind in (ARRIVED, LOST):
            desk.fake.rule(replace(kind, times=None, chance=0.05))
        await desk.owes(people, ANSWER)
        await desk.minutes(9)
        seen = desk.copies(people)
        assert set(seen) <= {0, 1, 2}, "never three times"
        assert seen[0] <= 4, "a 408 after which nothing arrived, twice in a row: one in four hundred"
        assert 8 <= seen[2] <= 36, "a 408 after which it had arrived: one in twenty"
