"""Have people answer a question: "Chưa đúng?" under every answer, or a question the bot could not answer."""

from typing import Annotated, ClassVar

from handlers import faq_asking, faq_telling
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, Text
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import questions
from storage.records.faq import FaqQuestion, QuestionState

DROP = "drop:"


class AskPeopleForm(Form):
    """The question in one's own words, where it is not known."""

    name: ClassVar[str] = faq_asking.ASK
    summary: ClassVar[bool] = False

    said: Annotated[str | None, Text(max=faq_asking.LONGEST, min=8)] = None


class AskPeople(Conversation):
    """See the module. The argument is a question's id, the slug of an answer, ``drop:<id>``, or nothing: then
    it is about what was asked last."""

    name = faq_asking.ASK
    access = Access.KNOWN
    form = AskPeopleForm

    def needs(self, opening: Opening) -> Needs:
        """What this person asked, and who could answer."""
        yield from faq_asking.needs(opening)
        yield questions.lately.of(opening.actor.key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Pass the question on, take it back, or ask for it."""
        if arg.startswith(DROP):
            self._take_back(turn, arg.removeprefix(DROP))
            return None
        record = self._found(turn, arg or faq_telling.answered(turn))
        if record is None or record.state in (QuestionState.ANSWERED, QuestionState.DROPPED):
            return Begin()
        if record.state is QuestionState.OPEN or not faq_asking.room(turn, record.question):
            turn.say(faq_asking.full(turn, record.question), faq_asking.ways_after(turn, record))
            return None
        turn.note(questions.passed_on(record))
        self._say_passed(turn, record, shown=record.slug if record.decision == "answer" else "")
        return None

    def finish(self, turn: Turn, draft: AskPeopleForm) -> None:
        """A question of its own, as it was typed."""
        said = draft.said or ""
        if not faq_asking.room(turn, said):
            turn.say(faq_asking.full(turn, said), [[Button(turn.text("menu-faq"), action("faq"))]])
            return
        found = turn.desk.faq.ask(said, here=faq_telling.places(turn))
        record = faq_asking.kept(turn, said, found, QuestionState.OPEN)
        turn.note(questions.asked(record))
        self._say_passed(turn, record)

    def _say_passed(self, turn: Turn, record: FaqQuestion, *, shown: str = "") -> None:
        said = turn.text("faq-passed-quoted", question=record.question)
        turn.say(
            f"{said}\n{faq_asking.passed(turn, record)}", faq_asking.ways_after(turn, record, shown=shown)
        )

    def _take_back(self, turn: Turn, question_id: str) -> None:
        record = self._found(turn, question_id)
        if record is None or record.id != question_id or record.state is not QuestionState.OPEN:
            turn.say(turn.text("faq-unpass-late"), [[Button(turn.text("menu-faq"), action("faq"))]])
            return
        turn.note(questions.withdrawn(record))
        again = Button(turn.text("faq-pass-again"), action(self.name, record.id))
        turn.say(turn.text("faq-unpassed"), [[again]])

    def _found(self, turn: Turn, named: str) -> FaqQuestion | None:
        """The question with this id; else the last one near this topic; else, where nothing is named, the
        last one."""
        asked = turn.facts.get(questions.lately.of(turn.actor.key)) or []
        exact = next((one for one in asked if one.id == named), None)
        return exact or next((one for one in asked if not named or named in one.nearest), None)
