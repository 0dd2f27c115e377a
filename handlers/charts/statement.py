"""The statement of hours: a page to print and have signed, its signature left empty."""

from collections.abc import Mapping
from typing import Any, Final

from PIL import Image, ImageDraw

from handlers.chart import Chart
from handlers.lettering import broken, lettering, small

WIDTH: Final = 840
HEIGHT: Final = 1188
"""Pixels: the shape of A4."""
_MARGIN: Final = 72
_HEAD, _TITLE, _BODY, _FOOT = 22, 29, 26, 19
_LEADING: Final = 1.45
_INK, _FAINT = "#111111", "#555555"


class StatementPaper(Chart):
    """``shows`` has ``head``, ``title``, ``lines``, ``signed`` (its lines) and ``foot``."""

    name = "statement"

    def draw(self, shows: Mapping[str, Any]) -> bytes:
        """See the kind."""
        page = Image.new("RGB", (WIDTH, HEIGHT), "#ffffff")
        pen = ImageDraw.Draw(page)
        top = _paragraphs(pen, shows["head"].split("\n"), _HEAD, _MARGIN, bold=True, middle=WIDTH // 2)
        top = _paragraphs(pen, [shows["title"]], _TITLE, top + 70, bold=True, middle=WIDTH // 2)
        top = _paragraphs(pen, shows["lines"], _BODY, top + 50)
        _paragraphs(pen, shows["signed"], _HEAD, top + 60, middle=WIDTH * 2 // 3)
        _paragraphs(pen, [shows["foot"]], _FOOT, HEIGHT - 2 * _MARGIN, colour=_FAINT)
        return small(page)


def _paragraphs(
    pen: ImageDraw.ImageDraw, texts: list[str], size: int, top: int, *, bold: bool = False,
    colour: str = _INK, middle: int = 0,
) -> int:  # fmt: skip
    """Write ``texts`` below one another, around ``middle`` where it is given; where the next may begin."""
    font = lettering(size, bold=bold)
    for text in texts:
        for line in broken(text, font, WIDTH - 2 * _MARGIN):
            at, anchor = ((middle, top), "ma") if middle else ((_MARGIN, top), "la")
            pen.text(at, line, font=font, fill=colour, anchor=anchor)
            top += round(size * _LEADING)
        top += size // 2
    return top
