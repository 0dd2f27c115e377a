"""A week of shifts apart from its dates: taken from a week that was planned, or kept as a template."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from handlers.conversation import Opening
from handlers.days import midnight
from handlers.planning.known import Known
from handlers.rota import Line, Span
from handlers.turn import Turn
from locales.formats import local
from storage import rota_templates, shifts
from storage.records.rota import RotaTemplate
from storage.records.team import TeamCard
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import Need, TeamKey

WEEK = timedelta(days=7)
WEEKS_AHEAD = 6
"""Weeks that are offered one by one."""
Row = Mapping[str, Any]
"""One shift of a week, as ``RotaTemplate.shifts`` has it, with the name of its place."""


def monday(day: date) -> date:
    """When the week of ``day`` begins."""
    return day - timedelta(days=day.weekday())


def needs(keys: Sequence[TeamKey], opening: Opening) -> Iterator[Need[Any, Any]]:
    """The templates of the teams ``keys``, and their shifts of this week and the next."""
    for key in keys:
        yield rota_templates.of_team.of(key)
        yield shifts.of_team.of(_window(key, opening))


def templates(turn: Turn, team: TeamCard) -> list[RotaTemplate]:
    """The templates of a team by name."""
    return turn.facts.get(rota_templates.of_team.of((team.tenant, team.id))) or []


def planned(turn: Turn, team: TeamCard, first: date) -> list[PlacedShift]:
    """The shifts of the week that begins on ``first``: this one or the next."""
    opening = Opening(turn.actor, turn.inbound, "", turn.now)
    found = turn.facts.get(shifts.of_team.of(_window((team.tenant, team.id), opening))) or []
    return [one for one in found if monday(local(one.starts_at).date()) == first]


def rows(found: Sequence[PlacedShift]) -> list[dict[str, Any]]:
    """Shifts without their dates."""
    return [
        {
            "weekday": local(one.starts_at).weekday(),
            "starts": f"{local(one.starts_at):%H:%M}",
            "ends": f"{local(one.ends_at):%H:%M}",
            "place_id": one.place_id,
            "place": one.place_name,
            "needed": one.needed,
        }
        for one in found
    ]


def lines(week: Sequence[Row], known: Known, since: date, until: date) -> tuple[Line, ...]:
    """A week laid on the days from ``since`` to ``until``: days with the same hours together, and hours with
    the same days. A place goes by the name it has now."""
    names = {one.id: one.name for one in known.places}
    days: dict[tuple[str, str, str, int], set[int]] = defaultdict(set)
    for row in week:
        place: str = names.get(row["place_id"]) or row["place"]
        days[row["starts"], row["ends"], place, row["needed"]].add(row["weekday"])
    alike: dict[Line, list[Span]] = defaultdict(list)
    for (starts, ends, place, needed), weekdays in sorted(days.items()):
        line = Line(weekdays=tuple(sorted(weekdays)), since=since, until=until, needed=needed, place=place)
        alike[line].append(Span(starts, ends))
    return tuple(replace(line, spans=tuple(spans)) for line, spans in alike.items())


def _window(key: TeamKey, opening: Opening) -> ShiftWindow:
    first = midnight(monday(local(opening.now).date()))
    return (*key, first, first + 2 * WEEK)
