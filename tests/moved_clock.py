"""The program with another wall clock: ``python -m tests.moved_clock 2026-11-23T18:05+07:00 1 run``.

The first argument is when it starts, the second how many seconds pass in one, the rest its command.
"""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import Self

from apscheduler.executors import base as executors
from apscheduler.schedulers import base as schedulers
from apscheduler.triggers import interval as triggers

from bot import clock


def moved(start: datetime, speed: float) -> Callable[[], datetime]:
    """A clock that shows ``start`` now and runs ``speed`` times as fast as the real one."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=(time.monotonic() - began) * speed)


class _Moved(datetime):
    """What the scheduler takes the time from."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        shown = clock.now().astimezone(tz)
        return cls.combine(shown.date(), shown.timetz())


def set_clock(start: datetime, speed: float) -> None:
    """Have the program and its scheduler read this clock from now on."""
    clock.now = moved(start, speed)
    for module in (executors, schedulers, triggers):
        module.datetime = _Moved


def at(start: datetime, speed: float = 1.0) -> tuple[str, ...]:
    """What Python runs for a program that starts at ``start``."""
    return ("-m", "tests.moved_clock", start.isoformat(), str(speed))


if __name__ == "__main__":
    from bot.__main__ import main

    set_clock(datetime.fromisoformat(sys.argv[1]), float(sys.argv[2]))
    sys.argv[1:3] = []
    main()
