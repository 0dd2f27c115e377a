"""Spreadsheets that are handed on: every cell is a text, so none can be a formula; private to whoever ran it.

The file appears only when it is whole, under the name it was asked for, readable by its owner alone.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

_LONGEST_CELL = 32_000
_WIDTH = 26


def write(path: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """One sheet with ``headings`` above ``rows``; how many rows there are. Raises OSError."""
    return write_sheets(path, [(title, headings, rows)])


def write_sheets(path: Path, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str]]]]) -> int:
    """Several sheets, each (title, headings, rows); how many rows the first one has."""
    whole = path.with_name(f".{path.name}.part")
    whole.unlink(missing_ok=True)
    os.close(os.open(whole, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
    counted = []
    with xlsxwriter.Workbook(whole, {"constant_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for title, headings, rows in sheets:
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(headings) - 1, _WIDTH, plain)
            counted.append(_fill(sheet, headings, rows, bold, plain))
    whole.replace(path)
    return counted[0]


def _fill(
    sheet: xlsxwriter.worksheet.Worksheet,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    bold: xlsxwriter.format.Format,
    plain: xlsxwriter.format.Format,
) -> int:
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
    count = 0
    for count, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            sheet.write_string(count, column, cell[:_LONGEST_CELL], plain)
    return count
