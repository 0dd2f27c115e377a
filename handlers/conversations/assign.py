"""A leader puts members into a shift; each hears of it a little later, once for all their changes."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from handlers import crewing, signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, Many, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import dated
from handlers.turn import UNDO_FOR, Turn
from locales.formats import given_name, sort_name
from storage import signups
from storage.crews import Crew
from storage.people import Member
from storage.records.signup import SignupState

UNDO = "undo:"


class AssignForm(Form):
    """Who, to a shift that is known."""

    name: ClassVar[str] = "assign"
    summary: ClassVar[bool] = False

    who: Annotated[list[str] | None, Many()] = None
    shift: str = ""


class Assign(Conversation):
    """See the module. More than needed is the leader's decision; two places at once are nobody's."""

    name = "assign"
    access = Access.LEADER
    form = AssignForm

    def needs(self, opening: Opening) -> Needs:
        """The shift with everybody who could be in it."""
        return crewing.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask who; or take back whom one put in during the last minutes."""
        crew = crewing.crew(turn, crewing.asked(arg))
        if crew is None:
            crewing.gone(turn, arg)
        elif arg.startswith(UNDO):
            self._undo(turn, crew)
        elif not _free(crew):
            turn.say(
                turn.text("assign-nobody", shift=dated(turn.words, crew.shift)),
                [[crewing.back(turn, crew.shift.id)]],
            )
        else:
            return Begin({"shift": crew.shift.id})
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Members without anything else at that time."""
        crew = crewing.drafted(turn)
        return [Option(one.person_id, one.name) for one in _free(crew)] if crew else []

    def finish(self, turn: Turn, draft: AssignForm) -> None:
        """All who are still free."""
        crew = crewing.crew(turn, draft.shift)
        if crew is None:
            crewing.gone(turn, draft.shift)
            return
        meant = [one for one in _free(crew) if one.person_id in (draft.who or ())]
        for one in meant:
            place = signing.begun(
                crew.shift,
                one.person_id,
                SignupState.ASSIGNED,
                new_id=turn.new_id(),
                now=turn.now,
                told_at=None,
            )
            turn.note(*signups.signed(place, capped=False))
        said = turn.text(
            "assign-done",
            shift=dated(turn.words, crew.shift),
            count=len(meant),
            names=", ".join(given_name(one.name) for one in meant),
        )
        undo = Button(turn.text("undo"), action(self.name, f"{UNDO}{crew.shift.id}"))
        said = marked(turn.words, said, exercise=crew.shift.team.exercise)
        turn.say(said, [[undo] if meant else [], [crewing.back(turn, crew.shift.id)]])

    def _undo(self, turn: Turn, crew: Crew) -> None:
        fresh = [
            one
            for one in crew.here
            if one.state is SignupState.ASSIGNED and one.created_at >= turn.now - UNDO_FOR
        ]
        if not fresh:
            turn.say(turn.text("undo-too-late"), [[crewing.back(turn, crew.shift.id)]])
            return
        for one in fresh:  # whoever has not heard of the first change need not hear of the second
            turn.note(signups.released(one, turn.now, told_at=None if one.told_at else turn.now))
        names = ", ".join(given_name(one.name) for one in fresh)
        said = turn.text("release-done", shift=dated(turn.words, crew.shift), names=names)
        turn.say(said, [[crewing.back(turn, crew.shift.id)]])


def _free(crew: Crew) -> list[Member]:
    """Members who are nowhere else at that time, by name."""
    free = [one for one in crew.members if signing.clash(crew.of(one.person_id), crew.shift) is None]
    return sorted(free, key=lambda one: sort_name(one.name))
