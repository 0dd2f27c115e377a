"""Everybody at once, in one message: "tất cả", "tất cả trừ Hùng, Tú". Pure."""

import re
from collections.abc import Sequence
from typing import TypeVar

from handlers.engine.spoken import SPOKEN
from handlers.like_names import likest
from storage.fold import fold

T = TypeVar("T")
_LONGEST = 200
_APART = re.compile(r"\s*[,;/+&]\s*|\s+(?:và|va|với|voi|and)\s+")


def read_everyone(text: str) -> tuple[str, ...] | None:
    """The names that everybody but them means; empty for really everybody, None for anything else."""
    if len(text) > _LONGEST:
        return None
    everyone, rest = _after(text.strip().rstrip(".!"), SPOKEN.everyone)
    if not everyone or not rest:
        return () if everyone else None
    but, named = _after(rest, SPOKEN.but)
    names = tuple(filter(None, _APART.split(named.strip(" :"))))
    return names if but and names else None


def without(names: Sequence[str], listed: Sequence[tuple[str, T]]) -> tuple[list[T], list[str]]:
    """Whoever of ``listed`` (name and what stands for it) is not among ``names``, and the names that are
    nobody's there, or several people's."""
    found = {name: likest(name, listed) for name in names}
    gone = [one for meant in found.values() if len(meant) == 1 for one in meant]
    return [one for _, one in listed if one not in gone], [name for name in names if len(found[name]) != 1]


def _after(said: str, words: Sequence[str]) -> tuple[bool, str]:
    """Whether ``said`` begins with one of ``words``, and what follows as it was written."""
    parts = said.split()
    for count in range(min(4, len(parts)), 0, -1):
        if fold(" ".join(parts[:count]).rstrip(":,")) in words:
            return True, " ".join(parts[count:])
    return False, said
