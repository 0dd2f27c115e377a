"""The rows of a spreadsheet or a CSV file as texts, one after another, in constant memory."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from handlers.importing.limits import Limits, SheetRefused

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = ",;\t"
_HEAD = 64 * 1024

SheetRow = tuple[int, tuple[str, ...]]
"""Number of the row as the program that shows it counts, and its cells without blanks at their ends."""


def rows_of(path: Path, limits: Limits) -> Iterator[SheetRow]:
    """Every row of the first sheet that is not empty. Raises SheetRefused, at once or at the row that is
    too much."""
    yield from _held(_texts(path, limits), limits)


def _texts(path: Path, limits: Limits) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        if path.stat().st_size > limits.size:
            raise SheetRefused("large", most=limits.size >> 20)
        with path.open("rb") as stream:
            begins = stream.read(4)
    except OSError as error:
        raise SheetRefused("unreadable", why=error.strerror or "") from error
    if begins == _ZIP:
        from handlers.importing.workbook import texts  # noqa: PLC0415  # a tenth of a second to load

        return texts(path, limits)
    if begins == _OLE:
        raise SheetRefused("old-or-locked")
    return _of_csv(path)


def _of_csv(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            head = stream.read(_HEAD)
            if "\0" in head:
                raise SheetRefused("not-a-sheet")
            stream.seek(0)
            delimiter = max(_DELIMITERS, key=head.count)
            for number, values in enumerate(csv.reader(stream, delimiter=delimiter), start=1):
                yield number, tuple(" ".join(value.split()) for value in values)
    except UnicodeDecodeError as error:
        raise SheetRefused("not-utf8") from error
    except csv.Error as error:
        raise SheetRefused("broken") from error


def _held(rows: Iterable[tuple[int, tuple[str, ...]]], limits: Limits) -> Iterator[SheetRow]:
    """The rows that say something, each within the limits."""
    for number, cells in rows:
        if number > limits.rows + 1:
            raise SheetRefused("rows", most=limits.rows)
        if not any(cells):
            continue
        kept = cells[: _last(cells) + 1]
        if len(kept) > limits.columns:
            raise SheetRefused("columns", row=number, most=limits.columns)
        if any(len(cell) > limits.cell for cell in kept):
            raise SheetRefused("cell", row=number, most=limits.cell)
        yield number, kept


def _last(cells: tuple[str, ...]) -> int:
    return max(at for at, cell in enumerate(cells) if cell)
