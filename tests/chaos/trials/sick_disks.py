"""Disks that fail, refuse, or take their time while the program runs."""

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bot.life import STALLED
from tests.chaos.disk import Disk
from tests.chaos.power import Judge
from tests.chaos.programs.recorded import recorded
from tests.chaos.programs.short_log import SHORT_LOG
from tests.chaos.promises import Promises
from tests.chaos.recording import lived_on
from tests.chaos.site import Site, Way, site
from tests.chaos.tracing import STRACE, failing
from tests.chaos.trial import BOTH, Figures, NotHere, trial
from tests.chats import until
from tests.program import THE_PROGRAM

NOTICED = 10.0
"""Seconds until health turns bad."""
LEAVES = 5.0
"""Seconds within which a program leaves whose disk failed."""
SYNCS = 30
"""The sync that fails: a few dozen after the start."""


@trial("a sync fails", *BOTH, seconds=25)
async def sync_fails(folder: Path, way: Way) -> Figures:
    """The process leaves; nothing that the failed sync was to keep was acknowledged; the next process
    has everything that was, once."""
    if STRACE is None:
        raise NotHere("a failing sync needs strace")
    trace = folder / "trace.txt"
    module = recorded(trace, *THE_PROGRAM, fault=f"fdatasync:error=EIO:when={SYNCS}+")
    async with site(folder / "run", way, module=module, started=False) as at:
        disk = Disk(at.program.database.parent, at.program.database.name)
        await at.program.start()
        working = asyncio.create_task(at.work(5))
        code = await at.program.ended(within=30)
        at.program.module = THE_PROGRAM
        await at.program.start()
        await working
        made = frozenset(int(key) for one in at.people for key in one.chat.acknowledged)
        bill = await at.account()
    assert code == STALLED, f"left with {code}"
    verdict = Judge(trace, disk, Promises(made), torn=0).judged()
    assert not verdict.failed, verdict.faults[:3]
    lasted = lived_on(trace)
    assert lasted <= LEAVES, f"it lived on for {lasted:.1f} s"
    return {
        "left after": f"{lasted:.1f} s",
        "promises": verdict.promises,
        **bill.paid(doubled=len(at.people)),
    }


@trial("a write fails", *BOTH, seconds=20)
async def write_fails(folder: Path, way: Way) -> Figures:
    """A write that does not reach the disk: as a failed sync, the process leaves and the next goes on."""
    async with site(folder, way, supervised=True) as at:
        working = asyncio.create_task(at.work(8))
        await asyncio.sleep(1)
        async with failing(at.program, "pwrite64:error=EIO:when=7", only=log_of(at)):
            await until(lambda: bool(at.exits), 30)
        await working
        bill = await at.account()
    assert at.exits == [STALLED], at.exits
    return bill.paid(doubled=len(at.people))


@trial("writes find no room", *BOTH, seconds=25)
async def no_room(folder: Path, way: Way) -> Figures:
    """Every fifth write of the log is refused for a while: the same process goes on and forgets nobody."""
    async with site(folder, way) as at:
        working = asyncio.create_task(at.work(10))
        await asyncio.sleep(1)
        async with failing(at.program, "pwrite64:error=ENOSPC:when=5+5", only=log_of(at)):
            await asyncio.sleep(6)
        free = time.monotonic()
        await working
        good = await at.health.good_again(free)
        bill = await at.account()
    return {"good after": f"{good:.1f} s", **bill.paid()}


@trial("slow disk", *BOTH, seconds=30)
async def slow_disk(folder: Path, way: Way) -> Figures:
    """Half a second a sync: people wait longer, and that is all."""
    async with site(folder, way, people=8) as at:
        await at.work(4)
        before = at.waits(since=0)
        began = time.monotonic()
        async with failing(at.program, "fdatasync:delay_enter=500000"):
            await at.work(10)
        slow = at.waits(since=began)
        bill = await at.account()
    assert {said for moment, said in at.health.changes if moment > began} <= {"gone"}, at.health.changes
    return {"p99": f"{before:.1f} s", "p99 slow": f"{slow:.1f} s", **bill.paid()}


@trial("locked by another process", *BOTH, seconds=40)
async def locked(folder: Path, way: Way) -> Figures:
    """For eight seconds somebody else has the database: the operator hears who, nothing is lost, and answers
    go on within five seconds."""
    return await _locked_for(8, folder, way)


@trial("locked by another process for long", *BOTH, seconds=160)
async def locked_for_long(folder: Path, way: Way) -> Figures:
    """The same for two minutes."""
    return await _locked_for(120, folder, way)


async def _locked_for(seconds: float, folder: Path, way: Way) -> Figures:
    async with site(folder, way) as at:
        working = asyncio.create_task(at.work(3 + seconds, patience=60 + seconds))
        await asyncio.sleep(2)
        with closing(sqlite3.connect(at.program.database, isolation_level=None)) as other:
            other.execute("begin immediate")
            held = time.monotonic()
            await asyncio.sleep(seconds)
            other.execute("rollback")
        free = time.monotonic()
        await working
        good = await at.health.good_again(free)
        bill = await at.account()
    first = min(moment + wait for one in at.people for moment, wait in one.waits if moment + wait > free)
    assert first - free <= 5, f"the first answer came after {first - free:.1f} s"
    bad = at.health.since(held, "bad")
    assert bad <= NOTICED, f"health turned bad after {bad:.1f} s"
    assert "locked by another process" in at.program.errors
    times = {"bad after": bad, "good after": good, "answers after": first - free}
    return {**{name: f"{value:.1f} s" for name, value in times.items()}, **bill.paid()}


@trial("forgotten reader", seconds=30)
async def forgotten_reader(folder: Path, way: Way) -> Figures:
    """Somebody reads and never ends: the log grows, the operator hears who is to blame; afterwards it is
    short again. (The size that counts as grown is made small for this.)"""
    async with site(folder, way, module=SHORT_LOG) as at:
        with closing(sqlite3.connect(at.program.database, isolation_level=None)) as other:
            other.execute("begin")
            other.execute("select count(*) from inbox").fetchall()
            began = time.monotonic()
            await at.work(12)
            grown = log_of(at).stat().st_size
            other.execute("rollback")
        free = time.monotonic()
        await at.work(6)
        left = log_of(at).stat().st_size
        good = await at.health.good_again(free)
        bill = await at.account()
        at.health.since(began, "bad")
    assert "another process keeps an old state open" in at.program.errors
    assert left < grown, f"the log has {left} bytes, after {grown}"
    return {
        "grown to": f"{grown >> 10} KiB",
        "left": f"{left >> 10} KiB",
        "good after": f"{good:.1f} s",
        **bill.paid(),
    }


def log_of(at: Site) -> Path:
    """The write-ahead log of a site's database."""
    return at.program.database.with_name(at.program.database.name + "-wal")
