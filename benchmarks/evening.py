"""The evening of a nation on one SQLite file: ``python -m benchmarks.evening [--write]``.

At six a digest falls due for 12,000 teams of twenty, each with a leader, two shifts and everybody's reports.
How long they take, what memory they take, and how long what people write meanwhile waits for the file; beside
the same digests filled all at once, in the same run. ``--write`` writes ``benchmarks/evening.md``.
"""

import argparse
import asyncio
import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import quantiles

from benchmarks.machine import described, load
from benchmarks.seeding import TEAM_OF, person_id, seeded, shifts_today, worked, write
from bot import clock
from bot.sample import TENANT
from bot.workers.scheduler import SchedulerWorker
from handlers.jobs.evening_digest import EveningDigest
from locales.formats import HANOI, local
from storage import people, slots
from storage.database import Database, database
from storage.effects import carry_out
from storage.slots import Slot
from storage.sources import Facts

RESULTS = Path(__file__).with_suffix(".md")
PEOPLE = 240_000
PAUSE = 0.02
"""Seconds between two answers of those who write meanwhile."""
ALL = 1_000_000
LED = f"update memberships set role = 'leader' where id like 'member-%' and substr(id, 8) % {TEAM_OF} = 0"
"""The first of each team leads it."""


@dataclass(frozen=True)
class Took:
    """Seconds for all digests, waits of answers in ms (median, 99 %, longest), peak memory in MiB before and
    with them, and the messages owed."""

    way: str
    seconds: float
    waits: tuple[float, float, float]
    before: float
    peak: float
    owed: int


async def grown(path: Path, how_many: int, now: datetime) -> None:
    """Add leaders, the shifts and the reports of today to the registered people in the file at ``path``."""
    store = await _opened(path)
    await store.write(lambda tx: tx.fetch(LED))
    await write(store, shifts_today(how_many, now - timedelta(hours=3)))
    await write(store, worked(how_many, 0, now - timedelta(hours=2)))
    await store.close()


async def measured(path: Path, way: str, at_once: int) -> Took:
    """One evening: the clock rings at six, and people go on writing."""
    EveningDigest.at_once = at_once
    store, six = await _opened(path), _six()
    worker = SchedulerWorker(
        store, [EveningDigest()], now=lambda: six, monotonic=time.monotonic, new_id=clock.UuidSevens()
    )
    before = _memory()
    waits: list[float] = []
    writing = asyncio.create_task(_written_to(store, six, waits))
    began = time.perf_counter()
    await worker.tick()
    seconds = time.perf_counter() - began
    writing.cancel()
    with suppress(asyncio.CancelledError):
        await writing
    (row,) = await store.read(lambda tx: tx.fetch("select count(*) as owed from outbox"))
    await store.close()
    cut = quantiles(waits, n=100, method="inclusive")
    return Took(way, seconds, (cut[49], cut[98], max(waits)), before, _memory(), int(row["owed"]))


async def _written_to(store: Database, now: datetime, waits: list[float]) -> None:
    """Somebody's answer after the other: read who it is, write down what is owed."""
    for number in count():
        began = time.perf_counter()
        need = people.contacts_of.of((TENANT, person_id(number)))
        await store.read(lambda tx, need=need: Facts().load(tx, [need]))  # type: ignore[misc]  # bound at once
        done = slots.noted(Slot(tenant=TENANT, kind="measured", subject=str(number), slot_at=now), now)
        await store.write(lambda tx, done=done: carry_out(tx, [done]))  # type: ignore[misc]  # bound at once
        waits.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(PAUSE)


def _six() -> datetime:
    return datetime.combine(local(datetime.now(UTC)).date(), datetime.min.time(), HANOI) + timedelta(hours=18)


def _memory() -> float:
    """The most this process has held so far."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def _opened(path: Path) -> Database:
    store = database(f"sqlite+aiosqlite:///{path}")
    await store.start()
    return store


def _run(path: Path, way: str, at_once: int) -> Took:
    return asyncio.run(measured(path, way, at_once))


def ways(ground: Path, folder: Path) -> Iterator[Took]:
    """As the program does it, and all at once; each in a process of its own, on a copy of its own."""
    for way, at_once in (("in slices", EveningDigest.at_once), ("all at once", ALL)):
        path = folder / "evening.sqlite"
        shutil.copy(ground, path)
        with multiprocessing.get_context("spawn").Pool(1) as process:
            yield process.apply(_run, (path, way, at_once))


def page(found: Sequence[Took], machine: str) -> str:
    """``benchmarks/evening.md``."""
    names = ("Digests", "Seconds", "Owed", "Wait of an answer, ms: median", "99 %", "longest")
    head = "| " + " | ".join((*names, "Memory before, MiB", "peak")) + " |"
    rows = [
        f"| {one.way} | {one.seconds:.1f} | {one.owed:,} | {one.waits[0]:.1f} | {one.waits[1]:.0f} |"
        f" {one.waits[2]:.0f} | {one.before:.0f} | {one.peak:.0f} |"
        for one in found
    ]
    return "\n".join(
        [
            "# Six in the evening",
            "",
            f"`python -m benchmarks.evening --write` wrote this page. {machine}",
            "",
            f"The digests of {PEOPLE // TEAM_OF:,} teams of {TEAM_OF} fall due at once in one SQLite file."
            f" Meanwhile an answer is read for and written every {PAUSE * 1000:.0f} ms; its wait is the"
            " file's alone. The second line fills all of them in one read, as a yardstick.",
            "",
            head,
            "|" + "---|" * 8,
            *rows,
            "",
        ]
    )


def main() -> None:
    """Measure and print; with ``--write`` write the page."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--write", action="store_true")
    reader.add_argument("--people", type=int, default=PEOPLE)
    chosen = reader.parse_args()
    before = load()
    with tempfile.TemporaryDirectory(dir=".") as name:
        ground = Path(name) / "ground.sqlite"
        shutil.copy(seeded(chosen.people, 0), ground)
        asyncio.run(grown(ground, chosen.people, _six()))
        text = page(list(ways(ground, Path(name))), described(before, load()))
    print(text)
    if chosen.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
