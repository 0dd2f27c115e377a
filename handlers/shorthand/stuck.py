"""Difficulties told in pieces: "mạng ở trung tâm cứ chập chờn", "thiếu 2 cái máy scan"."""

from collections.abc import Iterator, Sequence
from typing import Final

from handlers.shorthand.marks import Mark

_REACH: Final = 4
_DENIED: Final = frozenset({"khong", "chua", "het"})


def told_in_pieces(words: Sequence[Mark]) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Each difficulty whose parts stand apart in one clause: its code, and the marks from part to part."""
    for at, mark in enumerate(words):
        for code in _codes(mark, "faults"):
            start = _behind(words, at, f"things:{code}")
            if start is not None:
                yield code, tuple(words[start : at + 1])
        for code in _codes(mark, "lacks"):
            end = _ahead(words, at, f"things:{code}")
            if end is not None:
                yield code, tuple(words[at : end + 1])


def _codes(mark: Mark, role: str) -> list[str]:
    return [code for kind, code in mark.senses.items() if kind == f"{role}:{code}"]


def _behind(words: Sequence[Mark], at: int, kind: str) -> int | None:
    """The nearest thing that may be at fault, if it is of this kind and neither counted nor denied."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        mark = words[place]
        if mark.amount is not None or mark.word in _DENIED:
            return None
        if any(sense.startswith("things:") for sense in mark.senses):
            counted = place > 0 and (words[place - 1].amount or words[place - 1].is_unit)
            return place if mark.has(kind) and not counted else None
    return None


def _ahead(words: Sequence[Mark], at: int, kind: str) -> int | None:
    for place in range(at + 1, min(len(words), at + 1 + _REACH)):
        if words[place].has(kind):
            return place
        if words[place].is_thing:
            return None
    return None
