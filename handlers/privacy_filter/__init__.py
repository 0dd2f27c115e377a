"""Hide citizens' numbers and secrets before a text is stored or logged.

The hidden part becomes one ``•`` for each UTF-16 unit, so that a platform's entity offsets still hold.
Names and addresses are not hidden; :func:`hint` tells when a gentle reminder is due.
"""

from dataclasses import dataclass

from handlers.privacy_filter.hint import hint
from handlers.privacy_filter.rules import sweep
from handlers.privacy_filter.shadow import HIDDEN, cast

__all__ = ["Masked", "hint", "mask"]


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without its numbers.

    ``kinds``: what was hidden, in the order of the text: ``secret``, ``insurance``, ``dossier``, ``phone``,
    ``identity``, ``number``, ``passport``, ``plate``, ``email``. ``spans``: for each of them start and end,
    counted in UTF-16 units.
    """

    text: str
    kinds: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def touched(self) -> bool:
        return bool(self.kinds)


def mask(text: str) -> Masked:
    """Hide every number and secret that may belong to a citizen; never raises, idempotent, linear."""
    shadow = cast(text)
    found = sweep(shadow.text)
    if not found:
        return Masked(text)
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    seen = at = 0
    for first, last, _ in found:
        start, end = shadow.back(first, last)
        at += _units(text[seen:start])
        size = _units(text[start:end])
        spans.append((at, at + size))
        pieces += text[seen:start], HIDDEN * size
        seen, at = end, at + size
    pieces.append(text[seen:])
    return Masked("".join(pieces), tuple(kind for *_, kind in found), tuple(spans))


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
