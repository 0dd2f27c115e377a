"""One trial: a program against the yardstick, each in its own process, for a few seconds."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from benchmarks.fake_api import TOKEN

_TICKS = os.sysconf("SC_CLK_TCK")
LONGEST = 150.0
"""Seconds after which a trial is given up."""


class Program(Protocol):
    """A bot to be measured."""

    name: str

    def prepare(self, folder: Path) -> None:
        """Put what it needs into its own empty ``folder``."""

    def command(self, folder: Path, api: str, mode: str, port: int) -> tuple[list[str], Mapping[str, str]]:
        """How to start it, and what to add to its environment."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a trial: the yardstick's figures, and what the program took."""

    figures: Mapping[str, Any]
    cpu_seconds: float
    rss_mib: float
    start_seconds: float

    @property
    def cpu_ms(self) -> float:
        """CPU of the program in milliseconds an update, its threads included."""
        return 1000 * self.cpu_seconds / max(1, int(self.figures["updates"]))

    @property
    def per_second(self) -> float:
        """Updates a second whose answer arrived."""
        return float(self.figures["per_second"])


def trial(program: Program, folder: Path, mode: str, pace: Sequence[str]) -> Came:
    """Measure ``program`` once in the empty ``folder``. Raises RuntimeError with what it printed when it
    fails."""
    program.prepare(folder)
    port, hook = _free_port(), _free_port()
    arguments = ["-m", "benchmarks.fake_api", "--port", str(port), *pace]
    with _started([sys.executable, *arguments], {}, folder / "yardstick.err", piped=True) as yardstick:
        assert yardstick.stdout is not None
        _event(yardstick, "listening")
        argv, more = program.command(folder, f"http://127.0.0.1:{port}", mode, hook)
        begun_at = time.monotonic()
        with _started(argv, more, folder / "program.err") as running:
            began = _event(yardstick, "begun", running)
            used = cpu_seconds(running.pid)
            done = _event(yardstick, "done", running)
            del began
            return Came(
                done,
                cpu_seconds(running.pid) - used,
                rss_mib(running.pid),
                float(done["first_at"]) - begun_at if done.get("first_at") else 0.0,
            )


def _event(
    yardstick: "subprocess.Popen[str]", name: str, running: "subprocess.Popen[str] | None" = None
) -> Any:
    assert yardstick.stdout is not None
    line = yardstick.stdout.readline()
    said = json.loads(line) if line else {}
    if said.get("event") != name:
        ended = running.poll() if running else None
        raise RuntimeError(f"no {name!r} from the yardstick (the program ended with {ended})")
    return said


@contextmanager
def _started(
    argv: Sequence[str], more: Mapping[str, str], errors: Path, *, piped: bool = False
) -> "Iterator[subprocess.Popen[str]]":
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


def rss_mib(pid: int) -> float:
    """The most memory a process has held."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"no VmHWM for process {pid}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


__all__ = ["LONGEST", "TOKEN", "Came", "Program", "trial"]
