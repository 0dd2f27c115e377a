"""Thousands of bots with webhooks in one running program, and what a message costs when Zalo misbehaves:
``python -m benchmarks.zalo.crowd --write``.

The real program as its own process, over loopback HTTP, on SQLite (FULL): how long it takes to start and how
much memory it holds without bots, with 5,000, and after each has brought a message; then a crowd whose
updates come twice, late and in any order while one call in ten fails: bytes, CPU, doubles and losses.
"""

import argparse
import asyncio
import os
import random
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from hmac import digest
from pathlib import Path

from bot import sample
from bot.tokens import Tokens
from tests.chats import until
from tests.fakes.rules import Fault, Rule
from tests.fakes.zalo import DEFAULT_TOKEN, ZaloFake
from tests.program import PUBLIC_URL, Program, on_zalo, running, seeded

RESULTS = Path(__file__).parent.parent / "zalo-crowd.md"
AT_ONCE = 50
"""Messages on their way at once."""
PEOPLE, SAYINGS = 40, 10
"""In the crowd of the faults: people, and what each says."""


def token(number: int) -> str:
    """The token of a bot."""
    return f"{2 * 10**18 + number}:bench-{number:05d}-0123456789abcdef"


def connect(program: Program, bots: int) -> None:
    """Put ``bots`` connected bots into the stopped program's database, each looked after just now."""
    tokens, now = Tokens(program.settings["SECRET_KEY"]), time.time_ns() // 1000
    rows = []
    for number in range(bots):
        account = token(number).partition(":")[0]
        hook = f"{PUBLIC_URL}/hooks/zalo/{account}"
        link = f"https://zalo.me/{account}"
        sealed = tokens.closed(token(number))
        rows.append((sample.TENANT, f"bot-{number}", account, sealed, link, hook, now, now))
    with closing(sqlite3.connect(program.database)) as file, file:
        file.executemany(
            "insert into bot_accounts (tenant, id, channel, account, unit_code, sealed_token, state, title,"
            " link, hook_url, created_at, checked_at)"
            " values (?, ?, 'zalo', ?, '01', ?, 'live', 'Bot', ?, ?, ?, ?)",
            rows,
        )


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds: seconds to its first good health, memory in MiB, CPU seconds so far."""

    start: float
    memory: float
    cpu: float


def held(program: Program) -> Held:
    """What the running program holds now."""
    status = Path(f"/proc/{program.pid}/status").read_text(encoding="ascii")
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    stat = Path(f"/proc/{program.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    cpu = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
    return Held(program.starts[-1], memory / 1024, cpu)


async def bare(folder: Path) -> Held:
    """The program without a bot of a team."""
    async with ZaloFake() as fake:
        program, _ = await seeded(folder, **on_zalo(fake.url))
        async with running(program):
            return held(program)


async def many(folder: Path, bots: int) -> tuple[Held, Held, list[float]]:
    """The program with ``bots``, before and after each has brought a message; seconds to each answer."""
    async with ZaloFake(DEFAULT_TOKEN, *(token(number) for number in range(bots))) as fake:
        program, _ = await seeded(folder, **on_zalo(fake.url))
        connect(program, bots)
        async with running(program):
            before = held(program)
            for number in range(bots):
                account = fake.bot(token(number))
                account.proxy = program.url
                secret = _secret(program, account.token)
                await account.hook(f"{PUBLIC_URL}/hooks/zalo/{account.token.partition(':')[0]}", secret)
            gate, waits = asyncio.Semaphore(AT_ONCE), list[float]()

            async def asks(number: int) -> None:
                async with gate:
                    person, began = fake.bot(token(number)).person(f"person-{number}"), time.monotonic()
                    person.says("menu")
                    await person.hears(120)
                    waits.append(time.monotonic() - began)

            await asyncio.gather(*(asks(number) for number in range(bots)))
            return before, held(program), waits


def _secret(program: Program, token: str) -> str:
    """The secret the program gave Zalo for this bot, as it derives it."""
    key = sha256(b"hooks:" + program.settings["SECRET_KEY"].encode()).digest()
    return digest(key, f"zalo:{token.partition(':')[0]}".encode(), "sha256").hex()


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a crowd under faults: messages in, answers, doubles, losses; bytes in and out a message, CPU
    milliseconds a message, all told."""

    said: int
    answered: int
    doubled: int
    lost: int
    bytes_in: float
    bytes_out: float
    cpu: float


async def faults(folder: Path) -> Cost:
    """A crowd while Zalo misbehaves."""
    async with ZaloFake(scale=0.1) as fake:
        account = fake.account
        account.plan.month, account.plan.people = 10**6, 10**6
        account.manner.twice, account.manner.late = 0.2, 0.5
        program, _ = await seeded(folder, **on_zalo(fake.url))
        account.proxy = program.url
        async with running(program):
            await until(lambda: account.webhook is not None, 60)
            chance, before = random.Random(1), held(program).cpu
            for fault in (Fault.HTML, Fault.RESET, Fault.GARBAGE, Fault.CUT):
                account.rules.add(Rule(fault, "sendMessage", times=None, chance=0.025, code=403))
            people = [account.person(f"nguoi-{number}") for number in range(PEOPLE)]
            for _ in range(SAYINGS):
                for one in chance.sample(people, PEOPLE):
                    one.says(chance.choice(("menu", "quên mật khẩu vneid", "5 vneid 2 dvc", "alo")))
                    await asyncio.sleep(0.05)
            said = PEOPLE * SAYINGS
            await _quiet(fake)
            cpu = held(program).cpu - before
        ledger = account.ledger
        shown = [len(one.shown()) for one in people]
        return Cost(
            said=said,
            answered=sum(min(count, SAYINGS) for count in shown),
            doubled=sum(max(0, count - SAYINGS) for count in shown),
            lost=len(ledger.lost) + sum(max(0, SAYINGS - count) for count in shown),
            bytes_in=statistics.mean(one.size for one in ledger.deliveries),
            bytes_out=statistics.mean(one.size for one in ledger.of("sendMessage")),
            cpu=cpu * 1000 / (said + sum(shown)),
        )


async def _quiet(fake: ZaloFake) -> None:
    """Until nothing more comes, for as long as a message of unknown fate waits before it goes again."""
    last, since = -1, time.monotonic()
    while time.monotonic() - since < 45:
        sent = len(fake.ledger.sent())
        if sent != last:
            last, since = sent, time.monotonic()
        await asyncio.sleep(0.5)


async def simulate(bots: int) -> str:
    """All of it; the results as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder) / name for name in ("bare", "many", "faults")]
        for part in parts:
            part.mkdir()
        alone, (before, after, waits), cost = (
            await bare(parts[0]), await many(parts[1], bots), await faults(parts[2])
        )  # fmt: skip
    return told(bots, alone, before, after, sorted(waits), cost)


def told(bots: int, alone: Held, before: Held, after: Held, waits: list[float], cost: Cost) -> str:
    """What came of it."""
    each = (before.memory - alone.memory) * 1024 / bots
    used = (after.memory - alone.memory) * 1024 / bots
    half, most = waits[len(waits) // 2] * 1000, waits[int(len(waits) * 0.99)] * 1000
    faulty = f"{cost.said}, {cost.answered}, {cost.doubled}, {cost.lost}"
    rows = [
        ("Start to good health without bots, with them", f"{alone.start:.1f} s, {before.start:.1f} s"),
        ("Memory without bots", f"{alone.memory:.0f} MiB"),
        ("Memory with them", f"{before.memory:.0f} MiB ({each:.1f} KiB a bot)"),
        ("Memory after each has brought a message", f"{after.memory:.0f} MiB ({used:.1f} KiB a bot)"),
        (f"Wait for an answer, {AT_ONCE} at once over all bots, p50 / p99", f"{half:.0f} / {most:.0f} ms"),
        ("Under faults: messages in, answered, doubled, lost", faulty),
        ("Bytes of a webhook call, of a sendMessage", f"{cost.bytes_in:.0f}, {cost.bytes_out:.0f}"),
        ("CPU of the program a message, in and out counted alike", f"{cost.cpu:.1f} ms"),
    ]
    return "\n".join(
        [
            f"# {bots:,} Zalo bots in one process, and what a message costs",
            "",
            "The real program on loopback HTTP and SQLite (FULL). Under faults one update in five comes "
            "twice, all come up to half a second late, and one call in ten fails (a proxy's page, a reset, "
            "no JSON, an answer that breaks off after the message has arrived). "
            "Command: `python -m benchmarks.zalo.crowd --write`.",
            "",
            "| What | Result |",
            "|---|---|",
            *(f"| {name} | {value} |" for name, value in rows),
            "",
        ]
    )


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bots", type=int, default=5_000)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    result = asyncio.run(simulate(given.bots))
    print(result)
    if given.write:
        RESULTS.write_text(result, encoding="utf-8")


if __name__ == "__main__":
    main()
