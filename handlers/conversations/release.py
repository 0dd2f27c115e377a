"""A leader takes somebody out of a shift; they hear of it a little later."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from handlers import crewing, signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import dated
from handlers.turn import UNDO_FOR, Turn
from locales.formats import given_name, sort_name
from storage import offers, places, signups
from storage.places import PlaceCard
from storage.records.signup import SignupState

UNDO = "undo:"


class ReleaseForm(Form):
    """Who, of a shift that is known."""

    name: ClassVar[str] = "release"
    summary: ClassVar[bool] = False

    who: Annotated[str | None, Choice()] = None
    shift: str = ""


class Release(Conversation):
    """See the module. The argument is a shift, or a place that is given back to whoever lost it."""

    name = "release"
    access = Access.LEADER
    form = ReleaseForm

    def needs(self, opening: Opening) -> Needs:
        """The shift with those who come, or the place that was taken."""
        if opening.arg.startswith(UNDO):
            yield places.of_id.of((opening.actor.tenant, opening.arg.removeprefix(UNDO)))
        else:
            yield from crewing.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask who."""
        if arg.startswith(UNDO):
            self._undo(turn, turn.facts.get(places.of_id.of((turn.actor.tenant, arg.removeprefix(UNDO)))))
            return None
        crew = crewing.crew(turn, crewing.asked(arg))
        if crew is None:
            crewing.gone(turn, arg)
        elif not crew.here:
            turn.say(turn.text("release-nobody"), [[crewing.back(turn, crew.shift.id)]])
        else:
            return Begin({"shift": crew.shift.id})
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Those who come, by name."""
        crew = crewing.drafted(turn)
        here = sorted(crew.here, key=lambda one: sort_name(one.name)) if crew else []
        return [Option(one.id, one.name) for one in here]

    def finish(self, turn: Turn, draft: ReleaseForm) -> None:
        """The place is free, and nobody is sought for it any more."""
        crew = crewing.crew(turn, draft.shift)
        place = next((one for one in crew.here if one.id == draft.who), None) if crew else None
        if crew is None or place is None:
            crewing.gone(turn, draft.shift)
            return
        # Whoever has not heard of being put in need not hear of being taken out.
        told_at = None if place.told_at else turn.now
        turn.note(
            signups.released(place, turn.now, told_at=told_at),
            offers.place_gone(place.tenant, place.id, turn.now),
        )
        said = turn.text("release-done", shift=dated(turn.words, place), names=given_name(place.name))
        undo = Button(turn.text("undo"), action(self.name, f"{UNDO}{place.id}"))
        said = marked(turn.words, said, exercise=crew.shift.team.exercise)
        turn.say(said, [[undo, crewing.back(turn, place.shift_id)]])

    def _undo(self, turn: Turn, card: PlaceCard | None) -> None:
        """Give the place back, if its person is still free; they hear only if they heard of losing it."""
        if card is None or not turn.leads(card.team):
            crewing.gone(turn, UNDO)
            return
        place, back = card.place, [[crewing.back(turn, card.place.shift_id)]]
        ended = place.ended_at if place.state is SignupState.RELEASED else None
        if ended is None or ended < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"), back)
        elif signing.clash(card.held, place) is not None:
            turn.say(turn.text("release-busy", name=given_name(place.name)), back)
        else:
            again = signing.restored(place, new_id=turn.new_id(), now=turn.now)
            heard = place.told_at is not None
            untold = again.model_copy(update={"state": SignupState.ASSIGNED, "told_at": None})
            turn.note(*signups.signed(untold if heard else again, capped=False))
            if not heard:
                turn.note(signups.told(place, turn.now))
            names = given_name(place.name)
            turn.say(turn.text("release-undone", shift=dated(turn.words, place), names=names), back)
