"""Workbooks in constant memory and within seconds: rows go straight into the file, whatever their number.

Written here and not by a library: a million rows took xlsxwriter 167 s, cell by cell
(docs/decisions/0010-rows-straight-into-the-workbook.md).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile

from handlers import sheet_parts
from handlers.sheet_cells import Cells, SharedTexts, Value
from handlers.sheet_parts import BOLD, DAY, PLAIN, WRAPPED

_AT_ONCE: Final = 500
"""Rows put into the file together."""
_LEVEL: Final = 3
"""Of compression: half the time of the usual level, and a sixth more bytes."""


class Sheet:
    """One sheet, written from the top down; what is above is in the file and not touched again."""

    def __init__(self, part: IO[bytes], styles: dict[int, Cells]) -> None:
        self._part = part
        self._styles = styles
        self._waiting: list[str] = []
        self.rows = 0

    def head(self, labels: Sequence[str], widths: Sequence[int]) -> None:
        """The first row, which stays where it is while the others move."""
        self._begin(widths, frozen=True)
        self.add(labels, bold=True)

    def add(self, values: Sequence[Value], *, bold: bool = False, wrap: bool = False) -> None:
        """One row; nothing stands in the cell of a None."""
        self.add_all([values], BOLD if bold else WRAPPED if wrap else PLAIN)

    def add_all(self, rows: Iterable[Sequence[Value]], style: int = PLAIN) -> None:
        """Many rows alike."""
        if not self.rows:
            self._begin((), frozen=False)
        cell = self._styles[style].__getitem__
        for values in rows:
            self.rows += 1
            self._waiting.append(f'<row r="{self.rows}">{"".join(map(cell, values))}</row>')
            if len(self._waiting) >= _AT_ONCE:
                self._flush()

    def close(self) -> None:
        """No row follows."""
        if not self.rows:
            self._begin((), frozen=False)
        self._waiting.append(sheet_parts.SHEET_END)
        self._flush()
        self._part.close()

    def _begin(self, widths: Sequence[int], *, frozen: bool) -> None:
        if not self._waiting and not self.rows:
            self._waiting.append(sheet_parts.sheet_start(widths, frozen=frozen))

    def _flush(self) -> None:
        self._part.write("".join(self._waiting).encode())
        self._waiting.clear()


class Book:
    """A workbook under way: one sheet after another."""

    def __init__(self, whole: ZipFile, cut: str) -> None:
        self._whole = whole
        self._texts = SharedTexts(cut)
        self._styles = {style: Cells(self._texts, style, DAY) for style in (PLAIN, BOLD, WRAPPED)}
        self._names: list[str] = []
        self._open: Sheet | None = None

    def sheet(self, name: str) -> Sheet:
        """A new sheet, the one before being complete; names are at most 31 characters."""
        self._close_sheet()
        self._names.append(name[:31])
        path = sheet_parts.sheet_path(len(self._names))
        self._open = Sheet(self._whole.open(path, "w", force_zip64=True), self._styles)
        return self._open

    def finish(self) -> None:
        """Everything that holds the sheets together."""
        self._close_sheet()
        with self._whole.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            for text in sheet_parts.shared_texts(self._texts):
                part.write(text.encode())
        for path, content in sheet_parts.package(self._names):
            self._whole.writestr(path, content)

    def _close_sheet(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None


@contextmanager
def book(to: Path, cut: str = "…") -> Iterator[Book]:
    """A workbook that is whole when the block ends well; ``cut`` ends texts that are too long for a cell."""
    with ZipFile(to, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as whole:
        made = Book(whole, cut)
        yield made
        made.finish()
