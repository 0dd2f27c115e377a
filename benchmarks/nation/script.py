"""What people do on the day: a storm of check-ins, reports over the morning, questions, check-outs."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from benchmarks.nation.land import Land
from locales.formats import HANOI

ON_DUTY = 4
"""One person in so many is on duty."""
STORM = timedelta(minutes=10)
ASKS = 10
"""One person on duty in so many asks the FAQ."""
REPORTS = 0.95
"""The share of those on duty who report."""
QUESTIONS = ("quên mật khẩu vneid thì làm sao", "làm định danh mức 2 ở đâu", "nộp hồ sơ online thế nào")


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One message of one person at one moment."""

    at: datetime
    number: int
    text: str


def day(land: Land, chance: random.Random) -> list[Said]:
    """Everything said on the day, in order."""
    return sorted(one for number in range(0, land.people, ON_DUTY) for one in _person(land, number, chance))


def _person(land: Land, number: int, chance: random.Random) -> Iterator[Said]:
    yield Said(_between(land, time(7), STORM, chance), number, "vào ca")
    if chance.random() < REPORTS:
        told = _between(land, time(8), timedelta(hours=3, minutes=20), chance)
        yield Said(told, number, f"{chance.randint(1, 15)} vneid {chance.randint(1, 9)} dvc")
        yield Said(told + timedelta(seconds=chance.randint(15, 60)), number, "1")
    if chance.random() < 1 / ASKS:
        asked = _between(land, time(8), timedelta(hours=3), chance)
        yield Said(asked, number, chance.choice(QUESTIONS))
    if chance.random() < REPORTS:
        yield Said(_between(land, time(11, 28), timedelta(minutes=10), chance), number, "ra ca")


def _between(land: Land, start: time, length: timedelta, chance: random.Random) -> datetime:
    begun = datetime.combine(land.day, start, tzinfo=HANOI)
    return begun + timedelta(seconds=chance.random() * length.total_seconds())
