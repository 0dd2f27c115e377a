"""What comes of a turn in a form: a question, the finished draft, an end, or an old button."""

from dataclasses import dataclass

from handlers.engine.answer import Offer, Wrong
from handlers.engine.form import Form, FormField
from handlers.engine.session import Session


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask this: one field, or (``field`` None) the summary, or with ``session.editing`` what to edit.

    ``wrong`` says why the last answer was not taken. ``choices`` are rows of offers. ``lost`` names the
    answers that a newer version of the form could not keep.
    """

    session: Session
    field: FormField | None
    wrong: Wrong | None
    choices: tuple[tuple[Offer, ...], ...]
    lost: tuple[str, ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether a bare number picks from ``choices``; if not, a list must name the words unnumbered.

        It does not where a number is itself the answer, nor right after a category was chosen: then it is
        that category's count.
        """
        return self.field is None or (self.field.kind.numbered and not self.session.fresh)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The choices in the order their numbers count."""
        return tuple(offer for row in self.choices for offer in row)


@dataclass(frozen=True, slots=True)
class Finished:
    """The form is complete and confirmed; the session is over."""

    session: Session
    draft: Form


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person gave the form up; ``session`` holds none of the answers any more."""

    session: Session


@dataclass(frozen=True, slots=True)
class Stale:
    """A button of another question or session was pressed: say so and show ``ask``."""

    ask: Ask


Outcome = Ask | Finished | Cancelled | Stale
