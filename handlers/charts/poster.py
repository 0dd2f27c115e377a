"""The poster of a bot: its QR code, three steps in large print, a frame for the code of the day."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageDraw

from handlers import qr
from handlers.chart import Chart
from handlers.lettering import broken, lettering, small

WIDTH: Final = 1240
HEIGHT: Final = 1754
"""Pixels: A4 at 150 dots an inch, so that the code is sharp on paper."""
_MARGIN: Final = 90
_HEAD, _LINK, _STEP, _FRAME, _FOOT = 60, 34, 44, 36, 25
_LEADING: Final = 1.35
_SQUARE: Final = 620
"""Pixels of the QR code: ten centimetres on paper, read from two metres away."""
_NUMBER: Final = 76
"""The disc with the number of a step."""
_FRAME_HEIGHT: Final = 210
_INK, _BLUE, _FAINT = "#111111", "#0b4f9e", "#555555"


class Poster(Chart):
    """``shows`` has ``title``, ``bot``, ``link``, ``steps`` (three), ``frame`` and ``foot``."""

    name = "poster"

    def draw(self, shows: Mapping[str, Any]) -> bytes:
        """See the kind; on paper it is read from afar, on a phone it is looked at before it is printed."""
        page = Image.new("RGB", (WIDTH, HEIGHT), "#ffffff")
        pen = ImageDraw.Draw(page)
        top = _band(pen, str(shows["title"]))
        code = Image.open(BytesIO(qr.png(str(shows["link"])))).convert("RGB")
        page.paste(code.resize((_SQUARE, _SQUARE), Image.Resampling.NEAREST), ((WIDTH - _SQUARE) // 2, top))
        told = [str(shows["bot"]), str(shows["link"])]
        top = _middle(pen, told, _LINK, top + _SQUARE, _INK)
        top = _steps(pen, shows["steps"], top + 30)
        _frame(pen, str(shows["frame"]), max(top + 10, HEIGHT - _FRAME_HEIGHT - 150))
        _middle(pen, [str(shows["foot"])], _FOOT, HEIGHT - 80, _FAINT)
        return small(page)


def _band(pen: ImageDraw.ImageDraw, title: str) -> int:
    """The team across the top; where the code may begin."""
    font = lettering(_HEAD, bold=True)
    lines = list(broken(title, font, WIDTH - 2 * _MARGIN))[:2]
    height = round(len(lines) * _HEAD * _LEADING) + 70
    pen.rectangle((0, 0, WIDTH, height), fill=_BLUE)
    for at, line in enumerate(lines):
        where = (WIDTH // 2, 35 + round(at * _HEAD * _LEADING))
        pen.text(where, line, font=font, fill="white", anchor="ma")
    return height + 20


def _middle(pen: ImageDraw.ImageDraw, texts: Sequence[str], size: int, top: int, colour: str) -> int:
    """``texts`` around the middle, the first one bold; where the next thing may begin."""
    for at, text in enumerate(texts):
        font = lettering(size, bold=not at and len(texts) > 1)
        for line in broken(text, font, WIDTH - 2 * _MARGIN):
            pen.text((WIDTH // 2, top), line, font=font, fill=colour, anchor="ma")
            top += round(size * _LEADING)
    return top


def _steps(pen: ImageDraw.ImageDraw, steps: Sequence[str], top: int) -> int:
    """Numbered discs with what to do beside them."""
    font, left = lettering(_STEP), _MARGIN + _NUMBER + 34
    for number, step in enumerate(steps, start=1):
        lines = list(broken(step, font, WIDTH - left - _MARGIN))
        pen.ellipse((_MARGIN, top, _MARGIN + _NUMBER, top + _NUMBER), fill=_BLUE)
        centre = (_MARGIN + _NUMBER // 2, top + _NUMBER // 2)
        pen.text(centre, str(number), font=lettering(_STEP, bold=True), fill="white", anchor="mm")
        for at, line in enumerate(lines):
            pen.text((left, top + 10 + round(at * _STEP * _LEADING)), line, font=font, fill=_INK)
        top += max(_NUMBER, round(len(lines) * _STEP * _LEADING)) + 26
    return top


def _frame(pen: ImageDraw.ImageDraw, words: str, top: int) -> None:
    """An empty frame to write into, its words on the edge."""
    bottom = min(top + _FRAME_HEIGHT, HEIGHT - 100)
    pen.rounded_rectangle((_MARGIN, top, WIDTH - _MARGIN, bottom), radius=24, outline=_BLUE, width=6)
    font = lettering(_FRAME, bold=True)
    width = round(font.getlength(words)) + 40
    pen.rectangle((_MARGIN + 40, top - 24, _MARGIN + 40 + width, top + 24), fill="#ffffff")
    pen.text((_MARGIN + 60, top), words, font=font, fill=_BLUE, anchor="lm")
