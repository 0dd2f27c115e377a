"""The hour of the day in tests of the whole program: working hours in Vietnam, whenever they run.

At night the program leaves people in peace, and a day may end between two lines of a test. A run that
starts outside working hours therefore moves the clock of the program and of the fakes to the next nine
o'clock: ahead, because a clock that shows less than the program's own files is wrong.
"""

import os
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from locales.formats import local

MOVED_BY = "AOXANH_TESTS_MOVED_BY"
"""Seconds the clock is moved by, for this process and those it starts."""
FIRST, NINE, LAST = time(7), time(9), time(17)
STARTUP = Path(__file__).parent / "startup"
"""Where Python finds what moves the clock before the program begins."""


def offset(moment: datetime) -> timedelta:
    """By how much a run of tests that starts at ``moment`` moves its clock."""
    here = local(moment)
    if FIRST <= here.time() < LAST:
        return timedelta(0)
    tomorrow = here.date() + timedelta(days=here.time() >= LAST)
    return datetime.combine(tomorrow, NINE, tzinfo=here.tzinfo) - here


def settle() -> None:
    """Decide by how much the clock is moved; once for a run, whose other processes inherit it."""
    os.environ.setdefault(MOVED_BY, str(int(offset(datetime.now(UTC)).total_seconds())))


def moved_by() -> timedelta:
    """By how much the clock is moved; not at all where no run of tests decided it."""
    return timedelta(seconds=int(os.environ.get(MOVED_BY, "0")))


def now() -> datetime:
    """The time as the program and the fakes see it."""
    return datetime.now(UTC) + moved_by()


def inherited() -> dict[str, str]:
    """What the environment of a program must hold to see this time."""
    return {MOVED_BY: os.environ[MOVED_BY]} if moved_by() else {}
