"""What of other people's names reaches whoever asks: leaders see their team's, those above it only enough to
tell people apart."""

from dataclasses import replace
from typing import Any, cast

from handlers.permissions import Actor
from locales.formats import initials
from storage.attendances import NamedAttendance
from storage.crews import Crew
from storage.lates import Late
from storage.people import Member
from storage.records.signup import PlacedSignup
from storage.reports import HeldReport
from storage.sources import Facts, K, Need, V_co

_NAMED = (Member, NamedAttendance, PlacedSignup)


class Seen(Facts):
    """Facts as a coordinator sees them: people of teams they do not lead themselves by initials and last
    name ("N. T. M. Anh")."""

    def __init__(self, facts: Facts, actor: Actor) -> None:
        super().__init__()
        self._facts = facts
        self._actor = actor

    def get(self, need: Need[K, V_co]) -> V_co | None:
        """See ``Facts.get``."""
        return cast("V_co | None", self._shortened(self._facts.get(need)))

    def _shortened(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._shortened(one) for one in value]
        if isinstance(value, Crew):
            people = {"members": value.members, "held": value.held}
            return value.model_copy(update={it: tuple(map(self._shortened, of)) for it, of in people.items()})
        if isinstance(value, Late):
            return value.model_copy(update={"place": self._shortened(value.place)})
        if isinstance(value, HeldReport) and not self._whole(value.report.team_id, value.report.person_id):
            return replace(value, name=initials(value.name))
        if isinstance(value, _NAMED) and not self._whole(value.team_id, value.person_id):
            return value.model_copy(update={"name": initials(value.name)})
        return value

    def _whole(self, team_id: str, person_id: str) -> bool:
        """Whether whoever asks may see the whole name of a person of a team."""
        return team_id in self._actor.led or person_id == self._actor.key[1]


def seen(facts: Facts, actor: Actor) -> Facts:
    """``facts`` as ``actor`` may see them."""
    return Seen(facts, actor) if actor.coordinated else facts
