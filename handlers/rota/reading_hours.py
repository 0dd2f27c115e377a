"""Finds the hours in a row of tokens: "7h30–11h30", "sáng", "chiều 2h-5h", "từ 8 giờ đến 11 giờ"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from handlers.rota.row import Row
from handlers.rota.said import NOTHING, Said
from handlers.rota.sheet import Span
from handlers.rota.wordings import wordings

_NOON, _DAY = 12 * 60, 24 * 60
LONGEST: Final = 16 * 60
"""Minutes of the longest shift."""
_JOINTS: Final = frozenset({",", "+", "&", "/", "-"})
_DAYTIME: Final = range(60, 6 * 60)
"""Starts that, without a word, mean the afternoon: nobody plans 1h30 to 5h of the night that way."""

_PARTS: Final = {
    "morning": ("04:00", "13:00"),
    "noon": ("10:00", "15:00"),
    "afternoon": ("11:30", "19:00"),
    "evening": ("16:00", "24:00"),
    "night": ("18:00", "24:00"),
}
"""Between when the exact hours of a part of the day lie."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Stretches of a day up to token ``end``.

    ``part``: only the part of the day was said, so that exact hours behind it make it precise; ``day``: it
    was said between the hours ("22h hôm nay đến 6h sáng mai").
    """

    spans: tuple[Span, ...]
    end: int
    part: str = ""
    day: Said = NOTHING


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time as said: minutes after midnight, whether that is beyond doubt, the part of the day behind it."""

    minutes: int
    sure: bool
    part: str
    end: int


def hours_at(row: Row, at: int) -> Hours | None:
    """The hours from token ``at`` on, several where they stand together; None where none stand."""
    first = _one(row, at)
    if first is None:
        return None
    spans, end, part, day = list(first.spans), first.end, first.part, first.day
    while (more := _next(row, end)) is not None:
        spans += more.spans
        end, part = more.end, ""
    return Hours(tuple(dict.fromkeys(spans)), end, part, day)


def _next(row: Row, at: int) -> Hours | None:
    """Further hours behind a joint or right away."""
    if row.at(at).text in _JOINTS or row.at(at).has("and"):
        at += 1
        at += row.at(at).has("and")
    return _one(row, at)


def _one(row: Row, at: int) -> Hours | None:
    token = row.at(at)
    if token.has("both_halves", "office_hours"):
        known = wordings().hours
        return Hours((Span(*known["morning"]), Span(*known["afternoon"])), at + 1)
    part = token.value("part")
    if part is None:
        return _range(row, at, "")
    behind = at + 1
    while row.at(behind).text in (":", "(") or row.at(behind).has("from"):
        behind += 1
    exact = _range(row, behind, part) or _begins(row, behind, part)
    if exact is not None:
        closed = exact.end + (row.at(exact.end).text == ")")
        return Hours(exact.spans, closed, day=exact.day)
    usual = wordings().hours.get(part)
    return Hours((Span(*usual),) if usual else (), at + 1, part)


def _range(row: Row, at: int, part: str) -> Hours | None:
    """From a time to a time."""
    if row.at(at).has("from"):
        at += 1
    first = _clock(row, at, bare=row.leads_on(at + 1))
    if first is None:
        return None
    day, joint = _day_between(row, first.end) if row.at(at).shape == "clock" else (NOTHING, first.end)
    last = _clock(row, joint + 1, bare=row.at(at).shape == "clock") if row.leads_on(joint) else None
    if last is None or (row.at(at).shape != "clock" and row.at(joint + 1).shape != "clock"):
        return None
    end = last.end
    while row.at(end).has("next_day") or (day.names_days and row.at(end).has("relative")):
        end += 1
    return Hours((_span(first, last, part),), end, day=day)


def _day_between(row: Row, at: int) -> tuple[Said, int]:
    """The day that stands between two hours, where one does, and where it ends."""
    weekdays, end = row.weekdays(at)
    if weekdays and row.leads_on(end):
        return Said(weekdays=weekdays), end
    named = row.dates(at, after_from=True)
    if named is not None and len(named.days) == 1 and isinstance(named.days[0], date):
        return Said(dates=(named.days[0],)), named.end
    return NOTHING, at


def _begins(row: Row, at: int, part: str) -> Hours | None:
    """A start alone: the part of the day says when it usually ends."""
    first, usual = _clock(row, at, bare=False), wordings().hours.get(part)
    if first is None or usual is None:
        return None
    starts = _shown(_in_part(first.minutes, part, first.sure))
    return Hours((Span(starts, usual[1]),), first.end) if starts < usual[1] else None


def _clock(row: Row, at: int, *, bare: bool) -> _Clock | None:
    """A time; a ``bare`` number is one where the other end of the stretch is a time."""
    token = row.at(at)
    number = token.number() if bare and not row.at(at + 1).has("people") else None
    if token.shape == "clock":
        minutes, sure = token.numbers[0], bool(token.numbers[1])
    elif number is not None and number <= 24:
        minutes, sure = number % 24 * 60, False
    else:
        return None
    part = "" if row.is_until(at + 1) else row.at(at + 1).value("part") or ""
    hours_follow = part and (_clock(row, at + 2, bare=False) or row.at(at + 2).text == ":")
    if not part or hours_follow or row.at(at + 1).has("next_day"):
        return _Clock(minutes, sure, "", at + 1)
    return _Clock(minutes, sure, part, at + 2)


def _span(first: _Clock, last: _Clock, part: str) -> Span:
    """Both ends on the clock of 24 hours."""
    ends = _in_part(last.minutes, last.part or part, last.sure)
    starts = _in_part(first.minutes, first.part or part, first.sure)
    if not (first.part or part or first.sure) and last.part:
        shifted = _in_part(first.minutes, last.part, sure=False)
        starts = shifted if shifted < ends or last.part == "night" else starts
    said = first.part or last.part or part or first.sure or last.sure
    if not said and starts in _DAYTIME and starts < ends < 7 * 60:
        starts, ends = starts + _NOON, ends + _NOON
    return Span(_shown(starts), _shown(ends))


def possible(span: Span) -> bool:
    """Whether somebody can work from when to when: not no time at all, and not longer than ``LONGEST``."""
    length = (_minutes(span.ends) - _minutes(span.starts)) % _DAY
    return 0 < length <= LONGEST


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def made_precise(spans: Sequence[Span], part: str) -> tuple[Span, ...]:
    """Exact hours that were said apart from the part of the day they are in: "tối T7 7h-9h"."""
    return tuple(Span(_moved(span.starts, part), _moved(span.ends, part)) for span in spans)


def within(span: Span, part: str) -> bool:
    """Whether exact hours may be what a part of the day meant: 13h30–17h is no morning."""
    first, last = _PARTS.get(part, ("00:00", "24:00"))
    return first <= span.starts < last and (span.starts < span.ends <= last or part == "night")


def _moved(time: str, part: str) -> str:
    return _shown(_in_part(_minutes(time), part, sure=False))


def _in_part(minutes: int, part: str, sure: bool) -> int:
    """A time of ``part`` on the clock of 24 hours: 2h in the afternoon is 14h."""
    if sure or minutes >= _NOON + 60:
        return minutes
    late: Sequence[int] = {
        "afternoon": range(_NOON),
        "evening": range(4 * 60, _NOON),
        "noon": range(4 * 60),
        "night": range(6 * 60 + 1, _NOON),
    }.get(part, ())
    if part in ("evening", "night") and minutes in range(_NOON, _NOON + 60):
        return (minutes + _NOON) % _DAY
    return minutes + _NOON if minutes in late else minutes


def _shown(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
