"""Reads a sheet in a process of its own (``handlers.importing.apart``), which gets the open file and nothing
else of ours: no settings, no secret, no copy of the file anywhere."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from handlers.importing.apart import Bounds
from handlers.importing.limits import Limits, SheetRefused
from handlers.importing.sheet import SheetRow

_PROGRAM = "handlers.importing.apart"
_GIVEN = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "LC_ALL")
"""What the process knows of where it runs."""
_CHUNK = 1 << 16


def rows_of(path: Path, limits: Limits, bounds: Bounds | None = None) -> Iterator[SheetRow]:
    """Every row of the first sheet that is not empty. Raises SheetRefused, at once or at the row that is too
    much; "slow" and "heavy" when the sheet takes more than ``bounds``."""
    held = bounds or Bounds()
    asked = {"limits": asdict(limits), "bounds": asdict(held)}
    try:
        with path.open("rb") as sheet, process(sheet, asked) as reader:
            yield from _rows(reader, held)
    except OSError as error:
        raise SheetRefused("unreadable", why=error.strerror or "") from error


def process(sheet: IO[bytes], asked: Mapping[str, object]) -> "Reader":
    """The process, begun."""
    return Reader(
        [sys.executable, "-B", "-m", _PROGRAM, json.dumps(asked)],
        stdin=sheet,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _GIVEN if name in os.environ},
    )


class Reader(subprocess.Popen[bytes]):
    """A process that ends with whoever reads from it."""

    def __exit__(self, *error: object) -> None:
        with suppress(ProcessLookupError):
            self.kill()
        super().__exit__(None, None, None)


def _rows(process: Reader, bounds: Bounds) -> Iterator[SheetRow]:
    for line in _lines(process, bounds):
        said = json.loads(line)
        if said is None:
            return
        if isinstance(said, dict):
            raise SheetRefused(said["rule"], **said["given"])
        number, cells = said
        yield number, tuple(cells)
    raise SheetRefused(_ended(process))


def _ended(process: Reader) -> str:
    """Why a process ended that did not say so: the system ended it for its time, or the sheet broke it."""
    return "slow" if -process.wait() in (signal.SIGXCPU, signal.SIGKILL) else "broken"


def _lines(process: Reader, bounds: Bounds) -> Iterator[bytes]:
    """What it writes, line by line; only the time that is spent waiting counts."""
    assert process.stdout is not None  # noqa: S101  # a pipe
    pipe, left, rest = process.stdout.fileno(), float(bounds.seconds), b""
    while True:
        began = time.monotonic()
        ready, _, _ = select.select([pipe], [], [], max(0.0, left))
        left -= time.monotonic() - began
        if not ready:
            raise SheetRefused("slow")
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            return
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines
