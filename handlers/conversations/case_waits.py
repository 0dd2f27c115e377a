"""Choose how many hours a level has for an answer before a kind of difficulty climbs."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers.case_kinds import HOURS
from handlers.categories import DIFFICULTIES, label
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Number, Option
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import cases

MOST = 240
"""Hours: ten days."""


class CaseWaitsForm(Form):
    """A kind, and its hours; 0 for a kind that never climbs by itself."""

    name: ClassVar[str] = "case_waits"
    summary: ClassVar[bool] = False

    kind: Annotated[str | None, Choice()] = None
    hours: Annotated[int | None, Number(min=0, max=MOST)] = None


class CaseWaits(Conversation):
    """See the module. It holds for the whole province, so only its coordinators choose."""

    name = "case_waits"
    access = Access.COORDINATOR
    form = CaseWaitsForm

    def needs(self, opening: Opening) -> Needs:
        """What was chosen until now."""
        yield cases.waits.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for a kind and its hours."""
        if not self._may(turn):
            turn.say(turn.text("case-waits-province"), [[Button(turn.text("menu-cases"), action("cases"))]])
            return None
        return Begin()

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Each kind with the hours it has now."""
        return [Option(code, self._named(turn, code)) for code in DIFFICULTIES]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With what holds now."""
        if field.name != "hours":
            return super().question(turn, field, draft)
        code = str(draft["kind"])
        what = turn.text(label("difficulty", code))
        return turn.text("case-waits-hours", what=what, hours=self._hours(turn, code), most=MOST)

    def finish(self, turn: Turn, draft: CaseWaitsForm) -> None:
        """Keep it; what waits already keeps the hour it has."""
        if not self._may(turn) or draft.kind is None or draft.hours is None:
            return
        turn.note(cases.wait_set(turn.actor.tenant, draft.kind, draft.hours, turn.now))
        what = turn.text(label("difficulty", draft.kind))
        said = turn.text("case-waits-done", what=what, hours=draft.hours)
        again = Button(turn.text("case-waits-again"), action(self.name))
        turn.say(said, [[again, Button(turn.text("cases-back"), action("cases"))]])

    def _may(self, turn: Turn) -> bool:
        return turn.actor.tenant in turn.actor.coordinated

    def _hours(self, turn: Turn, code: str) -> int:
        chosen = turn.facts.get(cases.waits.of(turn.actor.tenant)) or {}
        return chosen.get(code, HOURS[code])

    def _named(self, turn: Turn, code: str) -> str:
        what = turn.text(label("difficulty", code))
        return turn.text("case-waits-now", what=what, hours=self._hours(turn, code))
