"""Play the trials: ``python -m tests.chaos --minutes 10``, or ``--all`` of them.

With ``--results FILE`` every result becomes a JSON line there, and what the same program has passed
according to it is not played again: a run that was cut short goes on where it was.
"""

import argparse
import asyncio
import math
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from tests.chaos.site import Way
from tests.chaos.trial import NotHere, Result, Trial, append, every_trial, passed_before, played

SLOWEST = 4.0
"""A trial that takes so many times longer than it should has hung."""


def chosen(names: list[str], results: Path | None) -> Iterator[tuple[Trial, Way]]:
    """What is to be played: trials with one of ``names`` in theirs, not passed before."""
    done = passed_before(results) if results else set()
    for one in every_trial():
        if not names or any(name in one.name for name in names):
            yield from ((one, way) for way in one.ways if (one.name, way) not in done)


async def _one(one: Trial, way: Way, console: Console) -> Result | None:
    try:
        async with asyncio.timeout(60 + SLOWEST * one.seconds):
            result = await played(one, way)
    except NotHere as lack:
        console.print(f"[yellow]----[/] {one.name} ({way}): {escape(str(lack))}")
        return None
    except TimeoutError:
        console.print(f"[red]hung[/] {one.name} ({way})")
        return Result(one.name, way, passed=False, seconds=0, figures={}, fault="hung", program="", at="")
    mark = "[green]pass[/]" if result.passed else "[red]FAIL[/]"
    figures = ", ".join(f"{name} {value}" for name, value in result.figures.items())
    console.print(f"{mark} {one.name} ({way}) {result.seconds:.0f} s: {escape(figures + result.fault)}")
    return result


async def play(names: list[str], minutes: float, results: Path | None) -> bool:
    """Play until all are played, or the next would not be over in time; whether all passed."""
    console, ends, good, left = Console(width=150), time.monotonic() + 60 * minutes, True, 0
    for one, way in chosen(names, results):
        if time.monotonic() + one.seconds > ends:
            left += 1
            continue
        result = await _one(one, way, console)
        if result is not None:
            good = good and result.passed
            if results:
                append(results, result)
    if left:
        console.print(f"{left} trials did not fit into {minutes:g} minutes")
    return good


def main() -> None:
    """Read the command line and play."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("names", nargs="*", help="only trials with one of these in their names")
    parser.add_argument("--minutes", type=float, default=10, help="play what fits into so many")
    parser.add_argument("--all", action="store_true", help="play everything, however long it takes")
    parser.add_argument("--list", action="store_true", help="name the trials and how long they take")
    parser.add_argument("--results", type=Path, help="a file that gets a JSON line for each result")
    given = parser.parse_args()
    if given.list:
        for one in every_trial():
            Console().print(f"{one.seconds:5.0f} s  {one.name} ({', '.join(one.ways)})", markup=False)
        return
    minutes = math.inf if given.all else given.minutes
    if not asyncio.run(play(given.names, minutes, given.results)):
        raise SystemExit("not everything was as promised")


if __name__ == "__main__":
    main()
