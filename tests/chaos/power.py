"""The power goes, at every promise the program ever made: what was promised must be on the disk."""

import json
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos.disk import Disk
from tests.chaos.promises import Promises
from tests.chaos.recording import Sync, Wire, events

KEPT = "select update_key from inbox"
COUNTED = "select person_id, lines from help_reports"
State = dict[str, bytes]
"""The files of a folder by name."""


@dataclass
class Verdict:
    """What was found in the states after all power cuts. ``sample`` holds some of them, each with the
    updates that had been acknowledged; ``checkpoints`` is how often the database itself was synced."""

    promises: int = 0
    states: int = 0
    lost: int = 0
    damaged: int = 0
    checkpoints: int = 0
    faults: list[str] = field(default_factory=list)
    sample: list[tuple[State, set[int]]] = field(default_factory=list)

    @property
    def failed(self) -> int:
        """States that break a promise or are no whole database."""
        return self.lost + self.damaged


@dataclass
class Judge:
    """Cuts the power of what ``trace`` recorded: at each promise once so that nothing is left that was not
    safe, and ``torn`` times so that some of it is; and before each sync, when most is on its way."""

    trace: Path
    disk: Disk
    promises: Promises
    torn: int
    sample: int = 0
    seed: int = 0
    verdict: Verdict = field(default_factory=Verdict)

    def judged(self) -> Verdict:
        """Open the database as each cut left it, and look for everything promised until then."""
        chance = random.Random(self.seed)
        for state in self._states(chance):
            self.verdict.states += 1
            self._look(state)
            self._keep(state, chance)
        self.verdict.promises = len(self.promises.acknowledged) + len(self.promises.counted)
        return self.verdict

    def _states(self, chance: random.Random) -> Iterator[State]:
        for event in events(self.trace):
            if isinstance(event, Wire):
                if self.promises.hear(event):
                    yield self.disk.cut()
                    for _ in range(self.torn):
                        yield self.disk.cut(chance)
                continue
            if isinstance(event, Sync) and self.torn:
                yield self.disk.cut(chance)
                self.verdict.checkpoints += event.path.name == self.disk.stem
            self.disk.happens(event)

    def _look(self, state: State) -> None:
        with tempfile.TemporaryDirectory(prefix="power-") as folder:
            try:
                kept, counted = looked_into(written(state, Path(folder)) / self.disk.stem)
            except (sqlite3.Error, AssertionError) as error:
                self.verdict.damaged += 1
                self.verdict.faults.append(f"state {self.verdict.states}: {error}")
                return
        missing = self.promises.broken(kept, counted)
        self.verdict.lost += missing > 0
        if missing:
            self.verdict.faults.append(f"state {self.verdict.states}: {missing} promises are gone")

    def _keep(self, state: State, chance: random.Random) -> None:
        """Keep ``sample`` of all states, each with the same chance."""
        here = (state, set(self.promises.acknowledged))
        if len(self.verdict.sample) < self.sample:
            self.verdict.sample.append(here)
        elif self.sample and chance.random() < self.sample / self.verdict.states:
            self.verdict.sample[chance.randrange(self.sample)] = here


def written(state: State, folder: Path) -> Path:
    """Put a state into ``folder``."""
    for name, content in state.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    return folder


def looked_into(path: Path) -> tuple[set[int], set[tuple[int, int]]]:
    """The updates, and the figures of volunteers, in a database that is whole. Raises AssertionError
    when it is not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("pragma synchronous=off")
        found = file.execute("pragma integrity_check").fetchall()
        assert found == [("ok",)], f"damaged: {found[:3]}"
        kept = {int(key) for (key,) in file.execute(KEPT)}
        counted = {
            (int(who.rpartition("-")[2]), json.loads(lines).get("vneid", 0))
            for who, lines in file.execute(COUNTED)
            if who.startswith("volunteer-")
        }
    return kept, counted
