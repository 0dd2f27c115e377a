"""The kind of every conversation; each file in ``conversations/`` is one, and is found by being there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from handlers.engine import Form, FormField, Option, Session
from handlers.messages import Button, Inbound
from handlers.permissions import Access, Actor
from handlers.turn import Turn
from storage.sources import Need

TYPED = "="
"""Before a line that somebody typed, in an argument that may also be what a button carries."""
Needs = Iterable[Need[Any, Any]]


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before anything is read: who, what they sent, and the word after the button.

    ``arg`` is what a button or a command carried (``/hoi quên mật khẩu`` has "quên mật khẩu");
    ``session`` is the form under way, when it is one of this conversation. ``plenty`` says that messages cost
    nothing here.
    """

    actor: Actor
    inbound: Inbound
    arg: str
    now: datetime
    session: Session | None = None
    plenty: bool = True


class Conversation:
    """One thing people do with the bot.

    ``name`` is stable: buttons, words and transcripts carry it. ``command`` is the chat command
    without its slash; the words that say the same are in ``<name>-say``. ``form`` is asked field by
    field with the words ``<name>-<field>``; conversations without a form answer at once.
    """

    name: ClassVar[str]
    command: ClassVar[str] = ""
    access: ClassVar[Access] = Access.MEMBER
    form: ClassVar[type[Form] | None] = None
    takes_rest: ClassVar[bool] = False
    """Whether "<word> something" opens it with the rest of the line."""
    shortcuts: ClassVar[tuple[str, ...]] = ()
    """Arguments with words of their own, ``<name>-<argument>-say``, heard where no form is open."""
    shortcuts_take_rest: ClassVar[bool] = False
    """Whether the words of a shortcut may be followed by more, which then stands behind it: "new:Tổ 5"."""
    takes_wish: ClassVar[bool] = False
    """Whether it is given the whole sentence that asks for it, behind ``TYPED``: "mai em không đi được"."""
    keeps_form: ClassVar[bool] = False
    """Whether a form under way stays where it was when this one answers in between."""
    heard_first: ClassVar[bool] = False
    """Whether its words are heard also where a question takes any words: nobody means them as an answer."""
    always_open: ClassVar[bool] = False
    """Whether it also serves those who paused their data, or have not agreed to the newest notice yet."""

    def takes(self, rest: str) -> bool:
        """Whether "<word> rest" opens it with ``rest``; some take only what they can read."""
        return self.takes_rest

    @classmethod
    def key(cls, *parts: str) -> str:
        """The key of its words for ``parts``: new_team, team_name → new-team-team-name."""
        return "-".join((cls.name, *parts)).replace("_", "-")

    def guards(self, arg: str) -> bool:
        """Whether what ``arg`` asks for must not open to whoever merely holds the phone: whoever has set a
        PIN gives it first (``handlers.locking``)."""
        return False

    def needs(self, opening: Opening) -> Needs:
        """What has to be read for this turn, whether it opens the conversation or goes on in it."""
        return ()

    def open(self, turn: Turn, arg: str) -> "Begin | None":
        """Start: answer at once, or return the form to be asked."""
        raise NotImplementedError(f"{type(self).__name__} has no way to open")

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The options of a field that is chosen from a list."""
        return ()

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The words that ask ``field``."""
        return turn.text(self.key(field.name))

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """What is wrong with the answer just given to ``field``, in words; None when it may stand.

        For what only the records can tell: the form itself refuses what is wrong in shape.
        """
        return None

    def retold(self, field: str, said: str, today_on: date) -> str:
        """With what it begins anew after a line that does not answer ``field`` but tells as much and more;
        "" where the line tells nothing. Pure: nothing is read for it."""
        return ""

    def hides(self, turn: Turn, field: str, held: Any) -> bool:
        """Whether an answer goes without saying on the summary."""
        return False

    def summary(self, turn: Turn, lines: str) -> str:
        """The words above the last choice: is this right?"""
        return turn.text(self.key("summary"), lines=lines)

    def confirms(self, turn: Turn) -> str:
        """What the button says that ends the form: what it will do, where words say so."""
        own = self.key("confirm")
        return turn.text(own if turn.words.has(own) else "word-confirm")

    def way_back(self, turn: Turn) -> list[list[Button]]:
        """What is offered after the form was given up."""
        return [[Button(turn.text("menu-open"), action("help"))]]

    def finish(self, turn: Turn, draft: Any) -> None:
        """The form is complete: note what follows from it and say so."""
        raise NotImplementedError(f"{type(self).__name__} has no way to finish")


@dataclass(frozen=True, slots=True)
class Begin:
    """Ask the form, with what is known ``given`` and so not asked, ``before`` said first; ``at`` is a given
    field that is shown all the same."""

    given: dict[str, Any] = field(default_factory=dict)
    before: str = ""
    at: str = ""


def action(conversation: str, arg: str = "") -> str:
    """The payload of a button that opens ``conversation``."""
    return f"do:{conversation}:{arg}" if arg else f"do:{conversation}"
