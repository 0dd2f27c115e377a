"""Fuzz every platform and say what was found."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from storage.migrate import migrate
from tests.fuzz.running import Run
from tests.fuzz.wires import wires


async def main(updates: int, seed: int, names: list[str]) -> int:
    """The exit code: 0 when nothing failed and nobody stayed unanswered."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        async with wires() as all_of_them:
            for name in names or sorted(all_of_them):
                path = Path(folder) / f"{name}.sqlite"
                await migrate(f"sqlite+aiosqlite:///{path}")
                began = time.monotonic()
                found = await Run(all_of_them[name], seed).go(path, updates)
                spent = time.monotonic() - began
                sys.stdout.write(
                    f"{name}: {found.updates} updates in {spent:.0f} s, {found.due} answers due, "
                    f"{len(found.unanswered)} missing, {len(found.failed)} failures\n"
                )
                for line in [*found.failed[:10], *found.unanswered[:10]]:
                    sys.stdout.write(f"  {line}\n")
                sys.stdout.flush()
                wrong += len(found.failed) + len(found.unanswered)
    return 1 if wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000, help="for each platform")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--channel", action="append", default=[], help="telegram, zalo or web; all without it"
    )
    given = parser.parse_args()
    raise SystemExit(asyncio.run(main(given.updates, given.seed, given.channel)))
