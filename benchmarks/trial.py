"""One trial: a program against the yardstick, each in its own process, for a few seconds."""

import json
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

LONGEST = 120.0
"""Seconds after which a trial that says nothing is given up."""
_TICKS = os.sysconf("SC_CLK_TCK")

Process = subprocess.Popen[str]


class Program(Protocol):
    """A bot to be measured."""

    @property
    def name(self) -> str:
        """What the table calls it."""

    def prepare(self, folder: Path) -> None:
        """Put what it needs into its own empty ``folder``."""

    def command(self, folder: Path, api: str, mode: str, port: int) -> tuple[list[str], Mapping[str, str]]:
        """How to start it, and what to add to its environment."""


class Failed(Exception):
    """A trial that came to nothing; the message ends with what the program printed last."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a trial: the yardstick's figures, and what the program took while they were counted."""

    figures: Mapping[str, Any]
    cpu_seconds: float
    rss_mib: float
    first_answer_seconds: float

    @property
    def cpu_ms(self) -> float:
        """CPU of the program in milliseconds an update, all its threads."""
        return 1000 * self.cpu_seconds / max(1, int(self.figures["updates"]))

    @property
    def per_second(self) -> float:
        """Updates a second whose whole answer arrived."""
        return float(self.figures["per_second"])


def trial(program: Program, folder: Path, mode: str, pace: Sequence[str]) -> Came:
    """Measure ``program`` once in the empty ``folder``. Raises Failed."""
    program.prepare(folder)
    port, hook = _free_port(), _free_port()
    asked = [sys.executable, "-m", "benchmarks.fake_api", "--port", str(port), *pace]
    with _started(asked, {}, folder / "yardstick.err", piped=True) as yardstick:
        _event(yardstick, "listening", folder)
        argv, more = program.command(folder, f"http://127.0.0.1:{port}", mode, hook)
        begun_at = time.monotonic()
        with _started(argv, more, folder / "program.err") as running:
            _event(yardstick, "begun", folder, running)
            used = cpu_seconds(running.pid)
            done = _event(yardstick, "done", folder, running)
            used = cpu_seconds(running.pid) - used
            return Came(done, used, most_rss_mib(running.pid), float(done["first_at"]) - begun_at)


def _event(yardstick: Process, name: str, folder: Path, running: Process | None = None) -> Mapping[str, Any]:
    """What the yardstick says next, which must be ``name``."""
    assert yardstick.stdout is not None
    until = time.monotonic() + LONGEST
    while not select.select([yardstick.stdout], [], [], 0.2)[0]:
        if time.monotonic() > until or (running is not None and running.poll() is not None):
            raise Failed(f"waiting for {name!r}: the program {_last_words(folder / 'program.err')}")
    line = yardstick.stdout.readline()
    said: Mapping[str, Any] = json.loads(line) if line else {}
    if said.get("event") != name:
        raise Failed(f"no {name!r}: the yardstick {_last_words(folder / 'yardstick.err')}")
    return said


def _last_words(path: Path) -> str:
    return f"printed: …{path.read_text()[-1500:]}" if path.exists() else "did not start"


@contextmanager
def _started(
    argv: Sequence[str], more: Mapping[str, str], errors: Path, *, piped: bool = False
) -> Iterator[Process]:
    with errors.open("w") as kept:
        process = subprocess.Popen(
            argv,
            env={**os.environ, **more},
            stdout=subprocess.PIPE if piped else subprocess.DEVNULL,
            stderr=kept,
            text=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def cpu_seconds(pid: int) -> float:
    """CPU a process has used, in user and kernel, all its threads."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / _TICKS


def most_rss_mib(pid: int) -> float:
    """The most memory a process has held."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"no VmHWM for process {pid}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
