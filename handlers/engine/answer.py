"""What passes between a person and a form: answers in, offers and rules out. No words of any language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Command(StrEnum):
    """What can be said to any form, whatever it asks."""

    BACK = "back"
    CANCEL = "cancel"
    EDIT = "edit"
    CONFIRM = "confirm"
    SKIP = "skip"
    DONE = "done"


COUNTERS: Mapping[str, int] = {"minus-1": -1, "plus-1": 1, "plus-5": 5, "plus-10": 10}
"""The fixed words that move the count of the category under the cursor, and by how much."""

EVERYONE = "everyone"
"""The fixed word that switches every option on, or all off where all are on."""

WORDS = frozenset(Command) | frozenset(COUNTERS) | {"yes", "no", EVERYONE}
"""Every fixed ``Offer.word``; the edit list adds ``field-<name>`` for each field of the form."""

RESERVED = frozenset(Command) | frozenset(COUNTERS) | {EVERYONE}
"""Values an option may not have, because a button with that value already means something."""

RULES: Mapping[str, tuple[str, ...]] = {
    "choice": (),
    "many": (),
    "many-whole": (),
    "tally": ("max",),
    "yes-no": (),
    "number": ("min", "max"),
    "text-short": ("min",),
    "text-long": ("max",),
    "name-empty": (),
    "name-long": ("max",),
    "name-marks": (),
    "name-link": (),
    "name-digits": (),
    "code": ("length",),
    "day": (),
    "days": (),
    "time": (),
    "hours": (),
    "stretch": (),
    "photo": (),
    "required": (),
    "summary": (),
    "edit": (),
}
"""Every rule a ``Wrong`` may name, with the arguments its sentence may use."""


class Option(NamedTuple):
    """One thing to choose, known only at run time; ``label`` is already in the person's language."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice as drawn: a ``label`` taken from an option, or a fixed ``word`` to be translated.

    ``count`` is how often a tally counts it, or 1 when a many-choice has it switched on.
    """

    value: str
    label: str = ""
    word: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person did: typed, tapped (``data`` is the button's payload), sent, or commanded.

    ``tally`` is a typed count already understood by the caller; ``callback`` the platform's id of the
    tap; ``today_on`` the person's date, without which relative days cannot be read; ``listed`` whether the
    offers stood in a list, so that a bare number may be one of them.
    """

    text: str = ""
    data: str = ""
    command: Command | None = None
    photo: str = ""
    tally: Mapping[str, int] | None = None
    callback: str = ""
    today_on: date | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why an answer was not taken: a rule of ``RULES`` and what its sentence needs."""

    rule: str
    args: Mapping[str, str | int] = field(default_factory=dict)


OptionsFor = Callable[[str], Sequence[Option]]
"""Field name to its options; asked for Choice, Many and Tally only."""

Words = Mapping[str, tuple[str, ...]]
"""Fixed word to the ways a person may type it in their language (label first)."""
