"""Call planned shifts off: one, a whole day or several, or one with the rest of its series."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.planning import affected, choosing, known
from handlers.planning.choosing import KEEP, ONE, REST
from handlers.planning.fields import Days, SaidOn
from handlers.planning.steps import kept
from handlers.turn import Turn
from storage import shifts
from storage.records.rota import ChangeKind
from storage.shifts import PlacedShift


class DropShiftForm(Form):
    """The days, the shift of them or all, and how far it goes."""

    name: ClassVar[str] = "drop_shift"
    summary: ClassVar[bool] = False

    day: Annotated[str | None, Days()] = None
    shift: Annotated[str | None, Choice(sole=True)] = None
    how: Annotated[str | None, Choice()] = None
    team: str = ""


class DropShift(Conversation):
    """See the module. The shifts stay in the history, called off; whoever counted on them is told."""

    name = "drop_shift"
    access = Access.LEADER
    form = DropShiftForm

    def needs(self, opening: Opening) -> Needs:
        """The team with its shifts ahead, and whom they concern."""
        keys = leading.keys(opening, self.name)
        yield from leading.needs(opening, self.name)
        yield from known.needs(keys, opening)
        yield from affected.needs(keys, opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask which, where there is any."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        seen = known.known(turn, team)
        ahead = choosing.ahead(turn, seen)
        if not ahead:
            turn.say(turn.text("drop-shift-none", team=team.name), [[leading.back(turn, team)]])
            return None
        days = {choosing.day_of(one).isoformat() for one in ahead}
        only = {"day": SaidOn(turn.today_on, days.pop()).kept()} if len(days) == 1 else {}
        return Begin({"team": team.id, **only})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The days that have shifts, the shifts of the chosen days, or how far it goes."""
        team, held = leading.of_form(turn), dict(turn.session.draft) if turn.session else {}
        if team is None:
            return []
        seen = known.known(turn, team)
        if field == "day":
            return choosing.days_offered(turn, seen)
        if field == "shift":
            return choosing.shifts_offered(turn, choosing.on_days(turn, seen, held.get("day")), together=True)
        return self._how(turn, len(choosing.meant(turn, seen, held)), choosing.rest(turn, seen, held))

    def _how(self, turn: Turn, count: int, rest: Sequence[PlacedShift]) -> list[Option]:
        options = [Option(ONE, turn.text("drop-shift-one", count=count))]
        if len(rest) > 1:
            options.append(Option(REST, turn.text("drop-shift-rest", count=len(rest))))
        return [*options, Option(KEEP, turn.text("shifts-keep"))]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The last question names what is about to be called off, and how many will hear of it."""
        team = leading.of_form(turn)
        if field.name != "how" or team is None:
            return super().question(turn, field, draft)
        found = choosing.meant(turn, known.known(turn, team), draft)
        people = len(affected.affected(turn, team, found))
        return turn.text("drop-shift-how", shifts=choosing.listed(turn.words, found), people=people)

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """There is a shift on those days."""
        team = leading.of_form(turn)
        if field != "day" or team is None:
            return None
        found = choosing.on_days(turn, known.known(turn, team), draft["day"])
        return None if found else turn.text("shifts-none-then")

    def finish(self, turn: Turn, draft: DropShiftForm) -> None:
        """Call them off in one commit, and say so to whom it concerns."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        found = choosing.meant(turn, known.known(turn, team), draft.model_dump())
        ways = [Button(turn.text("menu-schedule"), action("schedule", team.id)), leading.back(turn, team)]
        if not found or draft.how == KEEP:
            turn.say(turn.text("drop-shift-kept" if found else "drop-shift-gone"), [ways])
            return
        turn.note(*(shifts.cancelled(one, turn.now) for one in found))
        concerned = affected.affected(turn, team, found)
        told = affected.tell(turn, team, concerned, "shifts-cancelled", affected.line)
        undo = kept(turn, team, ChangeKind.CANCELLED, found, told)
        said = turn.text(
            "drop-shift-done",
            count=len(found),
            shifts=choosing.listed(turn.words, found),
            people=len(told),
        )
        turn.say(marked(turn.words, said, exercise=team.exercise), [[undo], ways])
