"""Call off a planned shift."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on, midnight
from handlers.engine import Choice, Form, FormField, Option, YesNo
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.shift_told import placed
from handlers.turn import Turn
from locales.formats import local, near_day
from storage import shifts
from storage.records.team import TeamCard
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import TeamKey

AHEAD = timedelta(days=31)
"""How far ahead shifts are offered."""


class DropShiftForm(Form):
    """The day, the shift, and whether that is meant."""

    name: ClassVar[str] = "drop_shift"
    summary: ClassVar[bool] = False

    day: Annotated[str | None, Choice()] = None
    shift: Annotated[str | None, Choice()] = None
    sure: Annotated[bool | None, YesNo()] = None
    team: str = ""


class DropShift(Conversation):
    """See the module."""

    name = "drop_shift"
    access = Access.LEADER
    form = DropShiftForm

    def needs(self, opening: Opening) -> Needs:
        """The team and its shifts ahead."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield shifts.of_team.of(_window(key, opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask which, where there is any."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        ahead = self._ahead(turn, team)
        if not ahead:
            turn.say(turn.text("drop-shift-none", team=team.name), [[self._back(turn, team)]])
            return None
        days = {_day(one) for one in ahead}
        return Begin({"team": team.id} | ({"day": days.pop()} if len(days) == 1 else {}))

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The days that have shifts, or the shifts of the chosen day."""
        draft = turn.session.draft if turn.session else {}
        team = leading.team(turn, str(draft.get("team", "")))
        ahead = self._ahead(turn, team) if team else []
        if field == "day":
            return [
                Option(day, self._day_named(turn, day)) for day in dict.fromkeys(_day(one) for one in ahead)
            ]
        return [Option(one.id, placed(turn.words, one)) for one in ahead if _day(one) == draft.get("day")]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The last question names what is about to be called off."""
        if field.name != "sure":
            return super().question(turn, field, draft)
        label = next((one.label for one in self.options(turn, "shift") if one.value == draft["shift"]), "")
        return turn.text("drop-shift-sure", shift=label, day=self._day_named(turn, draft["day"]))

    def finish(self, turn: Turn, draft: DropShiftForm) -> None:
        """The shift stays in the history, called off."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        shift = next((one for one in self._ahead(turn, team) if one.id == draft.shift), None)
        buttons = [[Button(turn.text("menu-schedule"), action("schedule", team.id)), self._back(turn, team)]]
        if shift is None or not draft.sure:
            turn.say(turn.text("drop-shift-kept" if shift else "drop-shift-gone"), buttons)
            return
        turn.note(shifts.cancelled(shift, turn.now))
        said = turn.text(
            "drop-shift-done", shift=placed(turn.words, shift), day=self._day_named(turn, _day(shift))
        )
        turn.say(marked(turn.words, said, exercise=team.exercise), buttons)

    def _ahead(self, turn: Turn, team: TeamCard) -> list[PlacedShift]:
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        found = turn.facts.get(shifts.of_team.of(_window((team.tenant, team.id), opening))) or []
        return [one for one in found if one.starts_at > turn.now]

    def _day_named(self, turn: Turn, day: str) -> str:
        return near_day(date.fromisoformat(day), turn.words.language)

    def _back(self, turn: Turn, team: TeamCard) -> Button:
        return Button(turn.text("leader-back"), action("team", team.id))


def _day(shift: PlacedShift) -> str:
    return day_on(shift.starts_at)


def _window(key: TeamKey, opening: Opening) -> ShiftWindow:
    return (*key, opening.now, midnight(local(opening.now).date()) + AHEAD)
