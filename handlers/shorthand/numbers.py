"""Reads a number out of tokens: digits, "1k2", "2 chục", "hai mươi lăm", "trăm rưỡi", "20-25", "năm sáu"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from handlers.shorthand.lexicon import lexicon
from handlers.shorthand.words import Token
from storage.fold import fold

_MOST: Final = 99_999
# Words of these roles, typed without accents in a line that has accents elsewhere, mean something else.
_AMBIGUOUS: Final = frozenset({"digits", "after_ten"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as said, ``size`` tokens long. ``sure``: it is one even where nothing is counted."""

    value: int
    size: int
    approx: bool = False
    sure: bool = True


def amount_at(row: Sequence[Token], at: int, *, accents: bool) -> Amount | None:
    """The number that begins at ``at``. ``accents``: whether the line is typed with them at all."""
    first = _one(row, at, accents=accents)
    if first is None:
        return None
    end = at + first.size
    if end + 1 < len(row) and row[end].word in {"-", "den", "toi"}:
        second = _one(row, end + 1, accents=accents)
        if (
            second is not None
            and first.value < second.value < 3 * first.value + 10
            and row[end + 1].shape == "number"
        ):
            return Amount(first.value, first.size + 1 + second.size, approx=True)
    if row[at].shape == "word" and first.size == 1:
        second = _one(row, end, accents=accents)
        if second is not None and second.value == (first.value + 1) * 10 and row[end].shape == "word":
            return Amount(first.value * 10, 1 + second.size, approx=True)
        if (
            second is not None
            and second.value == first.value + 1
            and second.size == 1
            and row[end].shape == "word"
        ):
            return Amount(first.value, 2, approx=True, sure=False)
    return first


def _one(row: Sequence[Token], at: int, *, accents: bool) -> Amount | None:
    if at >= len(row):
        return None
    reader = _Reader(row, at, accents)
    value = reader.whole()
    if value is None or not 0 <= value <= _MOST or value != int(value):
        return _two_in_one(row[at])
    return Amount(int(value), reader.at - at, reader.approx, reader.sure)


def _two_in_one(token: Token) -> Amount | None:
    """ "5,6 người": five or six."""
    if token.shape == "number" and "," in token.typed and token.typed.replace(",", "").isdigit():
        low, high = map(int, token.typed.split(","))
        if high == low + 1:
            return Amount(low, 1, approx=True)
    return None


class _Reader:
    """Reads on from one token; ``at`` is where it stands."""

    def __init__(self, row: Sequence[Token], at: int, accents: bool) -> None:
        self.row, self.at, self.accents = row, at, accents
        self.sure, self.approx = True, False

    def whole(self) -> float | None:
        head = self._head()
        if head is None:
            return None
        for role, size in (("dozen", 10), ("hundred", 100), ("thousand", 1000)):
            if self._take(role):
                return head * size + self._rest(size)
        return head

    def _head(self) -> float | None:
        if self.at >= len(self.row):
            return None
        token = self.row[self.at]
        if token.number is not None:
            self.at += 1
            return token.number
        if any(self._is(role, self.at) is not None for role in ("dozen", "hundred")):
            return 1
        if self._take("ten"):
            self.sure = self.accents
            return 10 + (self._unit() or 0)
        if self._take("twenty"):
            return 20 + (self._unit() or 0)
        digit = self._take_digit("digits")
        if digit is not None and self._take("tens"):
            return digit * 10 + (self._unit() or 0)
        if digit is not None and self._take("some"):
            self.approx = True
            return digit * 10
        self.sure = digit is None
        return digit

    def _unit(self) -> int | None:
        return self._take_digit("after_ten")

    def _rest(self, size: int) -> float:
        """What follows "chục", "trăm", "nghìn": a half, or the next lower digit or more."""
        if self._take("half"):
            return size / 2
        self._take("odd")
        if size == 10 or self.at >= len(self.row):
            return 0
        before = self.at
        more = self._head()
        if more is None or self.row[before].shape == "date":
            return 0
        if self._take("dozen"):
            more *= 10
        if more < 10 and self.row[before - 1].word not in {"le", "linh"}:
            return more * size / 10 if self.at - before == 1 else more
        return more if more < size else 0

    def _take(self, role: str) -> bool:
        if self._is(role, self.at) is None:
            return False
        self.at += 1
        return True

    def _take_digit(self, role: str) -> int | None:
        value = self._is(role, self.at)
        if value is not None:
            self.at += 1
        return value

    def _is(self, role: str, at: int) -> int | None:
        """The value of the number word at ``at``; without accents it is one only in a line without any."""
        if at >= len(self.row) or self.row[at].shape != "word":
            return None
        words, typed = lexicon().numbers[role], self.row[at].typed
        if typed in words:
            return words[typed]
        if not typed.isascii() or (self.accents and role in _AMBIGUOUS):
            return None
        return _unaccented(role).get(self.row[at].word)


@cache
def _unaccented(role: str) -> dict[str, int]:
    return {fold(word): value for word, value in lexicon().numbers[role].items()}
