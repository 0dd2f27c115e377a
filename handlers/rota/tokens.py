"""Cuts a sheet into clocks, dates, numbers, known wordings, other words and signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from handlers.rota.letters import Letters, letters
from handlers.rota.wordings import Sense, wordings

Shape = Literal["clock", "date", "number", "count", "weekdays", "words", "word", "odd", "sign", "break"]

_DATE: Final = re.compile(
    r"(?P<iso>20\d\d-\d{1,2}-\d{1,2})(?!\d)"
    r"|(?P<full>\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:20)?\d\d)(?![\d.])"
    r"|(?P<short>\d{1,2}[/.]\d{1,2}|(?:1[3-9]|2\d|3[01])-(?:0?[1-9]|1[0-2]))(?![\dhg]|:\d|[./-]\d{4})"
)
_GLUED: Final = re.compile(r"t([2-7]{2,6})(?!\w)")
_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ARROW: Final = re.compile(r"[-=]>|→")
_SPACE: Final = re.compile(r"[^\S\n]+")
_LONG_ENOUGH: Final = 4
"""Letters of a wording that is taken even with a wrong accent."""
_MOST_MINUTES: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from ``start`` to ``end`` of its letters.

    ``numbers``: (minutes after midnight, 0/1 whether am or pm is said with it) of a clock, (day, month, year
    or 0) of a date, the value of a number or count, the weekdays written in one. ``senses`` of a wording.
    """

    shape: Shape
    start: int
    end: int
    text: str
    numbers: tuple[int, ...] = ()
    senses: tuple[Sense, ...] = ()

    def value(self, kind: str) -> str | None:
        """What the wording stands for in the sense ``kind``; None without that sense."""
        return next((sense.value for sense in self.senses if sense.kind == kind), None)

    def has(self, *kinds: str) -> bool:
        """Whether the wording has one of these senses."""
        return any(sense.kind in kinds for sense in self.senses)

    def day(self) -> tuple[int, int, int]:
        """(day, month, year) of a date; the year is 0 where none is said."""
        day, month, year = self.numbers
        return day, month, year

    def number(self) -> int | None:
        """The value of a plain number."""
        return self.numbers[0] if self.shape == "number" else None


@cache
def _clock() -> re.Pattern[str]:
    known = wordings().senses

    def either(kind: str) -> str:
        return "|".join(said for said, senses in known.items() if any(one.kind == kind for one in senses))

    hour, minute, people = either("hour"), either("minute"), either("people")
    half, am, pm = either("half"), either("before_noon"), either("after_noon")
    return re.compile(
        rf"(?P<hour>\d{{1,2}})(?:"
        rf"\s?(?:{hour})(?:\s?(?P<minute>\d\d)(?!\d)(?!\s*(?:{people})(?!\w))(?:\s?(?:{minute})(?!\w))?)?"
        rf"|:(?P<colon>\d\d)(?!\d)|\.(?P<dot>\d\d)(?!\d|[./-]\d{{4}})|(?=\s?(?:{am}|{pm})(?!\w)))"
        rf"(?P<half>\s(?:{half})(?!\w))?(?:\s?(?:(?P<am>{am})|(?P<pm>{pm}))(?!\w))?(?!\w)"
    )


@cache
def _count() -> re.Pattern[str]:
    glued = [
        one for one, senses in wordings().senses.items() if any(s.kind == "glued_people" for s in senses)
    ]
    return re.compile(rf"(\d{{1,3}})(?:{'|'.join(glued)})(?!\w)|x\s?(\d{{1,3}})(?!\w)")


def tokens(text: str) -> tuple[Letters, list[Token]]:
    """The letters of ``text`` and its tokens, spaces left out."""
    read = letters(text, wordings().words)
    return read, list(_cut(read))


def _cut(read: Letters) -> Iterator[Token]:
    at, plain = 0, read.plain
    while at < len(plain):
        if space := _SPACE.match(plain, at):
            at = space.end()
            continue
        token = _figure(read, at) or _wording(read, at) or _rest(read, at)
        yield token
        at = token.end


def _begins(plain: str, at: int) -> bool:
    """Whether no letter or digit stands right before."""
    return at == 0 or not plain[at - 1].isalnum()


def _figure(read: Letters, at: int) -> Token | None:
    """A date, a clock, a count with its unit, or weekdays written in one: what is made of figures."""
    plain = read.plain
    if not _begins(plain, at):
        return None
    if found := _DATE.match(plain, at):
        parts = [int(part) for part in re.split(r"\D", found[0])]
        day, month, year = (*reversed(parts),) if found["iso"] else (*parts, 0)[:3]
        if found["full"] or found["iso"] or 1 <= month <= 12 or "/" in found[0]:
            return Token("date", at, found.end(), found[0], (day, month, _whole_year(year)))
    if found := _clock().match(plain, at):
        return _clock_token(at, found)
    if found := _count().match(plain, at):
        return Token("count", at, found.end(), found[0], (int(found[1] or found[2]),))
    if found := _GLUED.match(plain, at):
        return Token("weekdays", at, found.end(), found[0], tuple(int(one) - 2 for one in found[1]))
    return None


def _whole_year(year: int) -> int:
    return year + 2000 if 0 < year < 100 else year


def _clock_token(at: int, found: re.Match[str]) -> Token:
    hour, minute = int(found["hour"]), int(found["minute"] or found["colon"] or found["dot"] or 0)
    minutes = hour * 60 + (30 if found["half"] else minute)
    said = bool(found["am"] or found["pm"] or found["hour"].startswith("0"))
    if found["pm"] and hour < 12:
        minutes += 12 * 60
    right = minute < 60 and minutes <= _MOST_MINUTES
    return Token("clock" if right else "odd", at, found.end(), found[0], (minutes % _MOST_MINUTES, said))


def _wording(read: Letters, at: int) -> Token | None:
    """The longest known wording that begins here."""
    found = wordings().pattern.match(read.plain, at)
    if found is None:
        return None
    said = " ".join(found[0].split())
    typed = " ".join(read.between(at, found.end()).lower().split())
    senses = wordings().senses[said]
    exact = tuple(sense for sense in senses if sense.written == typed)
    if not typed.isascii():
        senses = exact or (senses if len(said) >= _LONG_ENOUGH else ())
    return Token("words", at, found.end(), said, senses=senses) if senses else None


def _rest(read: Letters, at: int) -> Token:
    plain = read.plain
    if found := _NUMBER.match(plain, at):
        return Token("number", at, found.end(), found[0], (int(found[0][:9]),))
    if found := _WORD.match(plain, at):
        return Token("word", at, found.end(), found[0])
    if found := _ARROW.match(plain, at):
        return Token("sign", at, found.end(), ">")
    shape: Shape = "break" if plain[at] in "\n;" else "sign"
    return Token(shape, at, at + 1, plain[at])
