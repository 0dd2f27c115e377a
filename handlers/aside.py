"""A question for the FAQ in the middle of a form: a citizen waits, and the form can."""

from handlers import faq_asking, faq_telling
from handlers.turn import Turn
from storage import questions
from storage.records.faq import QuestionState


def answered(turn: Turn, said: str) -> str | None:
    """The FAQ's answer to a line that did not answer the open question; None where it is not sure of one."""
    here = faq_telling.places(turn)
    found = turn.desk.faq.ask(said, here=here)
    topic = turn.desk.faq.topic(found.slugs[0], here) if found.decision == "answer" else None
    if topic is None:
        return None
    if turn.actor.person:
        turn.note(questions.asked(faq_asking.kept(turn, said, found, QuestionState.NONE)))
    return faq_telling.told(turn.words, topic, turn.today_on)[0] + "\n"
