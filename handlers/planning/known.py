"""What is known of a team when it plans: its places, its shifts ahead, the calendar, the end of its work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from handlers.conversation import Opening
from handlers.days import midnight
from handlers.rota import Calendar
from handlers.turn import Turn
from locales.formats import local
from storage import holidays, shifts, teams
from storage.records.team import Place, TeamCard
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import Need, TeamKey

FARTHEST = timedelta(days=92)
"""How far ahead shifts are planned."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """See the module. ``ends_on`` is the last day of the campaign."""

    team: TeamCard
    places: Sequence[Place]
    shifts: Sequence[PlacedShift]
    calendar: Calendar
    ends_on: date | None = None

    @property
    def place_names(self) -> tuple[str, ...]:
        """The names by which a sheet may call its places."""
        return tuple(one.name for one in self.places)

    def last_on(self, now: datetime) -> date:
        """The last day that may be planned."""
        return local(now).date() + FARTHEST

    def open_until(self, now: datetime) -> date:
        """How far a rota without an end goes: to the end of the campaign, if that is sooner."""
        last, ends = self.last_on(now), self.ends_on
        return ends if ends is not None and local(now).date() <= ends < last else last


def needs(keys: Sequence[TeamKey], opening: Opening) -> Iterator[Need[Any, Any]]:
    """What has to be read to know the teams ``keys``."""
    yield holidays.calendar.of(holidays.EVERYWHERE)
    yield teams.campaigns.of(opening.actor.tenant)
    for key in keys:
        yield teams.card.of(key)
        yield teams.places.of(key)
        yield shifts.of_team.of(_window(key, opening.now))


def known(turn: Turn, team: TeamCard) -> Known:
    """What was read of ``team``."""
    key = (team.tenant, team.id)
    campaigns = turn.facts.get(teams.campaigns.of(team.tenant)) or []
    ends = next((one.ends_on for one in campaigns if one.id == team.campaign_id), None)
    return Known(
        team=team,
        places=turn.facts.get(teams.places.of(key)) or [],
        shifts=turn.facts.get(shifts.of_team.of(_window(key, turn.now))) or [],
        calendar=turn.facts.get(holidays.calendar.of(holidays.EVERYWHERE)) or {},
        ends_on=date.fromisoformat(ends) if ends else None,
    )


def _window(key: TeamKey, now: datetime) -> ShiftWindow:
    return (*key, now, midnight(local(now).date()) + FARTHEST + _A_DAY)
