"""What pictures of words have in common: the letters, lines that fit, and a small file."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

import matplotlib
from PIL import Image, ImageFont

LARGEST: Final = 60_000
"""Bytes of a picture, for phones on slow networks."""
_COLOURS: Final = (16, 8, 4)


@cache
def lettering(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """DejaVu Sans has every Vietnamese letter and comes with the plotter."""
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    return ImageFont.truetype(str(fonts / f"DejaVuSans{'-Bold' if bold else ''}.ttf"), size)


def broken(text: str, font: ImageFont.FreeTypeFont, room: int) -> Iterator[str]:
    """``text`` in lines of at most ``room`` pixels; a word that is longer than a line is cut."""
    line = ""
    for word in text.split():
        wider = f"{line} {word}".strip()
        if font.getlength(wider) <= room:
            line = wider
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > room:
            fits = next(size for size in range(len(line), 0, -1) if font.getlength(line[:size]) <= room)
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line


def small(picture: Image.Image) -> bytes:
    """The PNG of ``picture`` with as many shades as the limit allows."""
    png = b""
    for colours in _COLOURS:
        written = BytesIO()
        few = picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(written, "PNG", optimize=True)
        png = written.getvalue()
        if len(png) <= LARGEST:
            break
    return png
