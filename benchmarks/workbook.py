"""A workbook of a million lines: ``python -m benchmarks.workbook [--write]``.

Every figure of every team and day as an operator asks for it (``aoxanh export lines``), from SQLite, in a
process of its own, so that its peak of memory is its own. ``--write`` writes ``benchmarks/workbook.md``.
"""

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from benchmarks.machine import described, load
from benchmarks.nation_days import CATEGORIES, COLUMNS, campaign, ground, team_unit
from handlers.export import write
from handlers.messages import Paper
from storage import lines
from storage.database import Database, database
from storage.effects import carry_out
from storage.migrate import migrate
from storage.queries import Tx
from storage.records.moments import from_micros

RESULTS = Path(__file__).with_suffix(".md")
SIZES = (10_000, 100_000, 1_000_000)
TEAMS = 5_013
FIRST = date(2026, 1, 1)
SLICE = 20_000


def totals(count: int) -> Iterator[tuple[Any, ...]]:
    """So many lines: a day of all teams after another, seven figures each."""
    figures = [("luot_nguoi_dan", ""), *(("luot_noi_dung", one) for one in CATEGORIES)]
    for number in range(count):
        figure, item = figures[number % len(figures)]
        team = number // len(figures) % TEAMS
        day = FIRST + timedelta(days=number // len(figures) // TEAMS)
        tenant, unit = team_unit(team)
        told = 1 + number * 7 % 83
        yield (
            tenant, day.isoformat(), f"team-{team:05d}", unit, "", campaign(team), figure, item, told,
            0, told, 0, None, 0,
        )  # fmt: skip


async def filled(store: Database, count: int) -> None:
    """The nation's teams and their lines."""
    effects = list(ground(from_micros(0)))
    await store.write(lambda tx: carry_out(tx, effects))
    rows = totals(count)
    while part := [row for row, _ in zip(rows, range(SLICE), strict=False)]:
        await store.write(lambda tx, part=part: _put(tx, part))  # type: ignore[misc]  # bound at once


async def _put(tx: Tx, rows: Sequence[Sequence[Any]]) -> None:
    marks = ", ".join("?" for _ in rows[0])
    await tx.put(f"insert into day_totals ({COLUMNS['day_totals']}) values ({marks})", rows)


async def written(store: Database, to: Path) -> None:
    """The file, as the command writes it."""
    tenants = [one for one in await store.read(lines.tenants) if one != "00"]
    shows = {"tenants": tenants, "unit_code": "", "since_on": "2026-01-01", "until_on": "2026-12-31"}
    await write(Paper("lines_xlsx", json.dumps(shows), to.name), to, store)


async def _one(path: Path, to: Path) -> dict[str, float]:
    """What the file took: seconds, seconds of a core, the peak of memory in MiB."""
    store = database(f"sqlite+aiosqlite:///{path}")
    await store.start()
    try:
        wall, cpu = time.perf_counter(), time.process_time()
        await written(store, to)
        took = time.perf_counter() - wall, time.process_time() - cpu
    finally:
        await store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"wall": took[0], "cpu": took[1], "peak": peak}


async def _made(path: Path, count: int) -> None:
    store = database(f"sqlite+aiosqlite:///{path}")
    await store.start()
    await filled(store, count)
    await store.close()


def trial(count: int) -> dict[str, float]:
    """One size: the data is made here, the file in another process."""
    with tempfile.TemporaryDirectory() as folder:
        path, to = Path(folder) / "lines.sqlite", Path(folder) / "lines.xlsx"
        asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
        asyncio.run(_made(path, count))
        command = [sys.executable, "-m", "benchmarks.workbook", "--one", str(path), str(to)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        with ZipFile(to) as whole:
            unpacked = sum(part.file_size for part in whole.infolist())
        return {**json.loads(said), "bytes": to.stat().st_size, "unpacked": unpacked}


def page(found: dict[int, dict[str, float]], machine: str) -> str:
    """The table."""
    rows = [
        f"| {count:,} | {one['wall']:.1f} | {one['cpu']:.1f} | {one['peak']:.0f} | {one['bytes'] / 1e6:.1f} "
        f"| {one['unpacked'] / 1e6:.0f} |"
        for count, one in found.items()
    ]
    return "\n".join(
        [
            "# A workbook of a million lines",
            "",
            f"`python -m benchmarks.workbook --write` wrote this page. {machine}",
            "",
            "Every figure of every team and day of the nation, with a sheet of sums for provinces, communes "
            f"and teams before them ({TEAMS:,} teams in 34 provinces), read from SQLite page by page and "
            "written as `.xlsx`; peak of memory of the whole process, the program itself among it.",
            "",
            "| Lines | Seconds | s of a core | Peak, MiB | File, MB | Unpacked, MB |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Measure, print, and write the page if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workbook", description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--one", nargs=2, metavar=("DATABASE", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(asyncio.run(_one(*map(Path, given.one)))))
        return
    before = load()
    told = page({count: trial(count) for count in SIZES}, described(before, load()))
    print(told)
    if given.write:
        RESULTS.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
