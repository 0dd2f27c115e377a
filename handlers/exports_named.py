"""Names under which people save files: readable, and without anything a file system minds."""

import re
import unicodedata

_ODD = re.compile(r"[^\w\-. ]+")
LONGEST = 100
"""Letters, without the ending."""


def file_name(said: str, ending: str) -> str:
    """``said`` as a name with an ending; letters keep their accents, however they are encoded."""
    name = " ".join(_ODD.sub(" ", unicodedata.normalize("NFC", said)).split()).strip(". ")[:LONGEST]
    return f"{name or 'ao-xanh'}.{ending}"
