"""A step of planning is kept for a while, so that whoever made it can take it back with one tap."""

from collections.abc import Iterable, Sequence

from handlers.conversation import action
from handlers.messages import Button
from handlers.turn import Turn
from storage import shift_changes
from storage.records.rota import ChangeKind, ShiftChange
from storage.records.team import TeamCard
from storage.records.work import Shift

UNDO = "undo_shifts"
"""The conversation that takes a step back."""


def kept(
    turn: Turn, team: TeamCard, kind: ChangeKind, shifts: Sequence[Shift], told: Iterable[str] = ()
) -> Button:
    """Note the step: ``shifts`` as they were before it, or as they became where they are new. The button that
    takes it back."""
    change = ShiftChange(
        tenant=team.tenant,
        id=turn.new_id(),
        team_id=team.id,
        person_id=turn.actor.key[1],
        kind=kind,
        shifts=[one.model_dump(mode="json") for one in shifts],
        told=sorted(told),
        made_at=turn.now,
    )
    turn.note(shift_changes.made(change))
    return Button(turn.text("undo"), action(UNDO, change.id))
