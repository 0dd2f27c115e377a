"""The rows of a workbook as texts, one after another, in constant memory."""

import warnings
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from handlers.importing import package
from handlers.importing.limits import Limits, SheetRefused


def texts(path: Path, limits: Limits) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Number and cells of every row of the first sheet. Raises SheetRefused."""
    package.check(path, limits)
    try:
        with warnings.catch_warnings(), path.open("rb") as stream:
            warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not know
            with closing(openpyxl.load_workbook(stream, read_only=True, data_only=True)) as book:
                sheet = book.worksheets[0]
                sheet.reset_dimensions()  # what a file says of its size may be a lie
                spread = 0
                for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
                    spread += len(values)
                    if spread > limits.spread:  # cells far out, none of which says anything
                        raise SheetRefused("spread", most=limits.columns)
                    yield number, tuple(map(_text, values)) if any(values) or 0 in values else ()
    except (InvalidFileException, ParseError, KeyError, ValueError, IndexError, TypeError) as error:
        raise SheetRefused("broken") from error


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return " ".join(str(value).split())
