"""What every story of a long run cost, a line each in a file, so that a run that was cut short goes on."""

import json
from dataclasses import asdict
from pathlib import Path

from tests.crash.toll import Toll


class Ledger:
    """The tolls in ``path``; without one nothing is kept."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def add(self, way: str, seed: int, toll: Toll) -> None:
        """Keep one story's toll."""
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps({"way": way, "seed": seed, **asdict(toll)}, ensure_ascii=False) + "\n")

    def read(self, way: str, seed: int) -> tuple[Toll, int]:
        """The sum of the stories told on ``way`` with ``seed``, and how many they are."""
        total, told = Toll(), 0
        for line in self._lines():
            kept = json.loads(line)
            if (kept.pop("way"), kept.pop("seed")) == (way, seed):
                total.add(Toll(**kept))
                told += 1
        return total, told

    def _lines(self) -> list[str]:
        if self._path is None or not self._path.exists():
            return []
        return self._path.read_text(encoding="utf-8").splitlines()
