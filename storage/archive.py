"""Every table as lines of text, and back: what a backup holds, the same from either engine.

A row is a JSON array in the order of its table's columns. Tables are summed in whatever order their rows
come, so that two servers with other rules of order find the same sums.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass

from storage.queries import Tx
from storage.records.moments import from_micros
from storage.schema import metadata

PAGE = 1000
"""Rows in memory at once."""
_MASK = (1 << 256) - 1


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as it is written down, its columns by name: another program may have more of them."""

    table: str
    columns: tuple[str, ...]


SHAPES = tuple(
    Shape(table.name, tuple(column.name for column in table.columns)) for table in metadata.sorted_tables
)


class Sum:
    """How many rows there are, and a hash over all of them that does not hang on their order."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, line: bytes) -> None:
        """One more row."""
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(line).digest(), "big")) & _MASK

    @property
    def digest(self) -> str:
        """The hash over the rows so far."""
        return f"{self._sum:064x}"


async def lines(tx: Tx, shape: Shape) -> AsyncIterator[bytes]:
    """Every row of a table."""
    listed = ", ".join(f'"{name}"' for name in shape.columns)
    async for page in tx.stream(f"select {listed} from {shape.table}", PAGE):
        for row in page:
            yield json.dumps([row[name] for name in shape.columns]).encode()


async def summed(tx: Tx, shape: Shape) -> Sum:
    """The sum of a table as it stands."""
    found = Sum()
    async for line in lines(tx, shape):
        found.add(line)
    return found


async def put(tx: Tx, shape: Shape, rows: Sequence[bytes]) -> None:
    """Write rows that are not there yet."""
    listed = ", ".join(f'"{name}"' for name in shape.columns)
    places = range(1, len(shape.columns) + 1)
    marks = ", ".join("?" if tx.engine == "sqlite" else f"${at}" for at in places)
    insert = f"insert into {shape.table} ({listed}) values ({marks})"
    await tx.put(insert, [tuple(json.loads(row)) for row in rows])


async def counts(tx: Tx) -> Mapping[str, int]:
    """Rows by table."""
    found = {}
    for shape in SHAPES:
        (row,) = await tx.fetch(f"select count(*) as rows from {shape.table}")
        found[shape.table] = int(row["rows"])
    return found


async def newest(tx: Tx) -> str:
    """When the last of what people did or were told was written, as ISO text; empty when nothing was."""
    row = await tx.one("newest_moment")
    return from_micros(row["at"]).isoformat() if row and row["at"] is not None else ""
