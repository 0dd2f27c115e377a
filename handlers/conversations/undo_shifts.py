"""Take a step of planning back: what was planned, moved or called off in the last minutes."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access, Actor
from handlers.planning import affected
from handlers.planning.changing import differ
from handlers.turn import UNDO_FOR, Turn
from storage import shift_changes, shifts
from storage.effects import Effect
from storage.records.rota import ChangeKind
from storage.records.work import Shift
from storage.shift_changes import ChangeCard
from storage.shifts import PlacedShift
from storage.sources import Need

Pair = tuple[PlacedShift, PlacedShift]
"""A shift before the step (of a new one: as it was planned), and as it is now."""
_SAID = {
    ChangeKind.PLANNED: ("undo-shifts-planned", "shifts-taken-back"),
    ChangeKind.MOVED: ("undo-shifts-moved", "shifts-moved"),
    ChangeKind.CANCELLED: ("undo-shifts-cancelled", "shifts-kept"),
}
"""What the leader hears, and what those who heard of the step do."""


class UndoShifts(Conversation):
    """See the module. Only whoever made the step; what somebody changed since stays as it is."""

    name = "undo_shifts"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The step with its shifts as they are now."""
        yield self._step(opening.actor, opening.arg)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Everything back as it was, in one commit."""
        card = turn.facts.get(self._step(turn.actor, arg))
        schedule = Button(turn.text("menu-schedule"), action("schedule"))
        if card is None or card.change.person_id != turn.actor.key[1] or card.change.undone_at is not None:
            turn.say(turn.text("undo-shifts-gone"), [[schedule]])
            return None
        if card.change.made_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return None
        now = {one.id: one for one in card.shifts}
        before = [PlacedShift.model_validate(one) for one in card.change.shifts]
        pairs = [(one, now[one.id]) for one in before if one.id in now and _untouched(card, one, now[one.id])]
        turn.note(
            shift_changes.undone(card.change, turn.now),
            *(_back(turn, card.change.kind, *pair) for pair in pairs),
        )
        heard = _SAID[card.change.kind][0]
        said = turn.text(heard, count=len(pairs), left=len(card.change.shifts) - len(pairs))
        back = Button(turn.text("leader-back"), action("team", card.team.id))
        turn.say(marked(turn.words, said, exercise=card.team.exercise), [[schedule, back]])
        self._tell(turn, card, pairs)
        return None

    def _step(self, actor: Actor, arg: str) -> Need[Any, ChangeCard]:
        """The step that a button names, or the last one of whoever asks."""
        if arg:
            return shift_changes.by_id.of((actor.tenant, arg))
        return shift_changes.latest.of(actor.key)

    def _tell(self, turn: Turn, card: ChangeCard, pairs: Sequence[Pair]) -> None:
        """Whoever heard of the step, or counts on a shift since, hears that it is taken back."""
        concerned: dict[str, list[PlacedShift]] = defaultdict(list)
        moved = card.change.kind is ChangeKind.MOVED
        was = {before.id: before for before, _ in pairs}
        for before, now in pairs:
            same = moved and not differ(before, now)
            for person_id in () if same else card.expected.get(now.id) or card.change.told:
                concerned[person_id].append(now)
        concerned.pop(turn.actor.key[1], None)
        affected.tell_by(
            turn,
            card.team,
            card.contacts,
            concerned,
            _SAID[card.change.kind][1],
            lambda reader, now: " → ".join(
                affected.line(reader, one) for one in ([now, was[now.id]] if moved else [now])
            ),
        )


def _back(turn: Turn, kind: ChangeKind, before: Shift, now: PlacedShift) -> Effect:
    if kind is ChangeKind.PLANNED:
        return shifts.withdrawn(now, turn.now)
    return shifts.restored(now) if kind is ChangeKind.CANCELLED else shifts.moved(now, before)


def _untouched(card: ChangeCard, before: Shift, now: Shift) -> bool:
    """Whether nobody changed the shift since the step."""
    return now.version == before.version + (card.change.kind is not ChangeKind.PLANNED)
