"""What stands in a backup: a manifest, table after table with its sum, and a last line that it is whole."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from bot.operating import OperationError
from bot.sealed_file import SealedWriter, Unreadable, sealed_lines
from storage import archive
from storage.archive import SHAPES, Shape, Sum
from storage.queries import Tx

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; it can be read without reading the rest.

    ``schema`` is the migration its tables are of, ``program`` the version that wrote it, ``counts`` rows by
    table, ``heads`` the ends of the audit log as ``aoxanh audit verify --head`` takes them.
    """

    taken_at: str
    program: str
    schema: str
    engine: str
    counts: Mapping[str, int]
    heads: tuple[str, ...] = field(default=())

    @property
    def at(self) -> datetime:
        """When it was taken."""
        return datetime.fromisoformat(self.taken_at)


async def pack(tx: Tx, writer: SealedWriter, manifest: Manifest) -> None:
    """Write everything that one state of the data holds."""
    writer.write(_line({"manifest": asdict(manifest)}))
    writer.cut()
    for shape in SHAPES:
        writer.write(_line({"table": shape.table, "columns": shape.columns}))
        found = Sum()
        async for line in archive.lines(tx, shape):
            found.add(line)
            writer.write(line + b"\n")
        writer.write(_line({"end": shape.table, "rows": found.rows, "digest": found.digest}))
    writer.write(_line({"whole": True}))
    writer.close()


def manifest_of(path: Path, key: bytes) -> Manifest:
    """The manifest alone. Raises OperationError."""
    found = next(_objects(path, key), None)
    if not isinstance(found, Manifest):
        _crooked(path)
    return found


def opening(path: Path, keys: Sequence[bytes]) -> bytes:
    """Which of ``keys`` opens the file. Raises OperationError as for the first, when none does."""
    for key in keys[1:]:
        with suppress(OperationError):
            manifest_of(path, key)
            return key
    return keys[0]


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that was read from end to end: its manifest, and the sum of each table."""

    manifest: Manifest
    digests: Mapping[str, str]
    shapes: Mapping[str, Shape]


def checked(path: Path, key: bytes) -> Checked:
    """Read all of it and compare every sum. Raises OperationError that says what is wrong."""
    digests: dict[str, str] = {}
    shapes: dict[str, Shape] = {}
    manifest, found, whole = None, Sum(), False
    for one in _objects(path, key):
        if isinstance(one, bytes):
            found.add(one)
        elif isinstance(one, Manifest):
            manifest = one
        elif isinstance(one, Shape):
            shapes[one.table], found = one, Sum()
        elif "end" in one:
            if manifest is None or (one["rows"], one["digest"]) != (found.rows, found.digest):
                _crooked(path, f" in {one['end']}")
            digests[one["end"]] = found.digest
        whole = isinstance(one, dict) and "whole" in one
    if manifest is None or not whole or digests.keys() != manifest.counts.keys():
        _crooked(path)
    return Checked(manifest, digests, shapes)


def pages(path: Path, key: bytes) -> Iterator[tuple[Shape, list[bytes]]]:
    """The rows of each table, some at a time."""
    shape, rows = Shape("", ()), list[bytes]()
    for one in _objects(path, key):
        if isinstance(one, bytes):
            rows.append(one)
        elif isinstance(one, Shape):
            shape = one
        if rows and (not isinstance(one, bytes) or len(rows) == archive.PAGE):
            yield shape, rows
            rows = []


def _objects(path: Path, key: bytes) -> Iterator[Manifest | Shape | bytes | dict[str, Any]]:
    """Rows as they are, everything else as what it is."""
    try:
        with path.open("rb") as file:
            yield from _read(file, key)
    except OSError as error:
        raise OperationError(f"{path}: {error.strerror}") from None
    except (Unreadable, ValueError, KeyError, TypeError) as error:
        said = error if isinstance(error, Unreadable) else "what it says is no backup"
        raise OperationError(f"{path}: {said}") from None


def _read(file: BinaryIO, key: bytes) -> Iterator[Manifest | Shape | bytes | dict[str, Any]]:
    for line in sealed_lines(file, key):
        if line.startswith(b"["):
            yield line
            continue
        told = json.loads(line)
        if "manifest" in told:
            yield Manifest(**told["manifest"])
        elif "table" in told:
            yield _shape(told["table"], told["columns"])
        else:
            yield told


def _shape(table: str, columns: list[str]) -> Shape:
    """Names that may stand in a statement."""
    if not all(_NAME.fullmatch(name) for name in (table, *columns)):
        raise ValueError(table)
    return Shape(table, tuple(columns))


def _crooked(path: Path, where: str = "") -> NoReturn:
    raise OperationError(f"{path}: its sums do not agree{where}; take an older backup")


def _line(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told).encode() + b"\n"
