"""``python -m benchmarks.nation``: play the day and write ``benchmarks/nation.md``.

Time is virtual, work is real: a second of the day lasts as long as the program needs for what came in
it, so a program that is too slow falls behind as it would in life. Rates of accounts hold in virtual time.
"""

import argparse
import asyncio
import os
import platform
import random
import resource
import sqlite3
import statistics
import tempfile
import time as wall
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from benchmarks.nation.accounts import Account, Heard
from benchmarks.nation.land import Land, provinces, settle
from benchmarks.nation.script import Said, day
from bot import furniture
from bot.channel import Channel
from bot.clock import UuidSevens
from bot.intake import DurableIntake
from bot.settings import Settings
from bot.workers.inbox import InboxWorker
from bot.workers.outbox import OutboxWorker
from bot.workers.scheduler import SchedulerWorker
from handlers import jobs
from handlers.job import Job
from handlers.registry import instances
from handlers.routing import Router
from handlers.vocabulary import vocabulary
from locales.formats import HANOI, local
from storage import inbox, outbox
from storage.database import Database, database
from storage.migrate import migrate

RESULTS = Path(__file__).parent.parent / "nation.md"
DAY = date(2026, 11, 23)
BEGIN, END = time(6, 20), time(18, 45)
LANES = ("REPLY", "ROLE", "REMINDER")
STEPS = 50
"""Batches of the inbox between two looks at the outbox."""


class Nation:
    """The running simulation."""

    def __init__(self, store: Database, land: Land) -> None:
        self.land = land
        self.store = store
        self.now_at = datetime.combine(DAY, BEGIN, tzinfo=HANOI).astimezone(UTC)
        self.begun_at = self.now_at
        self.heard = Heard()
        keys = [("web", "web"), *(("telegram", code) for code in provinces())]
        self.accounts: dict[tuple[str, str], Channel] = {
            key: Account(*key, self.heard, self.now) for key in keys
        }
        ids = UuidSevens()
        self.intake = DurableIntake(store, secret_key="n" * 32, now=self.now, new_id=ids)
        self.inbox = InboxWorker(
            store,
            self.accounts,
            Router(vocabulary()),
            furniture.desk(Settings(), {}, "n" * 32),
            now=self.now,
            new_id=ids,
        )
        self.outboxes = {
            key: OutboxWorker(store, one, now=self.now, monotonic=self.monotonic)
            for key, one in self.accounts.items()
        }
        self.scheduler = SchedulerWorker(
            store, instances(jobs, Job), now=self.now, monotonic=self.monotonic, new_id=ids
        )
        self.deepest: dict[str, int] = defaultdict(int)
        self.busy = 0.0

    def now(self) -> datetime:
        """The virtual time."""
        return self.now_at

    def monotonic(self) -> float:
        """Virtual seconds since the beginning."""
        return (self.now_at - self.begun_at).total_seconds()

    async def play(self, said: list[Said]) -> None:
        """The whole day; idle stretches are skipped."""
        waiting, at = said, 0
        end = datetime.combine(DAY, END, tzinfo=HANOI)
        minute = -1
        while self.now_at < end:
            begun = wall.perf_counter()
            upto = at
            while upto < len(waiting) and waiting[upto].at <= self.now_at:
                upto += 1
            await self._arrive(waiting[at:upto])
            at = upto
            if local(self.now_at).minute != minute:
                minute = local(self.now_at).minute
                await self.scheduler.tick()
                await self._measure()
            left = await self._work()
            spent = wall.perf_counter() - begun
            self.busy += spent
            self._move(spent, idle=not left, following=waiting[at].at if at < len(waiting) else end)

    async def _arrive(self, said: list[Said]) -> None:
        by_account: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for one in said:
            who = str(one.number)
            self.heard.said_at[who] = one.at
            raw = {"key": f"{who}-{one.at.timestamp()}", "who": who, "text": one.text}
            by_account[self.land.account(one.number)].append(raw)
        await asyncio.gather(*(self.intake.store(self.accounts[key], raw) for key, raw in by_account.items()))

    async def _work(self) -> bool:
        """Think and send what there is; whether something is left that only time can move."""
        for _ in range(STEPS):
            if not await self.inbox.step():
                break
        for key in await self._owing():
            await self.outboxes[key].settle()
        return bool(await self._owing())

    async def _owing(self) -> list[tuple[str, str]]:
        """Accounts with something due."""
        counts = await self.store.read(outbox.counts)
        return [(name, account) for name, account, state in counts if state == "due"]

    async def _measure(self) -> None:
        waiting = (await self.store.read(inbox.counts)).get("waiting", 0)
        due = sum(
            rows for (*_, state), rows in (await self.store.read(outbox.counts)).items() if state == "due"
        )
        self.deepest["inbox"] = max(self.deepest["inbox"], waiting)
        self.deepest["outbox"] = max(self.deepest["outbox"], due)

    def _move(self, spent: float, *, idle: bool, following: datetime) -> None:
        step = timedelta(seconds=max(1.0, spent))
        if idle:
            next_minute = self.now_at.replace(second=0, microsecond=0) + timedelta(minutes=1)
            step = max(step, min(following, next_minute) - self.now_at)
        self.now_at += step


async def simulate(people: int, teams: int) -> str:
    """Play the day; the results as Markdown."""
    land = Land(people, teams, DAY)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nation.sqlite"
        url = f"sqlite+aiosqlite:///{path}"
        await migrate(url)
        store = database(url)
        await store.start()
        try:
            await settle(store, land, datetime.combine(DAY, time(0), tzinfo=HANOI))
            nation = Nation(store, land)
            said = day(land, random.Random(1))
            before = path.stat().st_size
            await nation.play(said)
        finally:
            await store.close()
        return _told(nation, said, before, path.stat().st_size)


def _told(nation: Nation, said: list[Said], before: int, after: int) -> str:
    waits = nation.heard.waits
    storm = sorted(wait for at, wait in waits if local(at).time() < time(7, 10))
    rest = sorted(wait for at, wait in waits if local(at).time() >= time(7, 10))
    telegram = [count for (name, _), count in nation.heard.messages.items() if name == "telegram"]
    last = {lane: f"{local(at):%H:%M:%S}" for lane, at in nation.heard.last.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = [
        "# A day of the nation",
        "",
        f"{nation.land.people:,} people in {nation.land.teams:,} teams, "
        f"{nation.land.people // 4:,} of them on duty, {len(said):,} messages in; "
        "one process on SQLite (FULL), "
        f"{len(nation.accounts) - 1} Telegram accounts at 25 messages a second each and the web chat.",
        "",
        f"Machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}. Command: `python -m benchmarks.nation`.",
        "",
        "| What | Result |",
        "|---|---|",
        f"| Storm 7h00–7h10: answers, wait p50 / p99 / longest | {_waits(storm)} |",
        f"| Rest of the day: answers, wait p50 / p99 / longest | {_waits(rest)} |",
        f"| Last answer, digest, reminder left at | {', '.join(last.get(lane, '') for lane in LANES)} |",
        f"| Deepest inbox, outbox (rows) | {nation.deepest['inbox']:,}, {nation.deepest['outbox']:,} |",
        f"| Unanswered messages at the end | {len(nation.heard.said_at):,} |",
        "| Messages out: all, per Telegram account least / median / most | "
        f"{sum(nation.heard.messages.values()):,}, "
        f"{min(telegram):,} / {int(statistics.median(telegram)):,} / {max(telegram):,} |",
        f"| Database before, after the day | {before / 2**20:.0f} MiB, {after / 2**20:.0f} MiB |",
        f"| Work in all, memory at most | {nation.busy:.0f} s of one core, {memory:.0f} MiB |",
        "",
    ]
    return "\n".join(lines)


def _waits(waits: list[float]) -> str:
    if not waits:
        return "none"
    at = [waits[int(len(waits) * share)] for share in (0.5, 0.99)]
    return f"{len(waits):,}, {at[0]:.1f} / {at[1]:.1f} / {waits[-1]:.1f} s"


def main() -> None:
    """Play and write down."""
    parser = argparse.ArgumentParser(description="A day of the nation")
    parser.add_argument("--people", type=int, default=310_000)
    parser.add_argument("--teams", type=int, default=12_000)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    told = asyncio.run(simulate(given.people, given.teams))
    print(told)
    if given.write:
        RESULTS.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
