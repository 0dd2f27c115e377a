"""What a team says on a day: its volunteers check in and out, ask and report; its leader looks twice."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from benchmarks.zalo.team import LEADER
from locales.formats import HANOI

PEOPLE = 30
QUESTIONS = ("quên mật khẩu vneid thì làm sao", "làm định danh mức 2 ở đâu", "nộp hồ sơ online thế nào")
ASKS, FORGETS, HALVES, STUCK = 300 / (PEOPLE * 22), 0.05, 0.1, 1 / PEOPLE
"""How often a shift has: a question (300 in 22 days), a forgotten check-out, a report in the middle, a
difficulty."""

Said = tuple[datetime, str, str, str]
"""When, who, what kind of thing, in which words."""


def said_on(day: date, chance: random.Random, *, ticked: bool) -> Iterator[Said]:
    """What is said on a day; where the leader has ``ticked`` who is there, nobody checks in alone."""
    for number in range(PEOPLE):
        said = _of_volunteer(day, f"v{number}", chance)
        yield from (one for one in said if not (ticked and one[2] == "check-in"))
    if ticked:
        yield clock(day, 7, 35), LEADER, "tick", "điểm danh hộ tất cả"
    yield _at(day, time(7, 50), 10, chance), LEADER, "leader", "ai đang trực"
    yield _at(day, time(11, 50), 20, chance), LEADER, "leader", "tổng hợp"


def _of_volunteer(day: date, who: str, chance: random.Random) -> Iterator[Said]:
    line = f"{chance.randint(1, 9)} vneid {chance.randint(1, 6)} dvc"
    halves, forgets = chance.random() < HALVES, chance.random() < FORGETS
    yield _at(day, time(7, 20), 20, chance), who, "check-in", "vào ca"
    if chance.random() < ASKS:
        yield _at(day, time(8, 0), 180, chance), who, "question", chance.choice(QUESTIONS)
    if chance.random() < STUCK:
        yield _at(day, time(9, 0), 60, chance), who, "difficulty", "kk mạng chập chờn"
    if halves:
        yield _at(day, time(10, 0), 30, chance), who, "report", line
    done = _at(day, time(11, 45) if forgets else time(11, 28), 10, chance)
    yield done, who, "check-out", "ra ca" if halves else f"ra ca {line}"


def _at(day: date, start: time, minutes: int, chance: random.Random) -> datetime:
    return datetime.combine(day, start, tzinfo=HANOI) + timedelta(minutes=chance.random() * minutes)


def clock(day: date, hour: int, minute: int) -> datetime:
    """That minute of a day in Vietnam."""
    return datetime.combine(day, time(hour, minute), tzinfo=HANOI)
