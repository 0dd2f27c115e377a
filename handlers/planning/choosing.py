"""Which of a team's coming shifts is meant: days in words, then one of them, alone or with its series."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from handlers.engine import Option
from handlers.planning.answers import ELSEWHERE
from handlers.planning.fields import said_on
from handlers.planning.known import Known
from handlers.rota import Line, Span, days_of
from handlers.shift_told import placed
from handlers.turn import Turn
from locales import Words
from locales.formats import local, near_day
from storage.fold import fold
from storage.records.team import Place
from storage.shifts import PlacedShift

MOST_DAYS, MOST_SHIFTS = 8, 12
"""Days and shifts that are offered at once; others are typed."""
MOST_LISTED = 4
"""Shifts that are named one by one."""
ALL = "all"
ONE, REST, KEEP = "one", "rest", "keep"
_WHOLE_DAY = (Span("00:00", "12:00"), Span("12:00", "00:00"))


def ahead(turn: Turn, known: Known) -> list[PlacedShift]:
    """The shifts that have not begun."""
    return [one for one in known.shifts if one.starts_at > turn.now]


def day_of(shift: PlacedShift) -> date:
    """The day on which it begins."""
    return local(shift.starts_at).date()


def days_offered(turn: Turn, known: Known) -> list[Option]:
    """The next days that have shifts."""
    days = list(dict.fromkeys(day_of(one) for one in ahead(turn, known)))
    return [Option(day.isoformat(), near_day(day, turn.words.language)) for day in days[:MOST_DAYS]]


def on_days(turn: Turn, known: Known, kept: str | None) -> list[PlacedShift]:
    """The coming shifts on the days that were said; holidays are days like others here."""
    said = said_on(kept)
    wanted = set(_named(said.lines(known.place_names), turn, known)) if said else set()
    return [one for one in ahead(turn, known) if day_of(one) in wanted]


def _named(lines: Sequence[Line], turn: Turn, known: Known) -> Iterator[date]:
    """Every day of the lines, from today on."""
    for line in lines:
        whole = Line(
            spans=_WHOLE_DAY,
            weekdays=line.weekdays,
            dates=line.dates,
            since=line.since,
            until=line.until,
            off=line.off,
            holidays=True,
        )
        for slot in days_of([whole], turn.now, {}, known.last_on(turn.now)).slots:
            yield local(slot.starts_at).date()


def shifts_offered(turn: Turn, found: Sequence[PlacedShift], *, together: bool) -> list[Option]:
    """Each shift by its hours and place, with its day where there are several; all of them ``together``."""
    several = len({day_of(one) for one in found}) > 1
    options = [Option(one.id, _label(turn, one, several=several)) for one in found[:MOST_SHIFTS]]
    if together and len(found) > 1:
        options.append(Option(ALL, turn.text("shifts-all", count=len(found))))
    return options


def _label(turn: Turn, shift: PlacedShift, *, several: bool) -> str:
    told = placed(turn.words, shift)
    return f"{near_day(day_of(shift), turn.words.language)}, {told}" if several else told


def rest_of(turn: Turn, known: Known, shift: PlacedShift) -> list[PlacedShift]:
    """The shift and those after it in its series."""
    return [
        one
        for one in ahead(turn, known)
        if one.id == shift.id
        or (shift.series_id and one.series_id == shift.series_id and one.starts_at > shift.starts_at)
    ]


def rest(turn: Turn, known: Known, held: Mapping[str, Any]) -> list[PlacedShift]:
    """The series from the chosen shift on; of several shifts together there is no more to it."""
    if held.get("shift") in (None, ALL):
        return []
    one = next((one for one in known.shifts if one.id == held["shift"]), None)
    return rest_of(turn, known, one) if one else []


def meant(turn: Turn, known: Known, held: Mapping[str, Any]) -> list[PlacedShift]:
    """The shifts that the answers so far name: of a whole choice all, of a series only when that was said."""
    found = on_days(turn, known, held.get("day"))
    if held.get("shift") == ALL:
        return found
    one = next((one for one in found if one.id == held.get("shift")), None)
    if one is None:
        return []
    return rest_of(turn, known, one) if held.get("how") == REST else [one]


def listed(words: Words, found: Sequence[PlacedShift]) -> str:
    """The shifts in words, each with its day; of many the first, the last and how many."""
    told = [f"{near_day(day_of(one), words.language)}, {placed(words, one)}" for one in found]
    if len(told) <= MOST_LISTED:
        return "; ".join(told)
    return words("shifts-from-to", first=told[0], last=told[-1], count=len(told))


def place_of(known: Known, held: Mapping[str, Any]) -> Place | None:
    """The place that was chosen or named; one that the team does not have yet has no id. None: none named."""
    if held.get("place") != ELSEWHERE:
        return next((one for one in known.places if one.id == held.get("place")), None)
    wanted = fold(held.get("place_name") or "")
    there = next((one for one in known.places if fold(one.name) == wanted), None)
    if there is not None or not wanted:
        return there
    return Place(
        tenant=known.team.tenant,
        id="",
        team_id=known.team.id,
        unit_code=known.team.unit_code,
        name=held["place_name"],
        mode="",
    )
