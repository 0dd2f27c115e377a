"""A question for the FAQ in the middle of a form: a citizen waits, and the form can."""

from handlers import faq_asking, faq_telling
from handlers.turn import Turn
from handlers.wish import wording
from storage import questions
from storage.records.faq import QuestionState


def answered(turn: Turn, said: str) -> str | None:
    """What the FAQ says to a line that did not answer the open question; None where it asks nothing."""
    here = faq_telling.places(turn)
    found = turn.desk.faq.ask(said, here=here)
    topic = turn.desk.faq.topic(found.slugs[0], here) if found.decision == "answer" else None
    if topic is None:
        return turn.text("aside-unsure") + "\n" if wording().asking(said) else None
    if turn.actor.person:
        turn.note(questions.asked(faq_asking.kept(turn, said, found, QuestionState.NONE)))
    return faq_telling.told(turn.words, topic, turn.today_on)[0] + "\n"
