"""What the leader's conversations about one shift share: the shift, who may change it, the way back.

The argument of such a conversation is the id of a shift, behind a word where it does something else with it;
its form keeps the id as ``shift``.
"""

from collections.abc import Iterator
from typing import Any

from handlers.conversation import Opening, action
from handlers.messages import Button
from handlers.turn import Turn
from storage import crews
from storage.crews import Crew, CrewKey
from storage.sources import Need

OF_SHIFT = "s:"
"""Before the id of a shift, where the argument may be a team as well."""


def needs(opening: Opening) -> Iterator[Need[CrewKey, Any]]:
    """The shift that is asked for and that of the form under way, with everybody who could be in it."""
    drafted = str(opening.session.draft.get("shift", "")) if opening.session else ""
    for shift_id in sorted({asked(opening.arg), drafted} - {""}):
        yield crews.of_shift.of((opening.actor.tenant, shift_id, opening.now))


def asked(arg: str) -> str:
    """The shift that an argument names; a verb may stand before it."""
    return arg.rpartition(":")[2]


def crew(turn: Turn, shift_id: str) -> Crew | None:
    """The shift, if whoever asks may lead its team and it is not over."""
    if not shift_id:
        return None
    found = turn.facts.get(crews.of_shift.of((turn.actor.tenant, shift_id, turn.now)))
    able = found is not None and turn.leads(found.shift.team) and found.shift.ends_at > turn.now
    return found if able else None


def drafted(turn: Turn) -> Crew | None:
    """The shift of the form under way."""
    return crew(turn, str(turn.session.draft.get("shift", ""))) if turn.session else None


def gone(turn: Turn, arg: str) -> None:
    """Say that the shift is over, called off, or not theirs: all look the same; without one, lead to them."""
    if not arg:
        turn.say(turn.text("crew-first"), [[Button(turn.text("team-crew"), action("crew"))]])
        return
    turn.say(turn.text("crew-gone"), [[Button(turn.text("menu-team"), action("team"))]])


def back(turn: Turn, shift_id: str) -> Button:
    """The way to the names of the shift."""
    return Button(turn.text("crew-back"), action("crew", f"{OF_SHIFT}{shift_id}"))
