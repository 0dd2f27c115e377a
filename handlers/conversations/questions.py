"""What volunteers asked and nobody has answered yet: answer it, say which topic it is, keep it."""

from collections.abc import Callable, Mapping

from handlers import case_words, faq_answering, faq_telling
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import UNDO_FOR, Turn
from storage import questions
from storage.records.faq import FaqQuestion, QuestionState

PAGE = 8
"""Questions shown at once."""
VERBS = ("see", "topic", "drop", "back", "keep", "seed", "unkeep")


class Questions(Conversation):
    """See the module. The argument is what to do with a question (``topic:<question>:<place among the
    nearest>``), or nothing for all that wait."""

    name = faq_answering.HOME
    access = Access.COORDINATOR
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """One question with whoever asked it, or every one that waits."""
        question_id = _read(opening.arg)[1]
        if question_id:
            yield from faq_answering.needs(opening, question_id)
            yield from faq_telling.needs(opening)
        else:
            yield questions.waiting.of(opening.actor.tenant)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list, one question, or a step with it."""
        verb, question_id, place = _read(arg)
        if not question_id:
            self._list(turn)
            return None
        record = faq_answering.asked(turn, question_id)
        if record is None:
            return None
        slug = record.nearest[place] if 0 <= place < len(record.nearest) else ""
        do: Mapping[str, Callable[[Turn, FaqQuestion, str], None]] = {
            "topic": self._is_topic,
            "drop": self._drop,
            "back": self._back,
            "keep": self._keep,
            "seed": self._keep,
            "unkeep": self._unkeep,
        }
        do.get(verb, self._see)(turn, record, slug)
        return None

    def _list(self, turn: Turn) -> None:
        waiting = turn.facts.get(questions.waiting.of(turn.actor.tenant)) or []
        mine = [one for one in waiting if faq_answering.level(turn.actor, one) is not None]
        rows = [
            [Button(faq_answering.short(one.question), action(self.name, f"see:{one.id}"))]
            for one in mine[:PAGE]
        ]
        turn.say(
            turn.text("questions-head", count=len(mine)),
            rows or [[Button(turn.text("menu-open"), action("help"))]],
        )

    def _see(self, turn: Turn, record: FaqQuestion, _: str) -> None:
        """The whole question, what the bot said to it, and what can be done."""
        shown = turn.desk.faq.topic(record.slug, faq_telling.places(turn)) if record.slug else None
        said = turn.text(
            "questions-card",
            question=record.question,
            unit=unit_named(turn, record.unit_code) or turn.desk.controller_name,
            age=case_words.age(turn.words, record.asked_at, turn.now),
            shown=shown.title if shown and record.decision == "answer" else "none",
            state=record.state or "none",
        )
        if record.state is not QuestionState.OPEN:
            turn.say(said, [[faq_answering.home(turn)]])
            return
        answer = Button(turn.text("questions-answer"), action("answer_question", record.id))
        drop = Button(turn.text("questions-drop"), action(self.name, f"drop:{record.id}"))
        turn.say(
            said, [[answer], *faq_answering.seeds(turn, record, "topic"), [drop, faq_answering.home(turn)]]
        )

    def _is_topic(self, turn: Turn, record: FaqQuestion, slug: str) -> None:
        """Whoever asked gets the answer there is, and it is found in these words from now on."""
        topic = turn.desk.faq.topic(slug, faq_telling.places(turn))
        if topic is None or record.state is not QuestionState.OPEN:
            self._see(turn, record, slug)
            return
        by = turn.actor.key[1]
        turn.note(questions.settled(record, QuestionState.ANSWERED, by, turn.now, slug=slug))
        turn.note(faq_answering.phrasing(turn, record, slug))
        faq_answering.tell_topic(turn, record, slug)
        self._done(turn, record, turn.text("questions-topic-done", title=topic.title), "back")

    def _drop(self, turn: Turn, record: FaqQuestion, slug: str) -> None:
        """Nobody answers it; whoever asked hears that, and where to ask instead."""
        if record.state is not QuestionState.OPEN:
            self._see(turn, record, slug)
            return
        turn.note(questions.settled(record, QuestionState.DROPPED, turn.actor.key[1], turn.now))
        faq_answering.tell_asker(turn, record, "questions-dropped-for-you")
        self._done(turn, record, turn.text("questions-drop-done"), "back")

    def _back(self, turn: Turn, record: FaqQuestion, slug: str) -> None:
        """Whoever settled it takes all of that back in the first minutes."""
        if record.settled_by != turn.actor.key[1] or record.settled_at is None:
            self._see(turn, record, slug)
        elif record.settled_at < turn.now - UNDO_FOR:
            turn.say(turn.text("questions-too-late"), [[faq_answering.home(turn)]])
        else:
            turn.note(questions.unsettled(record, turn.actor.key[1], turn.now))
            turn.note(*faq_answering.removed(turn, record))
            faq_answering.tell_asker(turn, record, "questions-taken-back-for-you")
            see = Button(turn.text("questions-answer"), action("answer_question", record.id))
            turn.say(turn.text("questions-back-done"), [[see, faq_answering.home(turn)]])

    def _keep(self, turn: Turn, record: FaqQuestion, slug: str) -> None:
        """The answer stays as one of its own, or the question leads to ``slug`` from now on."""
        if record.state is not QuestionState.ANSWERED:
            self._see(turn, record, slug)
            return
        topic = turn.desk.faq.topic(slug, faq_telling.places(turn)) if slug else None
        if topic is not None:
            turn.note(faq_answering.phrasing(turn, record, slug))
            said = turn.text("questions-seed-done", title=topic.title)
        else:
            turn.note(*faq_answering.entry(turn, record))
            said = turn.text("questions-keep-done", title=faq_answering.title(record.question))
        self._done(turn, record, said, "unkeep")

    def _unkeep(self, turn: Turn, record: FaqQuestion, _: str) -> None:
        turn.note(*faq_answering.removed(turn, record))
        keep = Button(turn.text("questions-keep"), action(self.name, f"keep:{record.id}"))
        turn.say(turn.text("questions-unkeep-done"), [[keep, faq_answering.home(turn)]])

    def _done(self, turn: Turn, record: FaqQuestion, said: str, undo: str) -> None:
        back = Button(turn.text("undo"), action(self.name, f"{undo}:{record.id}"))
        turn.say(said, [[back, faq_answering.home(turn)]])


def _read(arg: str) -> tuple[str, str, int]:
    """(what to do, question, place among its nearest topics or -1); anything else names no question."""
    verb, _, rest = arg.partition(":")
    question_id, _, place = rest.partition(":")
    if verb not in VERBS:
        return "", "", -1
    return verb, question_id, int(place) if place.isdecimal() and len(place) < 3 else -1
