"""Values as cells of a workbook: a number as a number, a day as a day, a text as nothing but text.

The same value is written many thousand times, so each is made once and then looked up; what is remembered
is bounded, and a text beyond it is written where it stands.
"""

import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

Value = str | int | float | date | None
LONGEST: Final = 32_767
"""UTF-16 units of a cell: a longer text is refused by every program that opens the file."""
SHARED: Final = 50_000
"""Texts kept once for all cells that hold them."""
REMEMBERED: Final = 100_000
"""Cells of one style remembered as they are written."""
_FIRST_DAY: Final = date(1899, 12, 30).toordinal()
"""Day 0 of spreadsheets, as it counts from March 1900 on."""
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def clean(text: str, cut: str = "…") -> str:
    """``text`` as a cell can hold it: without control characters; one too long ends with ``cut``."""
    text = _UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    encoded = text.encode("utf-16-le")
    if len(encoded) // 2 <= LONGEST:
        return text
    return encoded[: 2 * (LONGEST - len(cut))].decode("utf-16-le", errors="ignore") + cut


def escaped(text: str) -> str:
    """``text`` between two tags; what looks like a workbook's own escape stays as people wrote it."""
    return _ESCAPED.sub("_x005F_", text).translate(_MARKUP)


class SharedTexts:
    """The texts of a workbook, each with its number; ``cut`` ends those that are too long."""

    def __init__(self, cut: str) -> None:
        self._cut = cut
        self._numbers: dict[str, int] = {}

    def cell(self, style: str, text: str) -> str:
        """A cell that names ``text`` by its number, or holds it where there is no room for more."""
        kept = clean(text, self._cut)
        number = self._numbers.get(kept)
        if number is None:
            if len(self._numbers) >= SHARED:
                return f'<c{style} t="inlineStr"><is>{_said(kept)}</is></c>'
            number = self._numbers[kept] = len(self._numbers)
        return f'<c{style} t="s"><v>{number}</v></c>'

    def items(self) -> Iterator[str]:
        """Every text, in the order of the numbers."""
        return (f"<si>{_said(text)}</si>" for text in self._numbers)


class Cells(dict[Value, str]):
    """Each value as a cell of one style (``days`` is the style of days), made when it is first asked for."""

    def __init__(self, texts: SharedTexts, style: int, days: int) -> None:
        super().__init__()
        self._texts = texts
        self._style = f' s="{style}"' if style else ""
        self._days = f' s="{days}"'

    def __missing__(self, value: Value) -> str:
        made = self._made(value)
        if len(self) < REMEMBERED:
            self[value] = made
        return made

    def _made(self, value: Value) -> str:
        """Raises ValueError for what is no number: a workbook has no infinity."""
        if value is None:
            return f"<c{self._style}/>"
        if isinstance(value, str):
            return self._texts.cell(self._style, value)
        if isinstance(value, date):
            return f"<c{self._days}><v>{value.toordinal() - _FIRST_DAY}</v></c>"
        if not math.isfinite(value):
            raise ValueError(f"{value!r} is no number that a cell can hold")
        return f"<c{self._style}><v>{+value!r}</v></c>"


def _said(text: str) -> str:
    return f'<t xml:space="preserve">{escaped(text)}</t>'
