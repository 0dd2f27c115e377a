"""Say that I cannot come to a shift, with a reason from a short list; the leaders hear of it together.

Where nobody signs up, everybody may come, and whoever cannot says so all the same.
"""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import signing, staying_away
from handlers.conversation import TYPED, Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.engine import Choice, Form, Option, Skippable, Text, When
from handlers.messages import Button
from handlers.said_day import said_day
from handlers.shift_told import brief, dated
from handlers.turn import UNDO_FOR, Turn
from handlers.wish import wording
from locales.formats import local, near_day
from storage import offers, signups
from storage.records.signup import PlacedSignup, SignupState
from storage.shifts import PlacedShift

REASONS = ("personal", "study", "work", "travel", "other")
"""Nobody's health is written down: whoever is ill says "personal"."""
OTHER, UNDO, WHOLE_DAY = "other", "undo", "day"
_Place = PlacedSignup | PlacedShift
"""A place of one's own, or a shift to which everybody may come."""


def _other(draft: Any) -> bool:
    return bool(draft.reason == OTHER)


class AbsenceForm(Form):
    """Which shift, why, and in own words where no reason fits."""

    name: ClassVar[str] = "absence"
    summary: ClassVar[bool] = False

    shift: Annotated[str | None, Choice()] = None
    reason: Annotated[str | None, Choice(), Skippable()] = None
    note: Annotated[str | None, Text(max=200, one_line=True), When(_other)] = None


class TellAbsence(Conversation):
    """See the module. The argument is a place, one whose absence is taken back, or a sentence."""

    name = "absence"
    command = "baovang"
    form = AbsenceForm
    takes_wish = True

    def needs(self, opening: Opening) -> Needs:
        """One's own places, the shifts of teams that do not sign up, and who comes beside: an absence taken
        back needs its place again."""
        yield signing.need(opening)
        yield from staying_away.needs(opening)
        if opening.arg.startswith(f"{UNDO}:"):
            yield signups.by_id.of((opening.actor.tenant, opening.arg.removeprefix(f"{UNDO}:")))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask why; and which shift, where there are several."""
        if arg.startswith(f"{UNDO}:"):
            self._undo(turn, arg.removeprefix(f"{UNDO}:"))
            return None
        places = self._places(turn)
        if not places:
            self._none(turn)
            return None
        known = arg if any(one.id == arg for one in places) else self._said(turn, places, arg)
        given: dict[str, Any] = {"shift": known} if known else {}
        if arg.startswith(TYPED):  # a sentence that tells it is answered, not asked about
            given |= {"reason": wording().reason(arg.removeprefix(TYPED)) or None, "note": None}
        return Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """My shifts, a whole day where it has several; or the reasons."""
        if field == "reason":
            return [Option(code, turn.text(f"absence-{code}")) for code in REASONS]
        mine = self._places(turn)
        return [*self._whole_day(turn, mine), *(Option(one.id, brief(turn.words, one)) for one in mine[:12])]

    def finish(self, turn: Turn, draft: AbsenceForm) -> None:
        """The place is free again; the leaders hear of it within minutes, once for all who are absent."""
        meant = [
            one
            for one in self._places(turn)
            if draft.shift in (one.id, f"{WHOLE_DAY}{day_on(one.starts_at)}")
        ]
        if not meant:
            turn.say(turn.text("absence-gone"), [[Button(turn.text("menu-my-shifts"), action("my_shifts"))]])
            return
        told = [self._tell(turn, one, draft.reason or "", draft.note or "") for one in meant]
        said = turn.text("absence-done", shifts="; ".join(dated(turn.words, one) for one in meant))
        undo = [Button(turn.text("undo"), action(self.name, f"{UNDO}:{told[0]}"))]
        whole = len(meant) > 1 and any(isinstance(one, PlacedSignup) for one in meant)
        turn.say(said, [[] if whole else undo, [Button(turn.text("menu-help"), action("help"))]])

    def _tell(self, turn: Turn, place: _Place, reason: str, note: str) -> str:
        """Note the absence from one shift; its id."""
        if isinstance(place, PlacedSignup):
            turn.note(
                signups.absent(place, turn.now, reason=reason, note=note),
                offers.place_gone(place.tenant, place.id, turn.now),
            )
            return place.id
        record = staying_away.absence(turn, place, reason=reason, note=note)
        turn.note(signups.absence_told(record))
        return record.id

    def _places(self, turn: Turn) -> list[_Place]:
        """What the person may be absent from, the next one first."""
        found: list[_Place] = [*signing.mine(turn), *staying_away.ahead(turn)]
        return sorted(found, key=lambda one: (one.starts_at, one.id))

    def _none(self, turn: Turn) -> None:
        """Nobody waits for them."""
        told = any(one.absent for one in signing.all_mine(turn))
        way = Button(turn.text("menu-my-shifts"), action("my_shifts"))
        turn.say(turn.text("absence-told-all" if told else "absence-none"), [[way]])

    def _said(self, turn: Turn, places: Sequence[_Place], arg: str) -> str:
        """The shift that a sentence means, or the whole day it names; the only one there is."""
        said = said_day(arg.removeprefix(TYPED), turn.today_on) if arg.startswith(TYPED) else None
        found = [one for one in places if said is not None and said.holds(one.starts_at)]
        if len(found) > 1 and said is not None and said.morning is None:
            return f"{WHOLE_DAY}{said.on.isoformat()}"
        only = found if len(found) == 1 else places
        return only[0].id if len(only) == 1 else ""

    def _whole_day(self, turn: Turn, mine: Sequence[_Place]) -> list[Option]:
        """A day with several shifts as one answer: the one that was said, else the first."""
        days = [day_on(one.starts_at) for one in mine]
        held = str(turn.session.draft.get("shift", "")) if turn.session else ""
        several = [day for day in days if days.count(day) > 1]
        day = next((day for day in several if held == f"{WHOLE_DAY}{day}"), next(iter(several), None))
        if day is None:
            return []
        first = local(next(one.starts_at for one in mine if day_on(one.starts_at) == day))
        named = near_day(first.date(), turn.words.language)
        return [Option(f"{WHOLE_DAY}{day}", turn.text("absence-whole-day", day=named, count=days.count(day)))]

    def _undo(self, turn: Turn, place_id: str) -> None:
        """Take an absence of the last minutes back, while the place is still free."""
        held = turn.facts.get(signups.by_id.of((turn.actor.tenant, place_id)))
        if held is None or held.person_id != turn.actor.key[1] or not held.absent:
            turn.say(turn.text("absence-gone"))
            return
        if held.ended_at is None or held.ended_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        if held.state is SignupState.AWAY:
            self._come_after_all(turn, held)
            return
        full = signing.left(held.needed, held.coming) == 0
        if full or signing.clash(signing.mine(turn), held) is not None:
            again = [[Button(turn.text("menu-sign-up"), action("sign_up"))]]
            turn.say(turn.text("absence-place-gone", shift=dated(turn.words, held)), again)
            return
        back = signing.restored(held, new_id=turn.new_id(), now=turn.now)
        turn.note(signups.absence_withdrawn(held, turn.now), *signups.signed(back))
        turn.say(turn.text("absence-undone", shift=dated(turn.words, held)))

    def _come_after_all(self, turn: Turn, held: PlacedSignup) -> None:
        """Absences told together where nobody signs up are taken back together."""
        every = [
            one
            for one in signing.all_mine(turn)
            if one.state is SignupState.AWAY and one.ended_at == held.ended_at
        ] or [held]
        turn.note(*(signups.absence_withdrawn(one, turn.now) for one in every))
        turn.say(turn.text("absence-withdrawn", shifts="; ".join(dated(turn.words, one) for one in every)))
