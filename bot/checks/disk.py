"""Room for the data, and who else may read it."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bot.check import Check, Finding, State
from bot.settings import Settings

LITTLE, LEAST = 2 * 1024**3, 256 * 1024**2
"""Bytes free below which to look after it, and below which writes will soon fail."""


class Disk(Check):
    """See the module."""

    name = "disk"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """Free room, and files that others may read."""
        folder = settings.data_folder
        if not folder.exists():
            return []
        free = shutil.disk_usage(folder).free
        state = State.GOOD if free > LITTLE else State.WATCH if free > LEAST else State.BAD
        found = f"{free / 1024**3:.1f} GiB free beside {folder}"
        return [
            Finding(state, found, "" if state is State.GOOD else "make room, or move the data"),
            *_open(folder),
        ]


def _open(folder: Path) -> Iterator[Finding]:
    """What its owner alone should read, and others may."""
    for path in sorted([folder, *folder.glob("*.sqlite*"), *folder.glob("secret*")]):
        if path.stat().st_mode & 0o077:
            yield Finding(State.BAD, f"others may read {path}", f"chmod go= {path}")
