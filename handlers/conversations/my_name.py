"""Correct one's own name; where it was said before, the new one is shown from now on."""

from typing import Annotated, ClassVar

from handlers.asked_right import answered
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, Name
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import given_name
from storage import people
from storage.records.right import RequestKind


class MyNameForm(Form):
    """The name to go by."""

    name: ClassVar[str] = "my_name"
    summary: ClassVar[bool] = False

    chosen_name: Annotated[str | None, Name()] = None


class MyName(Conversation):
    """See the module."""

    name = "my_name"
    access = Access.ANYONE
    form = MyNameForm
    always_open = True

    def needs(self, opening: Opening) -> Needs:
        """Nothing."""
        return ()

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask; a stranger has no name here."""
        if turn.actor.person is None:
            turn.say(turn.text("not-understood-stranger"))
            return None
        return Begin(before=turn.text("my-name-now", name=turn.actor.person.name))

    def finish(self, turn: Turn, draft: MyNameForm) -> None:
        """Keep it; what counts is not touched."""
        person, name = turn.actor.person, draft.chosen_name or ""
        if person is None:
            return
        turn.note(people.saved(person.model_copy(update={"name": name})), answered(turn, RequestKind.CORRECT))
        back = [[Button(turn.text("menu-my-data"), action("my_data"))]]
        turn.say(turn.text("my-name-done", name=name, given=given_name(name)), back)
