"""Thousands of bots with webhooks in one running program, and what a message costs when Zalo misbehaves:
``python -m benchmarks.zalo.crowd --write``.

The real program as its own process, over loopback HTTP, on SQLite (FULL). It is given the bots' tokens and
asks Zalo about each, sets each webhook, and is started again; then every bot brings one message.
"""

import argparse
import asyncio
import os
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.zalo import faults
from benchmarks.zalo.faults import Cost
from benchmarks.zalo.held import Held, held
from bot import sample
from bot.tokens import Tokens
from tests.chats import until
from tests.fakes.zalo import DEFAULT_TOKEN, ZaloFake
from tests.fakes.zalo.account import Account
from tests.program import Program, on_zalo, running, seeded

RESULTS = Path(__file__).parent.parent / "zalo-crowd.md"
AT_ONCE = 50
"""Messages on their way at once."""
IDLE = 65.0
"""Seconds to look at a program that has nothing to do: once in them it reads all bots anew."""
PEOPLE, SAYINGS = 40, 10
"""In the crowd of the faults: people, and what each says."""
PATIENCE, HEARS = 1800.0, 120.0
"""Seconds for all webhooks to be set; for one answer, after which it counts as lost."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Of many bots: ``hooked`` seconds until all had their webhook, ``idle`` the share of a core without
    work; what was held without them, with them, and after each brought a message; the seconds to each
    answer and the CPU ``spent`` on them; mean bytes of what came in and went out."""

    bots: int
    hooked: float
    idle: float
    alone: Held
    before: Held
    after: Held
    waits: list[float]
    spent: float
    bytes_in: float
    bytes_out: float


def tokens(bots: int) -> list[str]:
    """The tokens of the bots."""
    return [f"{2 * 10**18 + number}:bench-{number:05d}-0123456789abcdef" for number in range(bots)]


def connect(program: Program, bots: int) -> None:
    """Leave the tokens of the bots in the stopped program's database, as pasted and not yet asked about."""
    seal, now = Tokens(program.settings["SECRET_KEY"]), time.time_ns() // 1000
    rows = [
        (sample.TENANT, f"bot-{number}", one.partition(":")[0], sample.UNIT, seal.closed(one), now)
        for number, one in enumerate(tokens(bots))
    ]
    with closing(sqlite3.connect(program.database)) as file, file:
        file.executemany(
            "insert into bot_accounts"
            " (tenant, id, channel, account, unit_code, sealed_token, state, created_at)"
            " values (?, ?, 'zalo', ?, ?, ?, 'asked', ?)",
            rows,
        )


async def many(folder: Path, bots: int, idle: float) -> Crowd:
    """The program without bots of teams; being told of ``bots``; started with them; each used once."""
    async with ZaloFake(DEFAULT_TOKEN, *tokens(bots)) as fake:
        program, _ = await seeded(folder, **on_zalo(fake.url))
        accounts = [fake.bot(one) for one in tokens(bots)]
        for account in (fake.account, *accounts):
            account.proxy = program.url
        async with running(program):
            alone = held(program)
        connect(program, bots)
        began = time.monotonic()
        async with running(program):
            await until(lambda: all(one.webhook for one in accounts), PATIENCE, every=0.2)
            hooked = time.monotonic() - began
            await program.stop()
        async with running(program):
            before, began = held(program), time.monotonic()
            await asyncio.sleep(idle)
            rested, passed = held(program), time.monotonic() - began
            waits = await _asked(accounts)
            after = held(program)
        return Crowd(
            bots, hooked, (rested.cpu - before.cpu) / passed, alone, before, after, waits,
            after.cpu - rested.cpu,
            statistics.mean(_sizes_in(accounts)), statistics.mean(_sizes_out(accounts)),
        )  # fmt: skip


async def _asked(accounts: list[Account]) -> list[float]:
    """Somebody writes to each bot; the seconds until each answer."""
    gate, waits = asyncio.Semaphore(AT_ONCE), list[float]()

    async def asks(number: int, account: Account) -> None:
        async with gate:
            person, began = account.person(f"person-{number}"), time.monotonic()
            person.says(("menu", "quên mật khẩu vneid", "alo")[number % 3])
            with suppress(AssertionError):
                await person.hears(HEARS)
                waits.append(time.monotonic() - began)

    await asyncio.gather(*(asks(number, one) for number, one in enumerate(accounts)))
    return sorted(waits)


def _sizes_in(accounts: list[Account]) -> Iterator[int]:
    return (one.size for account in accounts for one in account.ledger.deliveries)


def _sizes_out(accounts: list[Account]) -> Iterator[int]:
    return (one.size for account in accounts for one in account.ledger.of("sendMessage"))


async def simulate(bots: int, people: int, sayings: int, idle: float = IDLE) -> tuple[Crowd, Cost]:
    """All of it."""
    with tempfile.TemporaryDirectory() as folder:
        crowd = await many(Path(folder) / "many", bots, idle)
        cost = await faults.played(Path(folder) / "faults", people, sayings)
    return crowd, cost


def told(crowd: Crowd, cost: Cost) -> str:
    """The results as Markdown."""
    machine = (
        f"Machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, shared with other work (load {os.getloadavg()[2]:.0f}): what "
        "the processor did is the steadier measure, waits by the wall are far above those of a machine of "
        "its own."
    )
    faulty = (
        f"{TWICE_SAID} The reports carry two numbers that nobody else reports together, so each record "
        "and each answer is known by them. An answer comes twice only when its delivery is lost after the "
        "message has arrived: nobody can know, and an answer that stays away is worse."
    )
    return "\n".join(
        [
            f"# {crowd.bots:,} Zalo bots in one process, and what a message costs",
            "",
            "The real program as its own process on loopback HTTP and SQLite (FULL). "
            "Command: `python -m benchmarks.zalo.crowd --write`.",
            "",
            machine,
            "",
            *_table(_of(crowd)),
            "",
            "## A crowd while Zalo misbehaves",
            "",
            faulty,
            "",
            *_table(faults.rows(cost)),
            "",
        ]
    )


TWICE_SAID = (
    f"{PEOPLE} people report {SAYINGS} times each. One update in {1 / faults.TWICE:.0f} comes twice, each "
    f"comes up to {faults.LATE:.0f} seconds late, so in any order; {faults.FAILING:.0%} of the calls fail (a "
    "proxy's page, a reset, no JSON, an answer that breaks off after the message has arrived)."
)


def _of(crowd: Crowd) -> list[tuple[str, str]]:
    alone, before, after, waits = crowd.alone, crowd.before, crowd.after, crowd.waits
    each, used = (1024 * (one.memory - alone.memory) / crowd.bots for one in (before, after))
    half, most = 1000 * waits[len(waits) // 2], 1000 * waits[int(len(waits) * 0.99)]
    return [
        ("From the tokens to the last webhook set", f"{crowd.hooked:.0f} s"),
        ("Start to good health without them", f"{alone.start:.1f} s, {alone.cpu:.1f} s of CPU"),
        ("Start to good health with them", f"{before.start:.1f} s, {before.cpu:.1f} s of CPU"),
        ("Memory without them", f"{alone.memory:.0f} MiB"),
        ("Memory with them", f"{before.memory:.0f} MiB ({each:.1f} KiB a bot)"),
        ("Memory after each has brought a message", f"{after.memory:.0f} MiB ({used:.1f} KiB a bot)"),
        ("CPU with nothing to do", f"{crowd.idle:.1%} of a core"),
        (
            f"One message to each, {AT_ONCE} at once: answered, lost",
            f"{len(waits):,}, {crowd.bots - len(waits)}",
        ),
        ("Wait for the answer p50 / p99 / longest", f"{half:.0f} / {most:.0f} / {1000 * waits[-1]:.0f} ms"),
        ("CPU of the program for a message and its answer", f"{1000 * crowd.spent / len(waits):.1f} ms"),
        ("Bytes of a webhook call, of a sendMessage", f"{crowd.bytes_in:.0f}, {crowd.bytes_out:.0f}"),
    ]  # fmt: skip


def _table(rows: list[tuple[str, str]]) -> list[str]:
    return ["| What | Result |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bots", type=int, default=5_000)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    result = told(*asyncio.run(simulate(given.bots, PEOPLE, SAYINGS)))
    print(result)
    if given.write:
        RESULTS.write_text(result, encoding="utf-8")


if __name__ == "__main__":
    main()
