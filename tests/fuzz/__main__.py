"""Fuzz every platform and say what was found: in rounds, each on a new database with a seed of its own.

With ``--kept`` every round is a line of a file, and a run that was cut short goes on behind the last of them.
"""

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storage.migrate import migrate
from tests.fuzz.running import Found, Run
from tests.fuzz.wires import Wire, wires

A_ROUND = 5000
"""Updates on one database: 64 people say 80 things each."""
SHOWN = 10


@dataclass
class Tally:
    """What all rounds of a platform found; ``kept`` is where each stands as a line."""

    name: str
    kept: Path | None = None
    rounds: list[dict[str, object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.kept is not None and self.kept.exists():
            self.rounds = [json.loads(line) for line in self.kept.read_text("utf-8").splitlines()]

    def add(self, seed: int, found: Found, seconds: float) -> None:
        """Note one more round."""
        self.rounds.append({
            "seed": seed, "updates": found.updates, "due": found.due, "seconds": round(seconds, 1),
            "unanswered": found.unanswered[:SHOWN], "failed": found.failed[:SHOWN],
            "wrong": len(found.unanswered) + len(found.failed),
        })  # fmt: skip
        if self.kept is not None:
            with self.kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps(self.rounds[-1], ensure_ascii=False) + "\n")

    def sum(self, what: str) -> float:
        """Of all rounds."""
        return sum(float(str(one[what])) for one in self.rounds)

    def told(self) -> Iterator[str]:
        """One line, and what was wrong."""
        yield (
            f"{self.name}: {self.sum('updates'):.0f} updates in {self.sum('seconds'):.0f} s, "
            f"{self.sum('due'):.0f} answers due, {self.sum('wrong'):.0f} failures or missing answers"
        )
        for one in self.rounds:
            for said in [*_lines(one["failed"]), *_lines(one["unanswered"])]:
                yield f"  seed {one['seed']}: {said}"


def _lines(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


async def fuzzed(wire: Wire, tally: Tally, updates: int, seed: int, folder: Path) -> None:
    """Rounds until ``updates`` were taken."""
    empty = folder / "empty.sqlite"
    await migrate(f"sqlite+aiosqlite:///{empty}")
    while (done := int(tally.sum("updates"))) < updates:
        at, path = seed + len(tally.rounds), folder / "round.sqlite"
        for left in folder.glob("round.sqlite*"):
            left.unlink()
        shutil.copy(empty, path)
        began = time.monotonic()
        found = await Run(wire, at).go(path, min(A_ROUND, updates - done))
        tally.add(at, found, time.monotonic() - began)


async def main(updates: int, seed: int, names: list[str], kept: Path | None) -> int:
    """The exit code: 0 when nothing failed and nobody stayed unanswered."""
    wrong = 0.0
    async with wires() as all_of_them:
        for name in names or sorted(all_of_them):
            tally = Tally(name, kept / f"{name}.jsonl" if kept else None)
            with tempfile.TemporaryDirectory() as folder:
                await fuzzed(all_of_them[name], tally, updates, seed, Path(folder))
            sys.stdout.write("".join(f"{line}\n" for line in tally.told()))
            sys.stdout.flush()
            wrong += tally.sum("wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000, help="for each platform")
    parser.add_argument("--seed", type=int, default=1, help="of the first round; the next has the next")
    parser.add_argument("--kept", type=Path, help="a folder with a file of rounds for each platform")
    parser.add_argument(
        "--channel", action="append", default=[], help="telegram, zalo or web; all without it"
    )
    given = parser.parse_args()
    raise SystemExit(asyncio.run(main(given.updates, given.seed, given.channel, given.kept)))
