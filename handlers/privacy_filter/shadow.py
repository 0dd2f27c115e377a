"""The shadow of a text: what a number looks like once every disguise is taken off.

People write numbers with full-width digits, with an ``o`` for zero, with invisible characters in
between, in composed or decomposed Unicode. The rules read only the shadow; the index leads back.
"""

import re
import unicodedata
from dataclasses import dataclass

HIDDEN = "\u2022"
STOP = "\x00"
_DROPPED = "\x01"
_MEMORY = 20_000

_LETTER = "[oOоОlI]"
_JOIN = "[ .\\-]"
_LOOKALIKE = re.compile(
    rf"{_LETTER}(?<![^\W\d_].){_LETTER}{{0,12}}+(?=\d)"
    rf"|{_LETTER}(?<=\d.){_LETTER}{{0,12}}+(?:(?=\d)|(?![^\W\d_]))"
    rf"|{_LETTER}(?<![^\W_].)(?={_JOIN}\d)"
    rf"|{_LETTER}(?<=\d{_JOIN}.){_LETTER}{{0,3}}+(?={_JOIN}[\doOlI])"
)
_AS_DIGIT = str.maketrans("oOоОlI", "000011")


class _Shapes(dict[int, str]):
    """One code point → one plain character; computed when first met, remembered within bounds."""

    def __missing__(self, code: int) -> str:
        shape = _shape(chr(code))
        if len(self) < _MEMORY:
            self[code] = shape
        return shape


def _shape(letter: str) -> str:
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(letter)
    if category in {"Cf", "Mn", "Me"}:
        return _DROPPED
    if category == "Pd" or letter == "\u2212":
        return "-"
    if category == "Zs":
        return " "
    if letter in {STOP, _DROPPED}:
        return " "
    bare = [c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)]
    return bare[0] if len(bare) == 1 else letter


_SHAPES = _Shapes()


@dataclass(frozen=True, slots=True)
class Shadow:
    """``text``: the plain form, one character for each visible one. ``origin``: where each stood."""

    text: str
    origin: range | list[int]
    length: int

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that casts ``text[start:end]``, trailing marks included."""
        return self.origin[start], self.origin[end] if end < len(self.origin) else self.length


def cast(text: str) -> Shadow:
    """Take accents, scripts, widths and invisible characters away; keep upper and lower case."""
    plain = text.translate(_SHAPES)
    origin: range | list[int] = range(len(plain))
    if _DROPPED in plain:
        origin = [at for at, letter in enumerate(plain) if letter != _DROPPED]
        plain = plain.replace(_DROPPED, "")
    return Shadow(_LOOKALIKE.sub(lambda run: run[0].translate(_AS_DIGIT), plain), origin, len(text))
