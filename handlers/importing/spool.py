"""Judged rows between reading and writing: on disk, put in the order of their teams, handed out in slices."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, Self

from handlers.importing.people import Listed
from storage.fold import fold
from storage.records.membership import Role


class Spool:
    """Rows wait in a file that has no name, so that nobody else can open it and none is left behind."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  # closed with the spool
        self._order: list[tuple[str, int, int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._order)

    def put(self, row: Listed) -> None:
        """Keep one more."""
        self._order.append((f"{row.unit} {fold(row.team)}", row.row, self._file.tell()))
        self._file.write(json.dumps(asdict(row), ensure_ascii=False).encode() + b"\n")

    def slices(self, size: int) -> Iterator[Sequence[dict[str, Any]]]:
        """All rows, those of a team together, at most ``size`` at once: only a team that is larger is cut."""
        self._order.sort()
        start = 0
        while start < len(self._order):
            end = self._end(start, size)
            yield [self._at(offset) for _, _, offset in self._order[start:end]]
            start = end

    def _end(self, start: int, size: int) -> int:
        """Where a slice ends: before the team that would be cut."""
        most = end = start + size
        if most >= len(self._order):
            return len(self._order)
        while end > start and self._order[end - 1][0] == self._order[most][0]:
            end -= 1
        return end if end > start else most

    def _at(self, offset: int) -> dict[str, Any]:
        self._file.seek(offset)
        found: dict[str, Any] = json.loads(self._file.readline())
        return found


def read(rows: Sequence[dict[str, Any]]) -> list[Listed]:
    """The rows of a slice as they were put in."""
    return [Listed(**{**row, "role": Role(row["role"])}) for row in rows]
