"""Whether the package of an .xlsx can be unpacked safely: it is a ZIP of XML parts, made by anybody.

What a ZIP says of its sizes may be a lie, so the bytes are counted while they are unpacked. No part may
declare entities or a DTD, hold macros, or point to other files.
"""

import struct
import zipfile
import zlib
from pathlib import Path

from handlers.importing.limits import Limits, SheetRefused

_CHUNK = 1 << 16
_FORBIDDEN = ("vbaproject", "externallinks/", "activex/", "embeddings/")
_DOCTYPES = tuple(mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le"))
_LONGEST_MARK = max(map(len, _DOCTYPES))
_ENCRYPTED = 0x1
_END, _SIZE = b"PK\x05\x06", struct.Struct("<12xI")
_LONGEST_END = 22 + (1 << 16)
_ROW = b"row "
"""Begins every row; one row is held in memory as a whole."""


def check(path: Path, limits: Limits) -> None:
    """Raises SheetRefused when the package is broken, too large for its size, or holds what no list needs."""
    try:
        _listed(path, limits)
        with zipfile.ZipFile(path) as package:
            _contents(package, limits)
            unpacked = 0
            for part in package.infolist():
                unpacked += _unpacked(package, part, limits, unpacked)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise SheetRefused("broken") from error


def _listed(path: Path, limits: Limits) -> None:
    """A table of contents of a million parts is refused before it is read."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _LONGEST_END))
        tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _SIZE.size:
        raise SheetRefused("broken")
    if _SIZE.unpack_from(tail, at)[0] > limits.directory:
        raise SheetRefused("parts", most=limits.parts)


def _contents(package: zipfile.ZipFile, limits: Limits) -> None:
    parts = package.infolist()
    if len(parts) > limits.parts:
        raise SheetRefused("parts", most=limits.parts)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise SheetRefused("locked")
    names = [part.filename.lower() for part in parts]
    if any(word in name for name in names for word in _FORBIDDEN):
        raise SheetRefused("macros")
    if "xl/workbook.xml" not in names:
        raise SheetRefused("not-a-sheet")


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits, before: int) -> int:
    """The bytes of one part, read to its end."""
    name = part.filename.lower()
    most = min(limits.unpacked - before, max(limits.ratio * part.compress_size, _CHUNK))
    most = min(most, limits.strings) if name.endswith("sharedstrings.xml") else most
    found, tail, row_at = 0, b"", 0
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            found += len(chunk)
            if found > most:
                raise SheetRefused("bomb")
            if any(mark in tail + chunk for mark in _DOCTYPES):
                raise SheetRefused("entities")
            if _ROW in tail + chunk or "/worksheets/" not in name:
                row_at = found
            if found - row_at > limits.row:
                raise SheetRefused("bomb")
            tail = chunk[-_LONGEST_MARK:]
    return found
