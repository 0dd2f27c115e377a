"""Backup and restore of a large database: ``python -m benchmarks.backup [--write]``.

A million reports of a season, nation-wide, on SQLite and PostgreSQL: how long a backup takes and how large it
is, how long a restore takes with every check it makes, and that all totals are what they were. ``--write``
writes ``benchmarks/backup.md``.
"""

import argparse
import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import nation_days
from benchmarks.machine import described, load
from benchmarks.rollups import engines
from bot import backups, clock, restoring
from bot.operating import Given
from bot.operations import perform
from bot.settings import Settings
from storage import archive, figures
from storage.database import Database, database
from storage.queries import Tx

RESULTS = Path(__file__).with_suffix(".md")
DAYS = 7
COPIES = 13
"""Of the reports of one day, on each day: a million in all."""
SECRET = "s" * 40


@dataclass(frozen=True)
class Took:
    """Seconds, bytes and rows of one engine; ``differ`` are tables and totals that are not what they were."""

    engine: str
    reports: int
    rows: int
    database_bytes: int
    backup_bytes: int
    backup: float
    restore: float
    verify: float
    differ: int


Sums = dict[str, tuple[int, str]]


async def season(store: Database, copies: int) -> None:
    """The nation's ground and last day, and its reports ``copies`` times on each of seven days, with their
    totals."""
    await nation_days.settle(store, datetime(2026, 1, 1, tzinfo=UTC))
    for back in reversed(range(DAYS)):
        for copy in range(copies):
            if back or copy:
                await store.write(lambda tx, at=(back, copy): _reports(tx, *at))  # type: ignore[misc]  # bound at once
        await store.write(lambda tx, back=back: _totals(tx, back, copies))  # type: ignore[misc]  # bound at once


async def _reports(tx: Tx, back: int, copy: int) -> None:
    """The last day's reports once more."""
    shown = {"id": f"id || '~{back}-{copy}'", "day_on": f"'{_day(back)}'"}
    wanted = ", ".join(shown.get(name, name) for name in nation_days.REPORT_COLUMNS)
    first = f"day_on = '{_day(0)}' and id not like '%~%'"
    names = ", ".join(nation_days.REPORT_COLUMNS)
    await tx.fetch(f"insert into help_reports ({names}) select {wanted} from help_reports where {first}")


async def _totals(tx: Tx, back: int, copies: int) -> None:
    """What they add up to; the last day's own comes last, because the others are made of it."""
    summed = ("count", "approx", "parts", "parts_approx")
    if back == 0:
        times = ", ".join(f"{name} = {name} * {copies}" for name in summed)
        await tx.fetch(f"update day_totals set {times}")
        return
    columns = nation_days.COLUMNS["day_totals"]
    shown = {"day_on": f"'{_day(back)}'"}
    wanted = ", ".join(shown.get(name, name) for name in columns.split(", "))
    await tx.fetch(
        f"insert into day_totals ({columns}) select {wanted} from day_totals where day_on = '{_day(0)}'"
    )


def _day(back: int) -> str:
    return (nation_days.LAST - timedelta(days=back)).isoformat()


async def sums(store: Database) -> Sums:
    """Rows and digest of every table but the log, in which the backup itself stands."""

    async def work(tx: Tx) -> Sums:
        shapes = [shape for shape in archive.SHAPES if not shape.table.startswith("audit")]
        found = {shape.table: await archive.summed(tx, shape) for shape in shapes}
        return {table: (one.rows, one.digest) for table, one in found.items()}

    return await store.read(work)


async def measured(engine: str, url: str, folder: Path, copies: int) -> Took:
    """Fill, back up, restore, compare."""
    settings, path = Settings(database_url=url, secret_key=SECRET), folder / f"{engine}.aoxanh"
    store = await _opened(url)
    await season(store, copies)
    before, size = await sums(store), await _size(store, url)
    began = time.perf_counter()
    manifest = await backups.made(settings, path, _here(store), store if settings.shared else None)
    backup = time.perf_counter() - began
    await store.close()
    began = time.perf_counter()
    await restoring.restored(settings, path, clock.now() + timedelta(hours=1), over_newer=True)
    restore = time.perf_counter() - began
    store = await _opened(url)
    began = time.perf_counter()
    wrong = await store.read(figures.verify)
    verify = time.perf_counter() - began
    after = await sums(store)
    await store.close()
    return Took(
        engine, manifest.counts["help_reports"], sum(manifest.counts.values()), size, path.stat().st_size,
        backup, restore, verify, len(wrong) + sum(after[table] != told for table, told in before.items()),
    )  # fmt: skip


async def _opened(url: str) -> Database:
    store = database(url)
    await store.start()
    return store


def _here(store: Database) -> backups.Ask:
    async def ask(name: str, given: Given) -> str:
        return await perform(store, name, given)

    return ask


async def _size(store: Database, url: str) -> int:
    if url.startswith("sqlite"):
        sql = "select page_count * page_size as bytes from pragma_page_count, pragma_page_size"
    else:
        sql = "select pg_database_size(current_database()) as bytes"
    return int((await store.read(lambda tx: tx.fetch(sql)))[0]["bytes"])


def written(found: Sequence[Took], machine: str) -> str:
    """The page."""
    lines = [
        "# Backup and restore of a season", "",
        f"`python -m benchmarks.backup --write` wrote this page. {machine}",
        "",
        "Reports of every team of the nation in a week of days thirteen times as busy, with their totals, "
        "and one day with attendances and difficulties. The backup is one state of all data, compressed and "
        "sealed (AES-256-GCM). The restore reads it to its end first, fills new tables, compares the digest "
        "of each with the backup and puts them in place. Then every total is compared with its records, "
        "and every table with what it was before.",
        "",
        "| Engine | Reports | Rows | Database, MB | Backup, MB | Backup, s | Restore, s | Totals compared, s "
        "| That differ |",
        "|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {one.engine} | {one.reports:,} | {one.rows:,} | {one.database_bytes / 1e6:.0f} "
        f"| {one.backup_bytes / 1e6:.0f} | {one.backup:.1f} | {one.restore:.1f} | {one.verify:.1f} "
        f"| {one.differ} |"
        for one in found
    ]
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure, print, and write the page if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.backup", description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--copies", type=int, default=COPIES)
    parser.add_argument("--engine", choices=("SQLite", "PostgreSQL"), help="only this one")
    given = parser.parse_args()
    before, found = load(), []
    with engines() as urls:
        folder = Path(urls["SQLite"].removeprefix("sqlite+aiosqlite:///")).parent
        for name, url in urls.items():
            if given.engine in (None, name):
                found.append(asyncio.run(measured(name, url, folder, given.copies)))
                print(found[-1], flush=True)
    page = written(found, described(before, load()))
    print(page)
    if given.write:
        RESULTS.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
