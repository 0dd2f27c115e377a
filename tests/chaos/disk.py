"""A disk that keeps only what it was told to keep: what is on it after a power cut at any moment."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos.recording import Cut, Event, Gone, Sync, Wire, Write

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""
Change = Write | Cut


@dataclass
class _File:
    kept: bytearray = field(default_factory=bytearray)
    asked: list[Change] = field(default_factory=list)


class Disk:
    """The files of a folder whose names begin with ``stem``, all of them safe at the beginning.

    A file that was made, and a name that was taken away, are safe only when their folder is.
    """

    def __init__(self, folder: Path, stem: str) -> None:
        self._folder = folder
        self.stem = stem
        there = [path for path in folder.iterdir() if path.name.startswith(stem)]
        self._files = {path.name: _File(bytearray(path.read_bytes())) for path in there}
        self._safe = dict(self._files)
        self._names: list[tuple[str, _File | None]] = []

    def happens(self, event: Event) -> None:
        """Let one thing happen; what is not about this folder's files is passed over."""
        if isinstance(event, Sync) and event.path == self._folder:
            self._name(len(self._names), self._safe)
            self._names.clear()
        elif not isinstance(event, Wire) and self._ours(event.path):
            self._change(event.path.name, event)

    def _ours(self, path: Path) -> bool:
        return path.parent == self._folder and path.name.startswith(self.stem)

    def _change(self, name: str, event: Write | Cut | Sync | Gone) -> None:
        if isinstance(event, Gone):
            if self._files.pop(name, None):
                self._names.append((name, None))
            return
        if name not in self._files:
            self._files[name] = _File()
            self._names.append((name, self._files[name]))
        file = self._files[name]
        if isinstance(event, Sync):
            _apply(file.kept, file.asked)
            file.asked.clear()
        else:
            file.asked.append(event)

    def _name(self, how_many: int, names: dict[str, _File]) -> None:
        for name, file in self._names[:how_many]:
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file

    def cut(self, chance: random.Random | None = None) -> dict[str, bytes]:
        """The files after the power went. Nothing that was not safe is left; with ``chance`` some of it
        is, in any order, and writes are torn between two sectors."""
        names = dict(self._safe)
        if chance:
            self._name(chance.randint(0, len(self._names)), names)
        left = {}
        for name, file in names.items():
            content = bytearray(file.kept)
            if chance:
                _apply(content, (one for change in file.asked for one in _torn(change, chance)))
            left[name] = bytes(content)
        return left


def _apply(content: bytearray, changes: Iterable[Change]) -> None:
    for change in changes:
        end = change.length if isinstance(change, Cut) else change.offset + len(change.data)
        if len(content) < end:
            content.extend(bytes(end - len(content)))
        if isinstance(change, Cut):
            del content[end:]
        else:
            content[change.offset : end] = change.data


def _torn(change: Change, chance: random.Random) -> Iterable[Change]:
    """What reached the disk of a change: nothing, all, or some of its sectors."""
    fate = chance.randrange(3)
    if fate == 0:
        return
    if fate == 1 or isinstance(change, Cut):
        yield change
        return
    start = change.offset
    while start < change.offset + len(change.data):
        end = min(change.offset + len(change.data), (start // SECTOR + 1) * SECTOR)
        if chance.random() < 0.5:
            yield Write(change.path, start, change.data[start - change.offset : end - change.offset])
        start = end
