"""A leader lets two people change their shifts; both hear of it a little later."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from handlers import crewing, signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import brief, dated
from handlers.turn import UNDO_FOR, Turn
from locales.formats import given_name, sort_name
from storage import offers, signups
from storage.crews import Crew
from storage.records.signup import PlacedSignup, SignupState

UNDO = "undo:"
MOST = 20
"""Other shifts offered at once."""


class ExchangeForm(Form):
    """Who of a shift that is known, the other shift, and who of that."""

    name: ClassVar[str] = "exchange"
    summary: ClassVar[bool] = False

    who: Annotated[str | None, Choice()] = None
    other: Annotated[str | None, Choice()] = None
    whom: Annotated[str | None, Choice()] = None
    shift: str = ""


class Exchange(Conversation):
    """See the module. The argument is a shift, or one whose last exchange is taken back."""

    name = "exchange"
    access = Access.LEADER
    form = ExchangeForm

    def needs(self, opening: Opening) -> Needs:
        """The shift with everybody who could be in it, and where they are else."""
        return crewing.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask who."""
        crew = crewing.crew(turn, crewing.asked(arg))
        if crew is None:
            crewing.gone(turn, arg)
        elif arg.startswith(UNDO):
            self._undo(turn, crew)
        elif not any(_partners(crew, one) for one in crew.here):
            turn.say(turn.text("exchange-nobody"), [[crewing.back(turn, crew.shift.id)]])
        else:
            return Begin({"shift": crew.shift.id})
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Those who come here and can change with somebody; the shifts of those they can change with; who."""
        crew = crewing.drafted(turn)
        draft = turn.session.draft if turn.session else {}
        if crew is None:
            return []
        if field == "who":
            return [Option(one.id, one.name) for one in _sorted(crew.here) if _partners(crew, one)]
        who = next((one for one in crew.here if one.id == draft.get("who")), None)
        partners = _partners(crew, who) if who else []
        if field == "whom":
            there = [one for one in partners if one.shift_id == draft.get("other")]
            return [Option(one.id, one.name) for one in _sorted(there)]
        by_shift = {one.shift_id: one for one in partners}
        return [Option(key, brief(turn.words, one)) for key, one in list(by_shift.items())[:MOST]]

    def finish(self, turn: Turn, draft: ExchangeForm) -> None:
        """Both at once."""
        crew = crewing.crew(turn, draft.shift)
        one = next((one for one in crew.here if one.id == draft.who), None) if crew else None
        other = next((one for one in crew.held if one.id == draft.whom), None) if crew else None
        if crew is None or one is None or other is None or not _can(crew, one, other):
            turn.say(turn.text("exchange-busy"), [[crewing.back(turn, draft.shift)]])
            return
        self._exchange(turn, one, other)
        said = turn.text(
            "exchange-done",
            one=given_name(one.name),
            shift=dated(turn.words, other),
            other=given_name(other.name),
            whose=dated(turn.words, one),
        )
        undo = Button(turn.text("undo"), action(self.name, f"{UNDO}{one.shift_id}"))
        said = marked(turn.words, said, exercise=crew.shift.team.exercise)
        turn.say(said, [[undo, crewing.back(turn, one.shift_id)]])

    def _exchange(self, turn: Turn, one: PlacedSignup, other: PlacedSignup) -> None:
        begun = [
            signing.begun(
                place, person, SignupState.ASSIGNED, new_id=turn.new_id(), now=turn.now, told_at=None
            )
            for place, person in ((other, one.person_id), (one, other.person_id))
        ]
        turn.note(*signups.exchanged([one, other], begun, turn.now, heard=False))
        turn.note(*(offers.place_gone(place.tenant, place.id, turn.now) for place in (one, other)))

    def _undo(self, turn: Turn, crew: Crew) -> None:
        """The last exchange of this shift: its two places were begun at one moment."""
        fresh = [one for one in crew.here if one.created_at >= turn.now - UNDO_FOR]
        pairs = [
            (one, other)
            for one in sorted(fresh, key=lambda one: one.created_at, reverse=True)
            for other in _partners(crew, one)
            if other.created_at == one.created_at
        ]
        back = [[crewing.back(turn, crew.shift.id)]]
        if not pairs:
            turn.say(turn.text("undo-too-late"), back)
            return
        one, other = pairs[0]
        self._exchange(turn, one, other)
        turn.say(turn.text("exchange-undone", one=given_name(one.name), other=given_name(other.name)), back)


def _partners(crew: Crew, one: PlacedSignup) -> list[PlacedSignup]:
    """Places in other shifts of the team whose people can change with ``one``, the next shift first."""
    found = [
        other
        for other in crew.held
        if other.team_id == one.team_id and other.shift_id != one.shift_id and _can(crew, one, other)
    ]
    return sorted(found, key=lambda other: (other.starts_at, other.shift_id, other.id))


def _sorted(found: Sequence[PlacedSignup]) -> list[PlacedSignup]:
    return sorted(found, key=lambda one: sort_name(one.name))


def _can(crew: Crew, one: PlacedSignup, other: PlacedSignup) -> bool:
    """Whether each of two is free for the place of the other."""
    if one.person_id == other.person_id:
        return False
    rest_of_one = [held for held in crew.of(one.person_id) if held.id != one.id]
    rest_of_other = [held for held in crew.of(other.person_id) if held.id != other.id]
    return signing.clash(rest_of_one, other) is None and signing.clash(rest_of_other, one) is None
