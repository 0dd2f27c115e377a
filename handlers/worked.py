"""Hours and work-days of one person, counted from attendance.

A half-day shift is half a work-day, a whole day is one, and no day is more than one. Told to the person
alone: people are not ranked, and nothing follows from a number by itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from storage.records.work import Attendance

HALF_DAY = timedelta(hours=5)
"""A stretch of at most so long is half a day: usual half-day shifts have four hours, whole days ten."""
PROVEN = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Worked:
    """What somebody did: shifts, how many of them are proven, the time, and work-days in halves."""

    shifts: int
    proven: int
    time: timedelta
    half_days: int

    @property
    def days(self) -> float:
        """Work-days: 6.5."""
        return self.half_days / 2


def worked(attendances: Iterable[Attendance]) -> Worked:
    """The sum of the attendances that are over."""
    over = [
        (one, one.out_at - one.in_at) for one in attendances if one.out_at is not None and not one.pending
    ]
    halves: dict[str, int] = defaultdict(int)
    for one, length in over:
        halves[one.day_on] += 1 if length <= HALF_DAY else 2
    return Worked(
        shifts=len(over),
        proven=sum(one.grade in PROVEN for one, _ in over),
        time=sum((length for _, length in over), start=timedelta()),
        half_days=sum(min(2, half) for half in halves.values()),
    )
