"""The kind of every trial: one fault, played on the ways it is about, with figures to show for it.

The folder ``trials`` is the registry: every function in it that is marked ``@trial`` is one.
"""

import hashlib
import importlib
import json
import pkgutil
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.chaos.site import Way
from tests.program import ROOT

Figures = dict[str, Any]
Play = Callable[[Path, Way], Awaitable[Figures]]
BOTH: Sequence[Way] = ("polling", "webhook")


class NotHere(Exception):
    """This machine cannot play the trial: what it lacks."""


@dataclass(frozen=True, slots=True)
class Trial:
    """``play`` gets an empty folder and a way, and gives figures; it raises AssertionError with what was
    not as promised, NotHere when the machine cannot play it. ``seconds`` is about how long it takes."""

    name: str
    play: Play
    ways: Sequence[Way]
    seconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a trial; ``program`` tells states of the program apart."""

    trial: str
    way: str
    passed: bool
    seconds: float
    figures: Figures
    fault: str
    program: str
    at: str


_ALL: list[Trial] = []


def trial(name: str, *ways: Way, seconds: float) -> Callable[[Play], Play]:
    """Mark a function as the trial ``name``; without ``ways`` it polls."""

    def marked(play: Play) -> Play:
        _ALL.append(Trial(name, play, ways or BOTH[:1], seconds))
        return play

    return marked


def every_trial() -> list[Trial]:
    """All trials, in the order of their files and of their lines."""
    if not _ALL:
        package = importlib.import_module("tests.chaos.trials")
        for module in sorted(one.name for one in pkgutil.iter_modules(package.__path__)):
            importlib.import_module(f"tests.chaos.trials.{module}")
    return list(_ALL)


async def played(one: Trial, way: Way) -> Result:
    """Play a trial in a folder of its own. Raises NotHere."""
    began, figures, fault = time.monotonic(), Figures(), ""
    with tempfile.TemporaryDirectory(prefix="chaos-", ignore_cleanup_errors=True) as folder:
        try:
            figures = await one.play(Path(folder), way)
        except NotHere:
            raise
        except Exception as error:  # whatever it is, the other trials are played
            fault = f"{type(error).__name__}: {error}"
    took = round(time.monotonic() - began, 1)
    return Result(one.name, way, not fault, took, figures, fault, program_now(), _now())


def program_now() -> str:
    """A name for the program as it is now: another one after any change."""
    digest = hashlib.sha256()
    for folder in ("bot", "handlers", "storage", "locales"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".sql", ".ftl"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def append(results: Path, result: Result) -> None:
    """Add a line to the file of results."""
    with results.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")


def passed_before(results: Path) -> set[tuple[str, str]]:
    """(trial, way) of what the program as it is now has passed, by the file of results."""
    return {(one["trial"], one["way"]) for one in _lines(results) if one["passed"]}


def _lines(results: Path) -> Iterator[dict[str, Any]]:
    now = program_now()
    with suppress(FileNotFoundError):
        for line in results.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["program"] == now:
                yield one
