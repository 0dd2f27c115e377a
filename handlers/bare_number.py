"""A number and nothing else, with no question open: visits to report, or a choice of an older message."""

import re

from handlers.conversation import action
from handlers.messages import Button
from handlers.turn import Turn

_NUMBER = re.compile(r"\d{1,2}")
OFFERED = 3
"""Choices of the last message that are shown again."""


def fits(turn: Turn, said: str) -> bool:
    """Whether somebody known typed one; longer ones are codes, or pieces of somebody's number."""
    return turn.actor.person is not None and not turn.interrupts and bool(_NUMBER.fullmatch(said.strip()))


def ask(turn: Turn, said: str) -> None:
    """What it may have been, each with one tap."""
    menu = Button(turn.text("menu-open"), action("help"))
    again = [[one] for one in turn.offered if not one.spoken and one.value != menu.value][:OFFERED]
    if not turn.actor.in_teams:
        turn.say(turn.text("faq-number-lead", said=said), [*again, [menu]])
        return
    report = Button(
        turn.text("faq-number-report", said=said), action("report", turn.text("faq-number-line", said=said))
    )
    turn.say(turn.text("faq-number", said=said), [[report], *again, [menu]])
