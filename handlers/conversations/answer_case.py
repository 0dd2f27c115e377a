"""Answer a case: what is written goes to everybody who met it."""

from typing import Annotated, Any, ClassVar

from handlers import case_steps, case_words, casework
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, FormField, Text
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import cases
from storage.records.case import CaseCard, Level


class AnswerCaseForm(Form):
    """What to do, or what was done, in a few sentences."""

    name: ClassVar[str] = "answer_case"
    summary: ClassVar[bool] = False

    said: Annotated[str | None, Text(max=500, min=2)] = None
    case: str = ""


class AnswerCase(Conversation):
    """See the module."""

    name = "answer_case"
    access = Access.LEADER
    form = AnswerCaseForm

    def needs(self, opening: Opening) -> Needs:
        """The case, and everybody who told it."""
        return casework.needs(opening, _asked(opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the answer to one case."""
        return Begin({"case": arg}) if casework.asked(turn, arg) else None

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With what is to be answered, and to how many."""
        case = turn.facts.get(cases.card.of((turn.actor.tenant, str(draft.get("case", "")))))
        line = case_words.line(turn.words, case, turn.now) if case else ""
        return turn.text("answer-case-said", case=line)

    def finish(self, turn: Turn, draft: AnswerCaseForm) -> None:
        """It is answered; whoever still is stuck opens it again with one tap."""
        found = casework.asked(turn, draft.case)
        if found is None or not draft.said:
            return
        case, level = found
        turn.note(
            cases.moved(case, case_steps.solved(case, turn.actor.key[1], draft.said, turn.now)),
            casework.step(turn, case, "answered", note=draft.said),
        )
        who = self._who(turn, case, level)
        told = casework.tell_authors(turn, case, "case-answered-for-you", answer=draft.said, who=who)
        people = len(case.people - {turn.actor.key[1]})
        again = Button(turn.text("case-open"), action("case", f"open:{case.id}"))
        more = Button(turn.text("cases-back"), action("cases"))
        turn.say(turn.text("answer-case-done", told=told, people=people), [[again, more]])

    def _who(self, turn: Turn, case: CaseCard, level: Level) -> str:
        """Who answers, by office: the name of a person is of no use to those who read it."""
        unit = case.tenant if level is Level.PROVINCE else case.unit_code
        place = case_words.teams(case) if level is Level.TEAM else unit_named(turn, unit)
        return turn.text("case-office", level=level, place=place)


def _asked(opening: Opening) -> str:
    if opening.session and opening.session.form == AnswerCase.name and not opening.arg:
        return str(opening.session.draft.get("case", ""))
    return opening.arg
