"""Whether two names may be one person's: a list says "Tú (2k5)", the person says "Lê Anh Tú". Pure."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TypeVar

from rapidfuzz import fuzz

from storage.fold import fold

T = TypeVar("T")
_SLIP = 88.0
"""How alike, of 100, two names are that differ by a slip of the finger."""
_LONG_ENOUGH = 6


class Likeness(IntEnum):
    """How far two names agree."""

    NONE = 0
    GIVEN = 1
    MOST = 2
    SAME = 3


def likeness(one: str, other: str) -> Likeness:
    """Without accents: the same, the same at the end (where the given name stands), or but for a slip."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short:
        return Likeness.NONE
    if short == long:
        return Likeness.SAME
    if long[-len(short) :] == short:
        return Likeness.MOST if len(short) > 1 else Likeness.GIVEN
    said, told = " ".join(short), " ".join(long)
    given = sorted(short[-1]) == sorted(long[-1])  # Thu is not Tu, but Ahn is Anh
    slip = given and len(said) >= _LONG_ENOUGH and fuzz.ratio(said, told) >= _SLIP
    return Likeness.MOST if slip else Likeness.NONE


def likest(name: str, among: Iterable[tuple[str, T]]) -> Sequence[T]:
    """Whatever stands beside the names most like ``name``; one where it is clear, none where nothing is."""
    found = [(likeness(name, other), what) for other, what in among]
    best = max((like for like, _ in found), default=Likeness.NONE)
    return [what for like, what in found if like is best] if best else []


def _words(name: str) -> list[str]:
    """The folded words of a name, without marks and without what only tells people of one name apart."""
    words = ("".join(filter(str.isalnum, word)) for word in fold(name).split())
    return [word for word in words if word.isalpha()]
