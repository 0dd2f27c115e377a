"""From the lines of a sheet to single shifts: holidays left out, swapped days worked, nothing in the past."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from handlers.rota.said import WORKDAYS
from handlers.rota.sheet import Line, Span
from locales.formats import HANOI
from storage.records.rota import Holiday

Why = Literal["holiday", "past", "far"]
Calendar = Mapping[date, Holiday]
_A_DAY: Final = timedelta(days=1)
_A_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Slot:
    """One shift to be: when, where as typed, how many; ``line`` and ``span`` of the sheet it comes from."""

    starts_at: datetime
    ends_at: datetime
    place: str
    needed: int
    line: int
    span: int


@dataclass(frozen=True, slots=True)
class Left:
    """A day left out, and why; a holiday with its name."""

    day: date
    why: Why
    name: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """What became of a sheet's days.

    ``worked`` are Saturdays or Sundays worked instead of another day, ``feasts`` holidays that were named
    day by day and are therefore planned.
    """

    slots: tuple[Slot, ...] = ()
    left: tuple[Left, ...] = ()
    worked: tuple[date, ...] = ()
    feasts: tuple[date, ...] = ()


def times(day: date, span: Span) -> tuple[datetime, datetime]:
    """When a stretch of ``day`` begins and ends; an end before the start is on the next day."""
    starts_at = datetime.combine(day, time.fromisoformat(span.starts), tzinfo=HANOI)
    ends_at = datetime.combine(day, time.fromisoformat(span.ends), tzinfo=HANOI)
    return starts_at, ends_at if ends_at > starts_at else ends_at + _A_DAY


def days_of(lines: Sequence[Line], now: datetime, calendar: Calendar, last_on: date) -> Days:
    """Every shift of ``lines`` that is not over at ``now``, up to ``last_on``, each once."""
    slots: dict[tuple[datetime, datetime, str], Slot] = {}
    left: dict[Left, None] = {}
    worked: set[date] = set()
    feasts: set[date] = set()
    for number, line in enumerate(lines):
        for day in _named(line, calendar, last_on):
            why = _left_out(line, day, calendar, last_on)
            if why is not None:
                left[why] = None
                continue
            here = list(_slots(line, number, day, now))
            if line.spans and not here:
                left[Left(day, "past")] = None
            slots.update({(one.starts_at, one.ends_at, one.place): one for one in here})
            worked.update([day] if here and _swapped(line, day, calendar) else [])
            feasts.update([day] if here and _is_off(day, calendar) and not line.holidays else [])
    ordered = sorted(slots.values(), key=lambda one: (one.starts_at, one.line, one.span))
    return Days(
        tuple(ordered), tuple(sorted(left, key=lambda one: one.day)), _sorted(worked), _sorted(feasts)
    )


def _sorted(days: set[date]) -> tuple[date, ...]:
    return tuple(sorted(days))


def _named(line: Line, calendar: Calendar, last_on: date) -> Iterator[date]:
    """The days a line names, exceptions left out; of an endless one, those up to ``last_on``."""
    found = set(line.dates)
    if line.since is not None:
        last = min(line.until or last_on, last_on + _A_WEEK)
        for shift in range((last - line.since).days + 1):
            day = line.since + shift * _A_DAY
            wanted = not line.weekdays or day.weekday() in line.weekdays
            found.update([day] if wanted or _swapped(line, day, calendar) else [])
    yield from sorted(found - set(line.off))


def _swapped(line: Line, day: date, calendar: Calendar) -> bool:
    """Whether a line for all working days holds on a weekend day that is worked instead of another."""
    holiday = calendar.get(day)
    weekly = set(WORKDAYS) <= set(line.weekdays) and day.weekday() not in line.weekdays
    return weekly and holiday is not None and holiday.working


def _is_off(day: date, calendar: Calendar) -> bool:
    holiday = calendar.get(day)
    return holiday is not None and not holiday.working


def _left_out(line: Line, day: date, calendar: Calendar, last_on: date) -> Left | None:
    """Why nothing is planned on ``day``; a day named by its date is planned on holidays too."""
    if day > last_on:
        return Left(last_on, "far")
    if _is_off(day, calendar) and not line.holidays and day not in line.dates:
        return Left(day, "holiday", calendar[day].name)
    return None


def _slots(line: Line, number: int, day: date, now: datetime) -> Iterator[Slot]:
    for place, span in enumerate(line.spans):
        starts_at, ends_at = times(day, span)
        if ends_at > now:
            yield Slot(starts_at, ends_at, line.place, line.needed or 0, number, place)
