"""The step card: one answer in large print, to be shown to a citizen on the volunteer's phone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont

from handlers.chart import Chart
from handlers.lettering import broken, lettering, small

WIDTH: Final = 720
"""Pixels: twice the 360 points of a small phone, so that print stays sharp."""
_MARGIN: Final = 32
_TITLE, _BODY, _FOOT = 42, 36, 24
_LEADING: Final = 1.32
_GAP: Final = 14
_NUMBER: Final = 54
"""How far a step stands in, to leave its number alone at the edge."""
_INK, _PAPER, _BAND, _FAINT = "#111111", "#ffffff", "#0b4f9e", "#555555"
_STEP: Final = re.compile(r"(\d+)\. (.+)")


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed line: where it begins, from the left and from the top, in pixels."""

    text: str
    left: int
    top: int
    font: ImageFont.FreeTypeFont
    colour: str


class StepCard(Chart):
    """``shows`` has ``title``, ``body`` (steps are lines that begin with a number) and ``foot``."""

    name = "step_card"

    def draw(self, shows: Mapping[str, Any]) -> bytes:
        """See the kind; a long body makes the card longer, never smaller in print."""
        title, below = _paragraph(str(shows["title"]), lettering(_TITLE, bold=True), "white", top=_MARGIN)
        band = below + _MARGIN // 2
        body, below = _body(str(shows["body"]), band + _MARGIN)
        foot, below = _paragraph(str(shows["foot"]), lettering(_FOOT), _FAINT, top=below + _GAP)
        card = Image.new("RGB", (WIDTH, below + _MARGIN), _PAPER)
        pen = ImageDraw.Draw(card)
        pen.rectangle((0, 0, WIDTH, band), fill=_BAND)
        for line in (*title, *body, *foot):
            pen.text((line.left, line.top), line.text, font=line.font, fill=line.colour)
        return small(card)


def _body(text: str, top: int) -> tuple[list[_Line], int]:
    """The lines of an answer, and where the next thing may stand."""
    lines: list[_Line] = []
    for said in text.splitlines():
        step = _STEP.match(said)
        left = _MARGIN + _NUMBER if step else _MARGIN
        if step:
            lines.append(_Line(f"{step[1]}.", _MARGIN, top, lettering(_BODY, bold=True), _BAND))
        found, top = _paragraph(step[2] if step else said, lettering(_BODY), _INK, top=top, left=left)
        lines += found
        top += _GAP
    return lines, top


def _paragraph(
    text: str, font: ImageFont.FreeTypeFont, colour: str, *, top: int, left: int = _MARGIN
) -> tuple[list[_Line], int]:
    """``text`` broken where the card ends, and the top of what follows it."""
    height = round(font.size * _LEADING)
    lines = [
        _Line(part, left, top + at * height, font, colour)
        for at, part in enumerate(broken(text, font, WIDTH - _MARGIN - left))
    ]
    return lines, top + len(lines) * height
