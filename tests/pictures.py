"""Pictures as people send them, drawn here: nobody's face and nobody's paper."""

from io import BytesIO

from PIL import Image, ImageDraw

REMARK = b"Nguyen Thi Lan was here"
"""What a camera wrote beside the picture."""
_TABLE, _LIGHT, _INK = (70, 55, 45), (225, 232, 228), (40, 45, 60)


def picture(kind: str) -> bytes:
    """A ``class``, a ``poster``, a ``card`` on a table, a ``paper``; anything else is no picture."""
    drawn = {"class": _class, "poster": _poster, "card": _card, "paper": _paper}.get(kind)
    return _written(drawn()) if drawn else b"no picture"


def _written(image: Image.Image) -> bytes:
    """A JPEG with a remark and a place in its EXIF, as telephones write it."""
    exif = Image.Exif()
    exif[0x010E] = REMARK.decode()
    exif[0x8825] = {1: "N", 2: (21.0, 1.0, 12.0)}
    written = BytesIO()
    image.save(written, "JPEG", quality=95, exif=exif, comment=REMARK)
    return written.getvalue()


def _class() -> Image.Image:
    """Desks and heads before a blackboard: nothing light and rectangular."""
    image = Image.new("RGB", (2400, 1800), (120, 110, 96))
    draw = ImageDraw.Draw(image)
    draw.rectangle((200, 100, 2200, 700), fill=(30, 70, 55))
    for row in range(4):
        for place in range(8):
            left, top = 120 + place * 280, 800 + row * 240
            draw.ellipse((left, top, left + 110, top + 110), fill=(60 + row * 30, 40, 20 + place * 20))
    return image


def _poster() -> Image.Image:
    """A blue poster with large letters."""
    image = Image.new("RGB", (1500, 2000), (150, 150, 150))
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 100, 1400, 1900), fill=(20, 90, 200))
    for line in range(3):
        draw.rectangle((250, 350 + line * 450, 1250, 500 + line * 450), fill=(250, 220, 40))
    return image


def _card() -> Image.Image:
    return _printed((1600, 1100), (160, 100, 1440, 908), lines=9)


def _paper() -> Image.Image:
    return _printed((1500, 2000), (120, 120, 1380, 1902), lines=34)


def _printed(size: tuple[int, int], sheet: tuple[int, int, int, int], *, lines: int) -> Image.Image:
    """A light sheet with lines of small print on a dark table."""
    image = Image.new("RGB", size, _TABLE)
    draw = ImageDraw.Draw(image)
    draw.rectangle(sheet, fill=_LIGHT)
    step = (sheet[3] - sheet[1]) // (lines + 1)
    for line in range(1, lines + 1):
        top = sheet[1] + line * step
        for left in range(sheet[0] + 80, sheet[2] - 120, 42):
            draw.rectangle((left, top, left + 26, top + step // 3), fill=_INK)
    return image
