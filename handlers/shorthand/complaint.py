"""A difficulty of the place told without the word: "mất điện rồi", "cổng treo". Pure."""

from collections.abc import Mapping, Sequence
from functools import cache

from handlers.shorthand.account import Account
from handlers.shorthand.clauses import Clause
from handlers.shorthand.lexicon import read_data
from handlers.shorthand.verdict import all_understood
from storage.fold import fold

_PORTAL = "portal"


@cache
def _data() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = read_data("complaints")
    return {key: [fold(word) for word in words] for key, words in found.items()}


def complaint_of(line: str, heard: Sequence[Clause], kept: Account) -> str:
    """The code of what a line complains of and nothing else; empty where it counts, asks or says more."""
    codes = set(kept.difficulties)
    if (
        len(codes) != 1
        or len(heard) != 1
        or kept.counted
        or kept.visits is not None
        or not all_understood(heard)
    ):
        return ""
    (code,) = codes
    if code in _data()["of_place"]:
        return code
    said = f" {fold(line)} "
    return code if code == _PORTAL and any(f" {word} " in said for word in _data()[_PORTAL]) else ""
