"""A crowd while Zalo misbehaves: updates come twice, late and in any order, one call in ten fails.

Everybody reports two numbers that nobody else reports together, so each record and each answer is known by
them: what was lost or doubled is seen, and not only how many there were.
"""

import asyncio
import json
import random
import re
import statistics
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

from benchmarks.zalo.held import held
from benchmarks.zalo.team import members, volunteers
from storage.database import database
from storage.effects import carry_out
from tests.chats import until
from tests.fakes.rules import Fault, Rule
from tests.fakes.zalo import ZaloFake
from tests.fakes.zalo.account import Account
from tests.program import Program, on_zalo, running, seeded

TWICE, LATE = 0.2, 2.0
"""The share of updates that come twice; the most seconds one comes late."""
FAULTS = (Fault.HTML, Fault.RESET, Fault.GARBAGE, Fault.CUT)
FAILING = 0.1
"""The share of calls that fail: a proxy's page, a reset, no JSON, an answer lost after its message came."""
GAP = 0.1
"""Seconds between two messages of the crowd."""
QUIET = 45.0
"""Seconds without a message after which none is on its way: one of unknown fate waits for thirty."""
LARGEST = 20
"""What one person plausibly helps with: a larger number is asked about first."""
_NAMES = ("VNeID", "Dịch vụ công")
Numbers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """What came of it. ``answers`` are the messages that showed each pair, ``records`` the reports kept of
    each; ``calls`` what the bot tried to send, ``came`` what its webhook was handed; ``cpu`` are seconds."""

    said: int
    came: int
    calls: int
    failed: int
    answers: Counter[Numbers]
    records: Counter[Numbers]
    bytes_in: float
    bytes_out: float
    cpu: float


async def played(folder: Path, people: int, sayings: int) -> Cost:
    """``people`` report ``sayings`` times each through the real program."""
    async with ZaloFake(scale=0.1) as fake:
        account = fake.account
        account.plan.month, account.plan.people = 10**6, 10**6
        account.manner.twice, account.manner.late = TWICE, LATE
        program, _ = await seeded(folder, **on_zalo(fake.url))
        await _settle(program, account, people)
        async with running(program):
            await until(lambda: account.webhook is not None, 60)
            before = held(program).cpu
            for fault in FAULTS:
                chance = 1 - (1 - FAILING) ** (1 / len(FAULTS))
                account.rules.add(Rule(fault, "sendMessage", times=None, chance=chance, code=403))
            await _say(account, people, sayings)
            cpu = await _quiet(account, program) - before
        return _counted(account, await _records(program), people, sayings, cpu)


async def _settle(program: Program, account: Account, people: int) -> None:
    """Let the crowd be members of the sample team already."""
    store = database(program.settings["DATABASE_URL"])
    await store.start()
    try:
        name = account.token.partition(":")[0]
        founded = [*members(people, name, datetime.now(UTC) - timedelta(days=1))]
        await store.write(lambda tx: carry_out(tx, founded))
    finally:
        await store.close()
    account.proxy = program.url


async def _say(account: Account, people: int, sayings: int) -> None:
    chance, pairs = random.Random(1), product(range(1, LARGEST + 1), repeat=2)
    for _ in range(sayings):
        for who in chance.sample(volunteers(people), people):
            vneid, services = next(pairs)
            account.person(who).says(f"{vneid} vneid {services} dvc")
            await asyncio.sleep(GAP)


async def _quiet(account: Account, program: Program) -> float:
    """Wait until nothing more comes; the program's CPU seconds when the last came."""
    last, since, cpu = -1, time.monotonic(), 0.0
    while time.monotonic() - since < QUIET:
        calls = len(account.ledger.calls)
        if calls != last:
            last, since, cpu = calls, time.monotonic(), held(program).cpu
        await asyncio.sleep(0.5)
    return cpu


async def _records(program: Program) -> Counter[Numbers]:
    rows = await program.rows("select lines from help_reports order by id")
    found = [json.loads(row["lines"]) for row in rows]
    return Counter((lines["vneid"], lines["online_service"]) for lines in found)


def _counted(account: Account, records: Counter[Numbers], people: int, sayings: int, cpu: float) -> Cost:
    shown = [message.text for who in volunteers(people) for message in account.shown(who)]
    pairs = [pair for text in shown if len(pair := _read(text)) == len(_NAMES)]
    tried = account.ledger.of("sendMessage")
    return Cost(
        said=people * sayings,
        came=len(account.ledger.deliveries),
        calls=len(tried),
        failed=sum(call.code != 200 for call in tried),
        answers=Counter(pairs),
        records=records,
        bytes_in=statistics.mean(one.size for one in account.ledger.deliveries),
        bytes_out=statistics.mean(one.size for one in tried),
        cpu=cpu,
    )


def _read(text: str) -> Numbers:
    """The numbers an answer repeats, in whatever order it names them."""
    return tuple(int(found[1]) for name in _NAMES if (found := re.search(rf"{name} (\d+)", text)))


def rows(cost: Cost) -> list[tuple[str, str]]:
    """The results, named."""
    return [
        ("Messages said, handed to the webhook", f"{cost.said:,}, {cost.came:,}"),
        ("Calls to send, of them failed", f"{cost.calls:,}, {cost.failed:,}"),
        ("Reports kept once, doubled, lost", _three(cost.records, cost.said)),
        ("Answers that came once, came twice, were lost", _three(cost.answers, cost.said)),
        ("Bytes of a webhook call, of a sendMessage", f"{cost.bytes_in:.0f}, {cost.bytes_out:.0f}"),
        ("CPU of the program for a message and its answer", f"{1000 * cost.cpu / cost.said:.1f} ms"),
    ]


def _three(found: Counter[Numbers], said: int) -> str:
    twice = sum(times > 1 for times in found.values())
    return f"{len(found) - twice:,}, {twice}, {said - len(found)}"
