"""What a SQLite file that is being moved elsewhere still takes, and the seal on one that was moved."""

import asyncio
import os
from pathlib import Path

from storage.database import StorageError


class Gate:
    """Closes in two steps: first nothing is read any more, so nobody begins anything, and what is under way
    can still be written down; then nothing is written either."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seal = path.with_name(path.name + ".moved")
        self._reads = self._writes = True

    async def close(self, landing: float) -> None:
        """Close, with ``landing`` seconds between the two steps."""
        self._reads = False
        await asyncio.sleep(landing)
        self._writes = False

    def open(self) -> None:
        """Take everything again."""
        self._reads = self._writes = True

    def pass_by(self, *, writes: bool) -> None:
        """Let work by; raises StorageError when it is too late for it."""
        if not (self._writes if writes else self._reads):
            raise StorageError(f"{self._path} is being moved; nothing is taken until that is done")

    @property
    def held(self) -> bool:
        """Whether nothing new begins."""
        return not self._reads

    def seal(self, moved_to: str) -> None:
        """Note for good, also after a power cut, where the data lives from now on."""
        handle = os.open(self._seal, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, f"{moved_to}\n".encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        folder = os.open(self._seal.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    @property
    def sealed(self) -> bool:
        """Whether the data lives elsewhere."""
        return self._seal.exists()

    def refuse_if_sealed(self) -> None:
        """Raises StorageError with the address of the data when the file was moved."""
        if self.sealed:
            where = self._seal.read_text(encoding="utf-8").strip()
            raise StorageError(f"{self._path} was moved to {where}; set DATABASE_URL to that")
