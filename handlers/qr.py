"""Pictures that a phone's camera reads as a link."""

import io

import segno


def png(text: str) -> bytes:
    """``text`` as a QR code in PNG: readable from a screen and when printed on a sheet of paper."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="png", scale=10, border=4)
    return picture.getvalue()
