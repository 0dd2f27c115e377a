"""A planned shift with one thing about it changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from handlers.planning.fields import said_on
from handlers.rota import Line, Span, times
from handlers.turn import Turn
from locales.formats import local
from storage.records.team import Place
from storage.shifts import PlacedShift

PLACE: Final = "place"
WHAT: Final = ("hours", "day", PLACE, "needed")
"""What may change."""


def changed(turn: Turn, shift: PlacedShift, held: Mapping[str, Any], place: Place | None) -> PlacedShift:
    """``shift`` with what the answers ``held`` say; as it is where they say nothing that can be."""
    what = held.get("what")
    if what == "hours" and (line := _said(held.get("hours"))) and line.spans:
        return _at(shift, local(shift.starts_at).date(), line.spans[0])
    if what == "day" and (day := _day(turn, _said(held.get("to_day")))) is not None:
        span = Span(f"{local(shift.starts_at):%H:%M}", f"{local(shift.ends_at):%H:%M}")
        return _at(shift, day, span)
    if what == PLACE and place is not None:
        return shift.model_copy(update={"place_id": place.id, "place_name": place.name})
    if what == "needed" and held.get("needed"):
        return shift.model_copy(update={"needed": held["needed"]})
    return shift


def differ(one: PlacedShift, other: PlacedShift) -> bool:
    """Whether people who count on a shift have to know: it is at another time or place."""
    there = (other.starts_at, other.ends_at, other.place_id)
    return (one.starts_at, one.ends_at, one.place_id) != there


def _said(kept: str | None) -> Line | None:
    said = said_on(kept)
    return next(iter(said.lines()), None) if said else None


def _at(shift: PlacedShift, day: date, span: Span) -> PlacedShift:
    starts_at, ends_at = times(day, span)
    return shift.model_copy(update={"starts_at": starts_at, "ends_at": ends_at})


def _day(turn: Turn, line: Line | None) -> date | None:
    """The one day that is meant: a date, or the next such weekday."""
    if line is None:
        return None
    if line.dates:
        return line.dates[0]
    since = max(line.since or turn.today_on, turn.today_on)
    weekday = line.weekdays[0] if line.weekdays else since.weekday()
    return date.fromordinal(since.toordinal() + (weekday - since.weekday()) % 7)
