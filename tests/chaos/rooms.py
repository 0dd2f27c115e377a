"""A small disk of its own for a data folder, that can be filled, emptied and made read-only."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.chaos.trial import NotHere

_BLOCK = 4096


@dataclass
class Room:
    """A mounted file system of a few mebibytes."""

    folder: Path

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"

    def fill(self) -> None:
        """Take all room that is left."""
        with self._ballast.open("wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(_BLOCK))
            except OSError:
                return

    def make_room(self) -> None:
        """Give it back."""
        self._ballast.unlink(missing_ok=True)

    def lock(self) -> None:
        """Make it read-only."""
        _run("mount", "-o", "remount,ro", str(self.folder))


@contextmanager
def room(folder: Path, *, mebibytes: int = 24, files: int = 0) -> Iterator[Room]:
    """A small disk in the place of ``folder``, with what is in it; at most ``files`` files if given.
    Raises NotHere where nothing may be mounted."""
    inside = {path.name: path.read_bytes() for path in folder.iterdir()}
    options = f"size={mebibytes}m,mode=0700" + (f",nr_inodes={files}" if files else "")
    if os.geteuid() != 0:
        raise NotHere("a small disk needs the right to mount (root)")
    _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder))
    try:
        for name, content in inside.items():
            (folder / name).write_bytes(content)
            (folder / name).chmod(0o600)
        yield Room(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False, timeout=10)


def _run(*command: str) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=10)
    if done.returncode:
        raise NotHere(f"{command[0]}: {done.stderr.strip()}")
