"""How fast the people of a measurement write: when they are answered, at a fixed rate, or all at once."""

import argparse
import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from benchmarks.crowd import FORM, LINES, Crowd, Json, Person, Queue, Step

FIRST_ID = 1_000_000
"""People are numbered from here; the seeded ones have the same numbers."""
PATIENCE = 60.0
Figures = dict[str, Any]


def crowd_of(asked: argparse.Namespace, deliver: Callable[[Json], None]) -> Crowd:
    """The people who may write."""
    return Crowd([FIRST_ID + asked.stride * number for number in range(asked.people)], deliver, FORM)


class Pace(Protocol):
    """One way of writing."""

    def __init__(self, asked: argparse.Namespace, crowd: Crowd) -> None: ...

    def before(self) -> None:
        """What happens while the bot is not running yet."""

    async def run(self, begun: Callable[[], None]) -> Figures:
        """Have everybody write, call ``begun`` when counting begins; the figures."""


class Closed:
    """``together`` people write, each as soon as they are answered; who is done makes room for the next."""

    def __init__(self, asked: argparse.Namespace, crowd: Crowd) -> None:
        self._asked = asked
        self._crowd = crowd
        self._out_of_people = asyncio.Event()
        crowd.finished = self._next

    def before(self) -> None:
        """Nothing."""

    def _next(self, _: Person | None = None) -> None:
        person = self._crowd.newcomer()
        if person is None:
            self._out_of_people.set()
        else:
            self._crowd.act(person)

    async def run(self, begun: Callable[[], None]) -> Figures:
        """See ``Pace.run``."""
        for _ in range(self._asked.together):
            self._next()
        await asyncio.sleep(self._asked.warm)
        return await _counted(self._crowd, begun, self._asked.seconds, self._out_of_people)


class Rate:
    """``rate`` updates a second whatever the answers do, from whoever has been answered, else newcomers.

    An answer's time counts from the moment the update was due, so that a stall is seen in full.
    """

    def __init__(self, asked: argparse.Namespace, crowd: Crowd) -> None:
        self._asked = asked
        self._crowd = crowd
        self._queue = Queue(crowd)

    def before(self) -> None:
        """Nothing."""

    async def run(self, begun: Callable[[], None]) -> Figures:
        """See ``Pace.run``."""
        writing = asyncio.create_task(self._write())
        await asyncio.sleep(self._asked.warm)
        try:
            return await _counted(self._crowd, begun, self._asked.seconds, asyncio.Event())
        finally:
            writing.cancel()

    async def _write(self) -> None:
        due = time.monotonic()
        while True:
            due += 1 / self._asked.rate
            pause = due - time.monotonic()
            if pause > 0:
                await asyncio.sleep(pause)
            person = self._queue.next()
            if person is None:
                raise RuntimeError("more people are needed to keep the rate; raise --people")
            self._crowd.act(person, due)


class Backlog:
    """Everybody has written one line before the bot starts; the time counts from its first poll."""

    def __init__(self, asked: argparse.Namespace, crowd: Crowd) -> None:
        self._asked = asked
        self._crowd = crowd
        self._drained = asyncio.Event()
        self._answered = 0
        crowd.ready = crowd.finished = self._one_answered

    def before(self) -> None:
        """Everybody writes."""
        for number in range(self._asked.people):
            person = self._crowd.newcomer()
            if person is not None:
                self._crowd.say(person, Step(text=LINES[number % len(LINES)]))

    def _one_answered(self, _: Person) -> None:
        self._answered += 1
        if self._answered == self._asked.people:
            self._drained.set()

    async def run(self, begun: Callable[[], None]) -> Figures:
        """See ``Pace.run``."""
        return await _counted(self._crowd, begun, PATIENCE, self._drained)


class Deaf:
    """Nobody writes and nothing is counted: every call is answered until the process is ended."""

    def __init__(self, asked: argparse.Namespace, crowd: Crowd) -> None:
        crowd.deaf = True

    def before(self) -> None:
        """Nothing."""

    async def run(self, begun: Callable[[], None]) -> Figures:
        """Wait for the end."""
        await asyncio.Event().wait()
        return {}


async def _counted(crowd: Crowd, begun: Callable[[], None], seconds: float, over: asyncio.Event) -> Figures:
    """Count until ``seconds`` have passed or it is ``over``."""
    crowd.seen.counting = True
    begun()
    start, used = time.monotonic(), time.process_time()
    with suppress(TimeoutError):
        await asyncio.wait_for(over.wait(), seconds)
    crowd.seen.counting = False
    length = time.monotonic() - start
    waits = sorted(crowd.seen.waits)
    return {
        "seconds": length,
        "updates": crowd.seen.done,
        "forms": crowd.seen.forms,
        "per_second": crowd.seen.done / length,
        "p50_ms": 1000 * waits[len(waits) // 2] if waits else None,
        "p99_ms": 1000 * waits[int(len(waits) * 0.99)] if waits else None,
        "first_at": crowd.seen.first_at,
        "waiting": len(crowd.under_way),
        "unexpected": crowd.seen.unexpected,
        "yardstick_cpu": (time.process_time() - used) / length,
    }


PACES: dict[str, type[Pace]] = {"closed": Closed, "rate": Rate, "backlog": Backlog, "deaf": Deaf}
