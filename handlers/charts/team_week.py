"""A team's week at a glance: visits day by day, and what they came for on the last day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageDraw

from handlers.chart import Chart
from handlers.lettering import broken, lettering, small
from locales.formats import number

WIDTH: Final = 720
"""Pixels: twice the 360 points of a small phone, so that print stays sharp."""
_MARGIN: Final = 32
_TITLE, _PRINT, _FINE = 32, 28, 24
_LEADING: Final = 1.3
_DAYS_HIGH: Final = 260
"""Pixels of the tallest bar of a day."""
_LABEL, _ROW, _BAR = 280, 84, 40
"""Pixels: the room for the name of a matter, and how tall its row and its bar are."""
_INK, _PAPER, _STRONG, _PALE, _USUAL, _FAINT = (
    "#111111", "#ffffff", "#0b4f9e", "#9db8d9", "#d97a00", "#555555",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pen:
    """What draws, and the short ways to write."""

    draw: ImageDraw.ImageDraw
    language: str

    def write(self, at: tuple[float, float], text: str, size: int, anchor: str = "la", *, bold: bool = False,
              colour: str = _INK) -> None:  # fmt: skip
        """``text`` at a point, which ``anchor`` places."""
        self.draw.text(at, text, font=lettering(size, bold=bold), fill=colour, anchor=anchor)

    def lines(self, text: str, top: int, size: int, *, bold: bool = False) -> int:
        """``text`` broken where the picture ends; where the next may begin."""
        for line in broken(text, lettering(size, bold=bold), WIDTH - 2 * _MARGIN):
            self.write((_MARGIN, top), line, size, bold=bold)
            top += round(size * _LEADING)
        return top


class TeamWeek(Chart):
    """``shows`` has ``title``, ``days`` (label, count), of which the last is the day itself, ``matters``
    (label, count, usual or null), ``matters_title``, ``usual_label`` and the ``language`` of numbers."""

    name = "team_week"

    def draw(self, shows: Mapping[str, Any]) -> bytes:
        """See the kind; without matters only the upper part."""
        matters = shows["matters"]
        titles = 2 * round(_TITLE * _LEADING) * 2
        page = Image.new("RGB", (WIDTH, titles + 2 * _DAYS_HIGH + _ROW * (len(matters) + 2)), _PAPER)
        pen = _Pen(ImageDraw.Draw(page), shows["language"])
        below = pen.lines(shows["title"], _MARGIN, _TITLE, bold=True)
        below = _days(pen, shows["days"], below + _MARGIN)
        if matters:
            below = pen.lines(shows["matters_title"], below + _MARGIN, _PRINT, bold=True)
            below = _matters(pen, matters, below + _MARGIN // 2)
            if any(usual is not None for _, _, usual in matters):
                pen.draw.rectangle((_MARGIN, below + 6, _MARGIN + 6, below + 34), fill=_USUAL)
                pen.write((_MARGIN + 20, below + 6), shows["usual_label"], _FINE, colour=_FAINT)
                below += 40
        return small(page.crop((0, 0, WIDTH, below + _MARGIN)))


def _days(pen: _Pen, days: Sequence[Sequence[Any]], top: int) -> int:
    """A bar a day with its number on top, the last day in the strong colour."""
    most, wide = max(1, *(count for _, count in days)), (WIDTH - 2 * _MARGIN) / len(days)
    ground = top + round(_PRINT * _LEADING) + _DAYS_HIGH
    for at, (label, count) in enumerate(days):
        middle, last = _MARGIN + wide * (at + 0.5), at == len(days) - 1
        height = round(_DAYS_HIGH * count / most)
        edges = (middle - wide * 0.36, ground - height, middle + wide * 0.36, ground)
        if height:
            pen.draw.rectangle(edges, fill=_STRONG if last else _PALE)
        pen.write((middle, ground - height - 6), number(count, pen.language), _FINE, "md", bold=last)
        for line, said in enumerate(label.split("\n")):
            down = ground + 10 + line * round(_FINE * _LEADING)
            pen.write((middle, down), said, _FINE, "ma", bold=last)
    pen.draw.line((_MARGIN, ground, WIDTH - _MARGIN, ground), fill=_FAINT, width=2)
    return ground + 10 + 2 * round(_FINE * _LEADING)


def _matters(pen: _Pen, matters: Sequence[Sequence[Any]], top: int) -> int:
    """A lying bar for each with its number behind it, and a mark where the team usually is."""
    left = _MARGIN + _LABEL + 16
    room = WIDTH - _MARGIN - left - lettering(_PRINT).getlength("00000")
    most = max(1, *(max(count, usual or 0) for _, count, usual in matters))
    font = lettering(_FINE)
    for label, count, usual in matters:
        middle = top + _ROW // 2
        words = list(broken(label, font, _LABEL))[:2]
        for line, said in enumerate(words):
            down = middle + (line - len(words) / 2 + 0.5) * _FINE * _LEADING
            pen.write((_MARGIN, down), said, _FINE, "lm")
        end = left + room * count / most
        pen.draw.rectangle((left, middle - _BAR // 2, end, middle + _BAR // 2), fill=_STRONG)
        beside = end
        if usual is not None:
            at = left + room * usual / most
            pen.draw.rectangle((at - 3, middle - _ROW // 2 + 8, at + 3, middle + _ROW // 2 - 8), fill=_USUAL)
            beside = at + 3 if end - 3 <= at <= end + 90 else end
        pen.write((beside + 10, middle), number(count, pen.language), _PRINT, "lm", bold=True)
        top += _ROW
    return top
