"""Something got stuck where somebody is on duty, told without "khó khăn": asked, never recorded by itself."""

from collections.abc import Sequence

from handlers import faq_asking, faq_telling
from handlers.categories import label
from handlers.conversation import action
from handlers.faq_search import FaqAnswer
from handlers.messages import Button
from handlers.shorthand import complaint
from handlers.turn import Turn
from locales.faq import FaqTopic
from storage.records.faq import FaqQuestion, QuestionState

PORTAL = "portal"
TOPICS = 2
"""Answers offered besides, where it may have been a question."""


def code(turn: Turn, record: FaqQuestion, found: FaqAnswer) -> str:
    """What got stuck; empty for anything else: what the FAQ answers (except a portal that does not work for
    anybody, to which it says how to sign in), what went on to people, and whoever is in no team or in the
    middle of a form."""
    if turn.interrupts or not turn.actor.in_teams or record.state is QuestionState.OPEN:
        return ""
    stuck = complaint(record.question, turn.today_on)
    return stuck if stuck == PORTAL or found.decision != "answer" else ""


def ask(turn: Turn, stuck: str, record: FaqQuestion, topics: Sequence[FaqTopic]) -> None:
    """Offer the form, filled with what they wrote; and what it may have been instead."""
    what = turn.text(label("difficulty", stuck))
    tell = Button(
        turn.text("faq-stuck-tell", what=what), action("difficulty", f"{faq_asking.ASKED}{record.id}")
    )
    instead = [[Button(turn.text("faq-pass"), action(faq_asking.ASK, record.id))]]
    more = faq_telling.choices(topics[:TOPICS]) if topics else instead
    turn.say(turn.text("faq-stuck", what=what), [[tell], *more])
