"""Finds in the tokens what the lexicon knows: numbers, things counted, days, words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from handlers.shorthand.lexicon import APART
from handlers.shorthand.numbers import Amount, amount_at
from handlers.shorthand.phrases import Finder
from handlers.shorthand.words import Token

THINGS: Final = frozenset({"category", "group", "figure", "counted_figure"})
UNITS: Final = frozenset({"visit", "person", "case", "weak"})
_ENDS: Final = frozenset({"\n", ",", ";", ".", "|", "/", "!", "<"})
_JOINTS: Final = frozenset({":", "=", "-", "→"})
_UNREAD: Final = {"number": "odd"}
_BULLET: Final = re.compile(r"\s*(?:\d{1,2}[.)]|[-+*•])\s+(?=\D)")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing found. ``senses``: what it may be, kind → code; ``amount``: a number; ``shape`` of its token:
    ``date``, ``time``, ``odd`` (a name or code), ``sign``. Without any of these it is unknown."""

    start: int
    end: int
    senses: dict[str, str] = field(default_factory=dict)
    amount: Amount | None = None
    shape: str = "word"
    word: str = ""

    @property
    def is_thing(self) -> bool:
        return not THINGS.isdisjoint(self.senses)

    @property
    def is_unit(self) -> bool:
        return not UNITS.isdisjoint(self.senses)

    @property
    def is_unknown(self) -> bool:
        if self.amount is not None or self.shape not in {"word", "odd"}:
            return False
        return all(kind.startswith(APART) for kind in self.senses)

    @property
    def is_end(self) -> bool:
        return self.shape == "sign" and self.word in _ENDS

    @property
    def is_joint(self) -> bool:
        return self.shape == "sign" and self.word in _JOINTS

    def has(self, *kinds: str) -> bool:
        return bool(self.senses) and not self.senses.keys().isdisjoint(kinds)


def marks(line: str, row: Sequence[Token]) -> list[Mark]:
    """The marks of a line, in order; ``row`` are its tokens."""
    accents = any(not token.typed.isascii() for token in row if token.shape == "word")
    found = list(_found(Finder(line, row, accents)))
    return [mark for at, mark in enumerate(found) if not _bullet(line, found, at)]


def _bullet(line: str, found: Sequence[Mark], at: int) -> bool:
    """A number or hyphen that only opens an item of a list over several lines."""
    mark = found[at]
    first = at == 0 or found[at - 1].word == "\n"
    if not first or not (mark.amount or mark.word in {"-", "+"}):
        return False
    start = line.rfind("\n", 0, mark.start) + 1
    return ("\n" in line or mark.word in {"-", "+"}) and _BULLET.match(line, start) is not None


def _found(finder: Finder) -> Iterator[Mark]:
    row, at = finder.row, 0
    while at < len(row):
        token, phrase = row[at], finder.at(at)
        amount = amount_at(row, at, accents=finder.accents) if token.shape in {"number", "word"} else None
        amount = _either(finder, at, amount)
        if (
            amount is not None
            and (phrase is None or phrase.size <= amount.size)
            and _is_number(finder, at, amount)
        ):
            senses = phrase.senses if phrase and token.shape == "word" else {}
            mark = Mark(token.start, row[at + amount.size - 1].end, senses, amount, word=token.word)
            size = amount.size
        elif phrase is not None:
            size = phrase.size
            mark = Mark(
                token.start, row[at + size - 1].end, phrase.senses, shape=token.shape, word=token.word
            )
        else:
            size = 1
            mark = Mark(token.start, token.end, shape=_UNREAD.get(token.shape, token.shape), word=token.word)
        yield mark
        at += size


def _either(finder: Finder, at: int, amount: Amount | None) -> Amount | None:
    """ "7 8 người" is seven or eight."""
    after = finder.row[at + 1] if at + 1 < len(finder.row) else None
    if (
        amount is None
        or amount.size != 1
        or after is None
        or after.number != amount.value + 1
        or after.number > 10
    ):
        return amount
    people = {"visit", "person"} & finder.kinds(at + 2)
    return Amount(amount.value, 2, approx=True) if people and not after.glued else amount


def _is_number(finder: Finder, at: int, amount: Amount) -> bool:
    """Digits always; "ba", "năm", "hai" only where something countable follows."""
    if amount.sure:
        return True
    kinds = finder.kinds(at + amount.size)
    return not kinds.isdisjoint(THINGS | UNITS - {"weak"}) or ("weak" in kinds and not amount.approx)
