"""The way of one message: what the turn will do, decided before anything is read for it."""

from dataclasses import dataclass
from enum import Enum, auto

from handlers import faq_telling, held, locking, riding
from handlers.conversation import Conversation, Needs, Opening
from handlers.engine import Answer


class How(Enum):
    """What the turn will do."""

    SILENT = auto()
    MARK = auto()
    REPLY = auto()
    OPEN = auto()
    FORM = auto()


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one message. ``reply`` is a key of words; ``arg`` opens, ``answer`` goes to the form; a line
    that turns out to be no answer to it goes ``instead``."""

    how: How
    opening: Opening
    conversation: Conversation | None = None
    answer: Answer | None = None
    reply: str = ""
    instead: "Route | None" = None

    @property
    def needs(self) -> Needs:
        """What has to be read before this turn is thought; what is typed may be a question for the FAQ."""
        yield from held.needs(self.opening)
        if self.conversation is not None:
            yield from self.conversation.needs(self.opening)
            yield from locking.needs(self.conversation, self.opening)
        if self.instead is not None:
            yield from self.instead.needs
        elif self.answer is not None and self.answer.text:
            yield from faq_telling.needs(self.opening)
        if self.how is How.OPEN:
            yield from riding.needs(self.opening)
