"""What the search says to do with a question."""

from dataclasses import dataclass
from typing import Literal

Decision = Literal["answer", "choices", "none"]


@dataclass(frozen=True, slots=True)
class FaqAnswer:
    """What to do with a question: send the first topic, offer up to three, or say that none fits.

    ``slugs`` are best first; with "answer" those behind the first are its nearest neighbours. With "none"
    ``beyond`` may name the matter that is not ours but was understood. ``near`` are the nearest topics
    whether they fit or not; ``asks`` says that a line asks something in words that are known here, so that
    people could answer it.
    """

    decision: Decision
    slugs: tuple[str, ...]
    beyond: str = ""
    near: tuple[str, ...] = ()
    asks: bool = False
