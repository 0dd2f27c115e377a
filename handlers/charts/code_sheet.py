"""The presence codes of one day on one page, for a desk without a leader's phone."""

from collections.abc import Mapping
from typing import Any, Final

from PIL import Image, ImageDraw

from handlers.chart import Chart
from handlers.lettering import broken, lettering, small

WIDTH: Final = 840
_MARGIN: Final = 48
_TITLE, _SAID, _CODE = 34, 22, 30
_ROW: Final = 52
_LEADING: Final = 1.4
_INK, _FAINT, _LINE = "#111111", "#555555", "#bbbbbb"


class CodeSheetPaper(Chart):
    """``shows`` has ``title``, ``said``, ``minutes`` (the heads of the columns) and ``rows``, each an hour
    and its codes."""

    name = "code_sheet"

    def draw(self, shows: Mapping[str, Any]) -> bytes:
        """See the kind."""
        said = list(broken(shows["said"], lettering(_SAID), WIDTH - 2 * _MARGIN))
        table_at = _MARGIN + round(_TITLE * _LEADING) + round(_SAID * _LEADING) * len(said) + 24
        rows = [["", *shows["minutes"]], *shows["rows"]]
        page = Image.new("RGB", (WIDTH, table_at + _ROW * len(rows) + _MARGIN), "#ffffff")
        pen = ImageDraw.Draw(page)
        pen.text((_MARGIN, _MARGIN), shows["title"], font=lettering(_TITLE, bold=True), fill=_INK)
        for number, line in enumerate(said):
            top = _MARGIN + round(_TITLE * _LEADING) + round(_SAID * _LEADING) * number
            pen.text((_MARGIN, top), line, font=lettering(_SAID), fill=_FAINT)
        for number, row in enumerate(rows):
            _row(pen, row, table_at + _ROW * number, head=number == 0)
        return small(page)


def _row(pen: ImageDraw.ImageDraw, cells: list[str], top: int, *, head: bool) -> None:
    """One hour: its name and its codes in even columns, with a line to follow by eye."""
    wide = (WIDTH - 2 * _MARGIN) // len(cells)
    for number, cell in enumerate(cells):
        small_print = head or number == 0
        font = lettering(_SAID if small_print else _CODE, bold=not small_print)
        at = (_MARGIN + wide * number + wide // 2, top + _ROW // 2)
        pen.text(at, cell, font=font, fill=_FAINT if small_print else _INK, anchor="mm")
    pen.line([(_MARGIN, top + _ROW), (WIDTH - _MARGIN, top + _ROW)], fill=_LINE)
