"""A national morning on five thousand Zalo bots: ``python -m benchmarks.zalo.morning --write``.

Reminders leave at 6h30, then 240,000 people check in between 7h00 and 7h30. Time is virtual, work is real: a
moment of the morning lasts as long as the program computes for what came in it (CPU time, so that a busy
machine tells the same), and every bot sends at its own rate until its month is spent.
"""

import argparse
import asyncio
import os
import platform
import random
import resource
import sqlite3
import tempfile
import time as wall
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import structlog

from benchmarks.nation.accounts import Heard
from benchmarks.nation.land import Land, settle
from benchmarks.zalo.desk import Desk
from benchmarks.zalo.nation import SPREAD, USUAL, Bots, ZaloLand
from bot.channel import Raw
from handlers.allowance import ALLOWED
from locales.formats import HANOI, local
from storage import account_use
from storage.bot_accounts import AccountKey
from storage.database import Database, database
from storage.effects import carry_out
from storage.migrate import migrate

RESULTS = Path(__file__).parent.parent / "zalo-morning.md"
NATION = 240_000
DAY, SHIFT = date(2026, 11, 23), time(7, 30)
WAKES, BEGIN, STORM, END = time(6, 29, 30), time(7, 0), timedelta(minutes=30), time(7, 50)
STEP = timedelta(seconds=0.25)
"""The shortest moment: a quarter of a second, in which a bot may send one message."""
TICK = timedelta(seconds=20)


@dataclass(slots=True)
class Morning:
    """What was counted: the answers awaited and given, what each bot spent, who has not checked in yet, what
    did not leave, the seconds of work in all and in the storm of check-ins."""

    land: ZaloLand
    heard: Heard
    bots: Bots
    said: list[tuple[datetime, int]]
    dropped: int = 0
    lists: int = 0
    busy: float = 0.0
    storm: float = 0.0


async def play(store: Database, land: ZaloLand) -> Morning:
    """The morning; what was counted."""
    at = datetime.combine(DAY, WAKES, tzinfo=HANOI)
    heard, made = Heard(), list[Bots]()

    def bots(desk: Desk) -> Bots:
        made.append(Bots(land, heard, desk))
        return made[0]

    desk = Desk(store, at, ALLOWED, bots)
    morning = Morning(land, heard, made[0], _said(land))
    await store.write(lambda tx: carry_out(tx, list(land.bots(at - timedelta(days=1)))))
    ticks_at, end = at, datetime.combine(DAY, END, tzinfo=HANOI)
    while desk.now_at < end:
        began = wall.process_time()
        await desk.hear(_arrived(morning, desk.now_at))
        if desk.now_at >= ticks_at:
            await desk.scheduler.tick()
            ticks_at = desk.now_at + TICK
        left = await desk.work()
        spent = wall.process_time() - began
        morning.busy += spent
        morning.storm += spent * (_begins() <= desk.now_at <= _begins() + STORM)
        rest = min([ticks_at, *(at for at, _ in morning.said[-1:])]) - desk.now_at
        desk.move(max(STEP, timedelta(seconds=spent), timedelta(0) if left else rest))
    await _dropped(store, morning)
    return morning


def _begins() -> datetime:
    return datetime.combine(DAY, BEGIN, tzinfo=HANOI)


def _said(land: Land) -> list[tuple[datetime, int]]:
    """Who checks in when, the first last."""
    chance = random.Random(1)
    return sorted(((_begins() + STORM * chance.random(), one) for one in range(land.people)), reverse=True)


def _arrived(morning: Morning, now: datetime) -> Mapping[AccountKey, list[Raw]]:
    """What has been said by ``now``, by bot."""
    arrived: dict[AccountKey, list[Raw]] = defaultdict(list)
    while morning.said and morning.said[-1][0] <= now:
        at, number = morning.said.pop()
        key = morning.land.account(number)
        morning.heard.said_at[str(number)] = at
        morning.bots.arrived(key)
        arrived[key].append({"key": f"k{number}", "who": str(number), "text": "vào ca"})
    return arrived


async def _dropped(store: Database, morning: Morning) -> None:
    """What did not leave so that answers could, as the bots' leaders are told it."""
    month = DAY.isoformat()[:7]
    for account in morning.bots.spent:
        use = await store.read(lambda tx, one=account: account_use.month(tx, "zalo", one, month))  # type: ignore[misc]  # bound at once
        morning.dropped += use.dropped
        morning.lists += use.dropped_lists


async def simulate(people: int, bots: int) -> Morning:
    """Play the morning on a fresh database."""
    land = ZaloLand(people, bots, DAY, SHIFT)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/morning.sqlite"
        await migrate(url)
        store = database(url)
        await store.start()
        try:
            await settle(store, land, datetime.combine(DAY, time(0), tzinfo=HANOI))
            return await play(store, land)
        finally:
            await store.close()


def told(morning: Morning) -> str:
    """What came of it, as Markdown."""
    land = morning.land
    machine = (
        f"Machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}. Command: "
        f"`python -m benchmarks.zalo.morning --people {land.people} --bots {land.teams} --write`."
    )
    return "\n".join(
        [
            "# A national morning on Zalo",
            "",
            f"{land.people:,} people on {land.teams:,} bots ({land.people / land.teams:.0f} each) are on "
            f"duty from 7h30; one in three agreed to reminders, all check in between 7h00 and 7h30, evenly. "
            f"One process on SQLite (FULL), 5 messages a second and bot. On the {DAY.day}rd a bot has spent "
            f"{USUAL:,} ± {SPREAD} of its {ALLOWED.month:,} messages, in and out alike, so some are far "
            "ahead of the calendar and a few have none left.",
            *_part(land.people),
            "",
            machine,
            "",
            "| What | Result |",
            "|---|---|",
            *(f"| {name} | {value} |" for name, value in _rows(morning)),
            "",
        ]
    )


def _part(people: int) -> list[str]:
    """What is said of a morning that is smaller than the nation's."""
    if people >= NATION:
        return []
    return [
        "",
        f"These are {people / NATION:.0%} of the {NATION:,} people of the nation. What a bot sends, spends "
        "and holds back does not hang on how many others there are; the work does, "
        "see the row that scales it.",
    ]


def _rows(morning: Morning) -> list[tuple[str, str]]:
    land, heard, bots = morning.land, morning.heard, morning.bots
    waits = sorted(wait for _, wait in heard.waits)
    at = {share: waits[int(len(waits) * share)] for share in (0.5, 0.99)}
    spent = sorted(bots.spent.values())
    out = sorted(heard.messages.values())
    over = {mark: sum(one * 100 >= mark * ALLOWED.month for one in spent) for mark in (80, 95, 100)}
    silent = len({land.account(int(who)) for who in heard.said_at})
    last = {lane: f"{local(when):%H:%M:%S}" for lane, when in heard.last.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        ("Reminders: left, the last at", f"{bots.lanes['REMINDER']:,}, {last.get('REMINDER', 'never')}"),
        ("Held back so that answers could go: reminders, lists", f"{morning.dropped:,}, {morning.lists:,}"),
        ("Check-ins, answers", f"{land.people:,}, {len(waits):,}"),
        ("Wait p50 / p99 / longest", f"{at[0.5]:.2f} / {at[0.99]:.2f} / {waits[-1]:.2f} s"),
        ("Last answer left at", last["REPLY"]),
        (
            "Without an answer, because their bot's month is spent",
            f"{len(heard.said_at):,} people on {silent} bots",
        ),
        ("Calls to Zalo in the busiest second, over all bots", f"{max(bots.seconds.values()):,}"),
        ("Messages out of one bot: median, most", f"{out[len(out) // 2]}, {out[-1]}"),
        (
            "The morning's share of a bot's month, in and out",
            f"{(land.people / land.teams + out[len(out) // 2]) / ALLOWED.month:.1%}",
        ),
        ("Bots over 80 / 95 / 100 % of the month afterwards", " / ".join(str(n) for n in over.values())),
        (
            "CPU of a check-in with its answer; all of them in their half hour",
            f"{1000 * morning.storm / land.people:.1f} ms, "
            f"{morning.storm / STORM.total_seconds():.0%} of a core",
        ),
        (
            f"For {NATION:,} people in that half hour, if a check-in costs the same",
            f"{morning.storm / land.people * NATION / STORM.total_seconds():.1f} cores",
        ),
        ("Work in all, memory at most (with the simulation)", f"{morning.busy:.0f} s, {memory:.0f} MiB"),
    ]


def main() -> None:
    """Play and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=NATION)
    parser.add_argument("--bots", type=int, default=5_000)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    # Thousands of bots near their limit would be thousands of lines.
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    result = told(asyncio.run(simulate(given.people, given.bots)))
    print(result)
    if given.write:
        RESULTS.write_text(result, encoding="utf-8")


if __name__ == "__main__":
    main()
