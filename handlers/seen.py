"""What of other people's names reaches whoever asks: leaders see their team's, those above it only enough to
tell people apart."""

from typing import Any, cast

from handlers.permissions import Actor
from locales.formats import initials
from storage.attendances import NamedAttendance
from storage.people import Member
from storage.records.signup import PlacedSignup
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
        if not isinstance(value, _NAMED) or value.team_id in self._actor.led:
            return value
        if value.person_id == self._actor.key[1]:
            return value
        return value.model_copy(update={"name": initials(value.name)})


def seen(facts: Facts, actor: Actor) -> Facts:
    """``facts`` as ``actor`` may see them."""
    return Seen(facts, actor) if actor.coordinated else facts
