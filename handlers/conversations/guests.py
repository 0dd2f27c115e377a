"""Guests at a shift: people who help once, put down by name or just counted."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import leading, ticked
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option, Text
from handlers.exercise import marked
from handlers.messages import Button
from handlers.name_list import read_names
from handlers.permissions import Access
from handlers.shift_told import placed
from handlers.turn import Turn
from storage import attendances, shifts
from storage.records.team import TeamCard
from storage.shifts import PlacedShift

MOST = 50


class GuestsForm(Form):
    """Which shift, and how many guests or their names."""

    name: ClassVar[str] = "guests"
    summary: ClassVar[bool] = False

    shift: Annotated[str | None, Choice()] = None
    who: Annotated[str | None, Text(max=2000)] = None
    team: str = ""


class Guests(Conversation):
    """See the module. Their presence counts on the leader's word; nothing else is kept of them."""

    name = "guests"
    access = Access.LEADER
    form = GuestsForm

    def needs(self, opening: Opening) -> Needs:
        """The team, its shifts, and who is counted already."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield shifts.of_team.of(ticked.window(key, opening.now))
            yield attendances.of_team.of(ticked.days(key, opening.now))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the guests of the shift that is on."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        found = ticked.planned(turn, (team.tenant, team.id))
        given = {"team": team.id}
        if len(found) < 2:
            given["shift"] = found[0].id if found else ticked.FREE
        return Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The shifts."""
        team = leading.of_form(turn)
        found = ticked.planned(turn, (team.tenant, team.id)) if team else []
        free = Option(ticked.FREE, turn.text("check-in-free"))
        return [*(Option(one.id, placed(turn.words, one)) for one in found), free]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Of which shift."""
        team = leading.of_form(turn)
        if team is None:
            return turn.text("team-gone")
        if field.name == "shift":
            return turn.text("tick-shift", team=team.name)
        return turn.text("guests-who", shift=_told(turn, self._shift(turn, team, str(draft.get("shift")))))

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A number from 1 to 50, or so many names."""
        if field != "who" or 1 <= len(_named(turn, draft["who"])) <= MOST:
            return None
        return turn.text("guests-wrong", most=MOST)

    def finish(self, turn: Turn, draft: GuestsForm) -> None:
        """Each is present on the leader's word."""
        team = leading.team(turn, draft.team)
        shift = self._shift(turn, team, draft.shift or "") if team else None
        if team is None or (shift is None and draft.shift != ticked.FREE):
            turn.say(turn.text("team-gone" if team is None else "tick-over"))
            return
        names = _named(turn, draft.who or "")
        added = [ticked.presence(turn, team, shift, person_id=turn.new_id(), guest=name) for name in names]
        tick = ticked.stroke(turn, team, added, [])
        said = turn.text("guests-done", count=len(names), shift=_told(turn, shift))
        undo = Button(turn.text("undo"), action("tick", f"undo:{tick.id}"))
        back = leading.back(turn, team)
        turn.say(marked(turn.words, said, exercise=team.exercise), [[undo, back]])

    def _shift(self, turn: Turn, team: TeamCard, shift_id: str) -> PlacedShift | None:
        found = ticked.planned(turn, (team.tenant, team.id))
        return next((one for one in found if one.id == shift_id), None)


def _told(turn: Turn, shift: PlacedShift | None) -> str:
    return placed(turn.words, shift) if shift else turn.text("check-in-free")


def _named(turn: Turn, said: str) -> list[str]:
    """A name for each guest; those who are only counted are numbered."""
    count = said.strip().split(maxsplit=1)[0] if said.strip() else ""
    if count.isascii() and count.isdigit() and not read_names(said).names:
        return [turn.text("guests-one", number=number) for number in range(1, min(int(count), MOST + 1) + 1)]
    return list(read_names(said).names)
