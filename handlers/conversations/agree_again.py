"""The notice has new words: it is shown once more, and asked again; until then nothing else is done."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import controller
from handlers.asked_right import answered
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option
from handlers.messages import Button
from handlers.notice import NOTICE_VERSION, Purpose, consented
from handlers.permissions import Access
from handlers.turn import Turn
from storage import people
from storage.records.right import RequestKind

AGREE, DECLINE = "agree", "decline"
CARRIED = 48
"""Bytes of what a button takes along; what is longer is sent again."""


class AgreeAgainForm(Form):
    """Yes or no, with two equal buttons. ``then`` is carried, not asked: what the person wanted to do."""

    name: ClassVar[str] = "agree_again"
    summary: ClassVar[bool] = False

    consent: Annotated[str | None, Choice()] = None
    then: str = ""


class AgreeAgain(Conversation):
    """See the module. Whoever says no is paused: their data is kept until they erase it, and not used."""

    name = "agree_again"
    access = Access.ANYONE
    form = AgreeAgainForm
    always_open = True

    def needs(self, opening: Opening) -> Needs:
        """Who is responsible where the person belongs."""
        return controller.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask whoever agreed to older words."""
        if turn.actor.person is None:
            turn.say(turn.text("not-understood-stranger"))
            return None
        return Begin({"then": arg} if len(arg.encode()) <= CARRIED else {})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Two equal buttons."""
        return [Option(value, turn.text(f"join-{value}")) for value in (AGREE, DECLINE)]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The notice, with who is responsible: the person's own province where it has named somebody."""
        link = controller.notice(turn, turn.actor.tenant)
        return turn.text("agree-again-consent", link=link, **controller.named(turn))

    def finish(self, turn: Turn, draft: AgreeAgainForm) -> None:
        """Keep the answer as it was given."""
        person, contact = turn.actor.person, turn.actor.contact
        if person is None:
            return
        agrees = draft.consent == AGREE
        change = {"notice_version": NOTICE_VERSION} if agrees else {"paused_at": turn.now}
        turn.note(
            *consented(turn, person, contact.key if contact else "", {Purpose.TAKING_PART: agrees}),
            people.saved(person.model_copy(update=change)),
        )
        if not agrees or not person.notice_version:  # as it is when they had taken it back
            kind = RequestKind.AGREE if agrees else RequestKind.WITHDRAW
            turn.note(answered(turn, kind, detail=Purpose.TAKING_PART))
        if agrees:
            name, _, arg = draft.then.partition(":")
            go_on = [Button(turn.text("agree-again-then"), action(name, arg))] if name else []
            said = turn.text("agree-again-done", then="yes" if name else "no")
            turn.say(said, [[*go_on, Button(turn.text("menu-open"), action("help"))]])
        else:
            erase = Button(turn.text("menu-erase"), action("erase"))
            turn.say(turn.text("my-consents-left"), [[erase]])
