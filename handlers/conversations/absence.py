"""Say that I cannot come to a shift, with a reason from a short list; the leaders hear of it together."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import signing
from handlers.conversation import TYPED, Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.engine import Choice, Form, Option, Skippable, Text, When
from handlers.messages import Button
from handlers.said_day import said_day
from handlers.shift_told import brief, dated
from handlers.turn import UNDO_FOR, Turn
from locales.formats import local, near_day
from storage import offers, signups
from storage.records.signup import PlacedSignup, SignupState

REASONS = ("personal", "study", "work", "travel", "other")
"""Nobody's health is written down: whoever is ill says "personal"."""
OTHER, UNDO, WHOLE_DAY = "other", "undo", "day"


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
        """One's own places, and who comes beside: an absence taken back needs its place again."""
        yield signing.need(opening)
        if opening.arg.startswith(f"{UNDO}:"):
            yield signups.by_id.of((opening.actor.tenant, opening.arg.removeprefix(f"{UNDO}:")))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask why; and which shift, where there are several."""
        if arg.startswith(f"{UNDO}:"):
            self._undo(turn, arg.removeprefix(f"{UNDO}:"))
            return None
        mine = signing.mine(turn)
        if not mine:
            turn.say(turn.text("absence-none"), [[Button(turn.text("menu-open"), action("help"))]])
            return None
        meant = [one for one in mine if one.id == arg] or self._of_day(turn, mine, arg)
        known = meant[0].id if len(meant) == 1 else mine[0].id if len(mine) == 1 else ""
        return Begin({"shift": known} if known else {})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """My shifts, a whole day where it has several; or the reasons."""
        if field == "reason":
            return [Option(code, turn.text(f"absence-{code}")) for code in REASONS]
        mine = signing.mine(turn)
        return [*self._whole_day(turn, mine), *(Option(one.id, brief(turn.words, one)) for one in mine[:12])]

    def finish(self, turn: Turn, draft: AbsenceForm) -> None:
        """The place is free again; the leaders hear of it within minutes, once for all who are absent."""
        mine = signing.mine(turn)
        meant = [one for one in mine if draft.shift in (one.id, f"{WHOLE_DAY}{day_on(one.starts_at)}")]
        if not meant:
            turn.say(turn.text("absence-gone"), [[Button(turn.text("menu-my-shifts"), action("my_shifts"))]])
            return
        for one in meant:
            turn.note(
                signups.absent(one, turn.now, reason=draft.reason or "", note=draft.note or ""),
                offers.place_gone(one.tenant, one.id, turn.now),
            )
        said = turn.text("absence-done", shifts="; ".join(dated(turn.words, one) for one in meant))
        undo = [Button(turn.text("undo"), action(self.name, f"{UNDO}:{meant[0].id}"))]
        turn.say(said, [undo if len(meant) == 1 else [], [Button(turn.text("menu-help"), action("help"))]])

    def _of_day(self, turn: Turn, mine: Sequence[PlacedSignup], arg: str) -> list[PlacedSignup]:
        """My shifts on the day that a sentence names."""
        said = said_day(arg.removeprefix(TYPED), turn.today_on) if arg.startswith(TYPED) else None
        return [one for one in mine if said is not None and said.holds(one.starts_at)]

    def _whole_day(self, turn: Turn, mine: Sequence[PlacedSignup]) -> list[Option]:
        """The first day with several shifts, as one answer."""
        days = [day_on(one.starts_at) for one in mine]
        day = next((day for day in days if days.count(day) > 1), None)
        if day is None:
            return []
        first = local(next(one.starts_at for one in mine if day_on(one.starts_at) == day))
        named = near_day(first.date(), turn.words.language)
        return [Option(f"{WHOLE_DAY}{day}", turn.text("absence-whole-day", day=named, count=days.count(day)))]

    def _undo(self, turn: Turn, place_id: str) -> None:
        """Take an absence of the last minutes back, while the place is still free."""
        held = turn.facts.get(signups.by_id.of((turn.actor.tenant, place_id)))
        if held is None or held.person_id != turn.actor.key[1] or held.state is not SignupState.ABSENT:
            turn.say(turn.text("absence-gone"))
            return
        if held.ended_at is None or held.ended_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        full = signing.left(held.needed, held.coming) == 0
        if full or signing.clash(signing.mine(turn), held) is not None:
            again = [[Button(turn.text("menu-sign-up"), action("sign_up"))]]
            turn.say(turn.text("absence-place-gone", shift=dated(turn.words, held)), again)
            return
        back = signing.restored(held, new_id=turn.new_id(), now=turn.now)
        turn.note(signups.absence_withdrawn(held, turn.now), *signups.signed(back))
        turn.say(turn.text("absence-undone", shift=dated(turn.words, held)))
