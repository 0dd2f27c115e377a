"""Makes of a picture somebody sent the one that may be kept: small, without anything beside what is seen.

Whether it looks like a card or a paper of a person is guessed from its shape, its light and its lines alone.
That is weak: it takes some posters for papers and misses cards on a light table, so a leader decides.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageFilter, ImageOps, ImageStat

MOST_BYTES: Final = 100 * 1024
LONGEST_SIDE: Final = 1280
"""Pixels."""
MOST_PIXELS: Final = 40_000_000
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_QUALITIES: Final = (80, 65, 50, 38)
_SHRINK: Final = 0.75
_LOOK: Final = 200
"""The longest side of the copy that is looked at."""
_CARD: Final = (1.45, 1.75)
"""Width by height: an identity card is 85.6 by 54 mm, 1.585."""
_PAPER: Final = (1.3, 1.5)
"""A sheet of A4 is 1.414."""
_FILLS: Final = 0.3
"""The share of the picture that a light rectangle must have."""
_SOLID: Final = 0.7
"""The share of the rectangle that must be light."""
_LINE: Final = 48
"""How strong an edge is a line of print."""
_PRINTED: Final = (0.04, 0.6)
"""The share of the rectangle that is lines."""
_PALE: Final = 60
"""Mean saturation (0–255) below which something is printed on white."""


class Unreadable(ValueError):
    """What was sent is no picture, or too large a one."""


@dataclass(frozen=True, slots=True)
class Developed:
    """The picture as JPEG with its size in pixels; ``doubt`` is "card", "paper" or empty."""

    jpeg: bytes
    size: tuple[int, int]
    doubt: str


def developed(content: bytes) -> Developed:
    """The picture in ``content``, upright, at most ``LONGEST_SIDE`` pixels and ``MOST_BYTES`` bytes, with
    nothing of what cameras write beside it. Raises ``Unreadable``."""
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Unreadable(f"{opened.width} × {opened.height} pixels are more than we open")
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Unreadable(str(error)) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = Image.new("RGB", upright.size)  # a fresh one: profiles and remarks stay behind
    seen.paste(upright)
    doubt = _doubt(seen)
    while True:
        for quality in _QUALITIES:
            written = BytesIO()
            seen.save(written, "JPEG", quality=quality, optimize=True)
            if written.tell() <= MOST_BYTES:
                return Developed(written.getvalue(), seen.size, doubt)
        seen = seen.resize((max(1, int(seen.width * _SHRINK)), max(1, int(seen.height * _SHRINK))))


def _doubt(picture: Image.Image) -> str:
    """What a light rectangle with print on it may be."""
    small = picture.copy()
    small.thumbnail((_LOOK, _LOOK))
    gray = small.convert("L").filter(ImageFilter.MedianFilter(3))
    light = gray.point([255 if level > _parting(gray) else 0 for level in range(256)])
    box = light.filter(ImageFilter.MinFilter(5)).getbbox()
    if box is None:
        return ""
    width, height = box[2] - box[0], box[3] - box[1]
    filled = ImageStat.Stat(light.crop(box)).mean[0] / 255
    if width * height < _FILLS * small.width * small.height or filled < _SOLID:
        return ""
    if not _PRINTED[0] <= _printed(small.crop(box)) <= _PRINTED[1]:
        return ""
    return _named(max(width, height) / min(width, height), small.crop(box))


def _named(shape: float, inside: Image.Image) -> str:
    saturation = ImageStat.Stat(inside.convert("HSV")).mean[1]
    if _CARD[0] <= shape <= _CARD[1]:
        return "card"
    return "paper" if _PAPER[0] <= shape <= _PAPER[1] and saturation < _PALE else ""


def _printed(inside: Image.Image) -> float:
    """The share of a stretch that is edges."""
    edges = inside.convert("L").filter(ImageFilter.FIND_EDGES)
    return ImageStat.Stat(edges.point([255 if level > _LINE else 0 for level in range(256)])).mean[0] / 255


def _parting(gray: Image.Image) -> int:
    """The level that parts dark from light best (Otsu)."""
    counts = gray.histogram()
    whole, total = sum(counts), sum(level * count for level, count in enumerate(counts))
    best, at, dark, dark_total = -1.0, 127, 0, 0
    for level, count in enumerate(counts):
        dark += count
        dark_total += level * count
        if dark in (0, whole):
            continue
        apart = dark_total / dark - (total - dark_total) / (whole - dark)
        between = dark * (whole - dark) * apart**2
        if between > best:
            best, at = between, level
    return at
