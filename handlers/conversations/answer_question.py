"""Answer a volunteer's question in own words: it reaches them in the chat, and may stay for the next."""

from typing import Annotated, Any, ClassVar

from handlers import faq_answering
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, FormField, Text
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import questions
from storage.records.faq import FaqQuestion, QuestionState


class AnswerQuestionForm(Form):
    """What to do, in a few sentences."""

    name: ClassVar[str] = "answer_question"
    summary: ClassVar[bool] = False

    said: Annotated[str | None, Text(max=700, min=5)] = None
    asked: str = ""


class AnswerQuestion(Conversation):
    """See the module."""

    name = "answer_question"
    access = Access.COORDINATOR
    form = AnswerQuestionForm

    def needs(self, opening: Opening) -> Needs:
        """The question, and whoever asked it."""
        yield from faq_answering.needs(opening, _asked(opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask for the answer to one question."""
        record = faq_answering.asked(turn, arg)
        if record is None:
            return None
        if record.state is not QuestionState.OPEN:
            turn.say(turn.text("questions-settled"), [[faq_answering.home(turn)]])
            return None
        return Begin({"asked": arg})

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """With what is to be answered."""
        record = turn.facts.get(questions.by_id.of((turn.actor.tenant, str(draft.get("asked", "")))))
        return turn.text("answer-question-said", question=record.question if record else "")

    def finish(self, turn: Turn, draft: AnswerQuestionForm) -> None:
        """Whoever asked hears it now; the first answer counts."""
        record = faq_answering.asked(turn, draft.asked)
        if record is None or not draft.said:
            return
        if record.state is not QuestionState.OPEN:
            turn.say(turn.text("questions-settled"), [[faq_answering.home(turn)]])
            return
        by = turn.actor.key[1]
        turn.note(questions.settled(record, QuestionState.ANSWERED, by, turn.now, answer=draft.said))
        told = faq_answering.tell_asker(turn, record, "questions-answered-for-you", draft.said)
        turn.say(turn.text("answer-question-done", told="yes" if told else "no"), self._ways(turn, record))

    def _ways(self, turn: Turn, record: FaqQuestion) -> list[list[Button]]:
        """Keep the answer, take the question for one there is, or take all of it back."""
        keep = Button(turn.text("questions-keep"), action(faq_answering.HOME, f"keep:{record.id}"))
        back = Button(turn.text("undo"), action(faq_answering.HOME, f"back:{record.id}"))
        return [[keep], *faq_answering.seeds(turn, record), [back, faq_answering.home(turn)]]


def _asked(opening: Opening) -> str:
    if opening.session and opening.session.form == AnswerQuestion.name and not opening.arg:
        return str(opening.session.draft.get("asked", ""))
    return opening.arg
