"""Workbooks in constant memory: numbers as numbers, texts as nothing but text."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Value = str | int | float | None
LONGEST: Final = 32_767
"""UTF-16 units of a cell: a longer text is refused by every program that opens the file."""
MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, its head included."""
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def clean(text: str, cut: str = "…") -> str:
    """``text`` as a cell can hold it: without control characters; one too long ends with ``cut``."""
    text = _UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    encoded = text.encode("utf-16-le")
    if len(encoded) // 2 <= LONGEST:
        return text
    return encoded[: 2 * (LONGEST - len(cut))].decode("utf-16-le", errors="ignore") + cut


class Sheet:
    """One sheet, written from the top down; what is above is on disk and not touched again."""

    def __init__(self, sheet: Worksheet, bold: Format, wrapped: Format, cut: str) -> None:
        self._sheet = sheet
        self._cut = cut
        self._bold = bold
        self._wrapped = wrapped
        self.rows = 0

    @property
    def full(self) -> bool:
        """Whether no row is left."""
        return self.rows >= MOST_ROWS

    def head(self, labels: Sequence[str], widths: Sequence[int]) -> None:
        """The first row, which stays where it is while the others move."""
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)
        self._sheet.freeze_panes(1, 0)
        self.add(labels, bold=True)

    def add(self, values: Sequence[Value], *, bold: bool = False, wrap: bool = False) -> None:
        """One row; nothing stands in the cell of a None."""
        shape = self._bold if bold else self._wrapped if wrap else None
        for column, value in enumerate(values):
            if isinstance(value, str):
                self._sheet.write_string(self.rows, column, clean(value, self._cut), shape)
            elif value is not None:
                self._sheet.write_number(self.rows, column, value, shape)
        self.rows += 1


class Book:
    """A workbook under way."""

    def __init__(self, book: Workbook, cut: str) -> None:
        self._book = book
        self._cut = cut
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def sheet(self, name: str) -> Sheet:
        """A new sheet; names are at most 31 characters."""
        return Sheet(self._book.add_worksheet(name[:31]), self._bold, self._wrapped, self._cut)


@contextmanager
def book(to: Path, cut: str = "…") -> Iterator[Book]:
    """A workbook that is whole when the block ends well; ``cut`` ends texts that are too long for a cell."""
    made = Workbook(str(to), {**_OPTIONS, "tmpdir": str(to.parent)})
    yield Book(made, cut)
    made.close()
