"""``kill -9`` at any moment of a join, a check-in and a report form, on every way into the program.

The person goes on at the same question; afterwards nothing is lost, no record is there twice, at most
one message came twice a kill, and all came in order. ``python -m tests.crash.test_kill --kills 200``
kills as often as it is told and prints the tolls; with ``--results`` a run that was cut short goes on.
"""

import argparse
import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import fields
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from tests import postgresql
from tests.chats import Chat, Silence, TelegramChat
from tests.chats.script import STORY, Step
from tests.chats.web import browser
from tests.crash.blows import STRACE, Blow, When, schedule, strike
from tests.crash.ledger import Ledger
from tests.crash.toll import Toll, doubled, settle
from tests.fakes.telegram import TelegramFake
from tests.postgresql import Server
from tests.program import THE_PROGRAM, Program, on_telegram, running, seeded

WAYS = ("polling", "webhook", "web")
HASTY = ("-m", "tests.crash.hasty")
KILLS = 7
"""Kills of one way in the ordinary run: every second step."""
SPEED = 0.02
"""How much faster than Telegram the fake repeats what a webhook did not take."""

pytestmark = pytest.mark.process


@asynccontextmanager
async def people(
    way: str, folder: Path, module: Sequence[str], **settings: str
) -> AsyncIterator[tuple[Program, Chat]]:
    """A running program with the sample team, and a newcomer on one way into it."""
    if way == "web":
        program, _ = await seeded(folder, module=module, **settings)
        await welcoming(program)
        async with running(program), browser(program.url) as chat:
            yield program, chat
        return
    async with TelegramFake(scale=SPEED) as fake:
        settings |= on_telegram(fake.url, hooked=way == "webhook")
        program, _ = await seeded(folder, module=module, **settings)
        await welcoming(program)
        fake.account.proxy = program.url
        async with running(program):
            yield program, TelegramChat(fake, 501)


WELCOME = {
    "sqlite": (
        "create trigger welcoming after insert on memberships begin"
        " update memberships set pending = 0 where tenant = new.tenant and id = new.id; end",
    ),
    "postgresql": (
        "create function welcome() returns trigger language plpgsql as"
        " $$ begin new.pending := 0; return new; end $$",
        "create trigger welcoming before insert on memberships for each row execute function welcome()",
    ),
}


async def welcoming(program: Program) -> None:
    """A leader who accepts every newcomer at once, so that their reports count."""
    engine = program.settings["DATABASE_URL"].partition("+")[0]
    for statement in WELCOME[engine]:
        await program.rows(statement)


async def play(program: Program, chat: Chat, blows: Sequence[Blow | None], patience: float = 40.0) -> Toll:
    """Play the story, a blow at each step that has one; what it cost."""
    toll = Toll()
    for step, blow in zip(STORY, blows, strict=True):
        before = doubled(chat)
        if blow is None:
            await step.do(chat)
        else:
            toll.kills += 1
            await strike(program, chat, lambda step=step: step.do(chat), blow)  # type: ignore[misc]
        await _see(toll, chat, step, patience)
        toll.at_once = max(toll.at_once, doubled(chat) - before)
    toll.doubled_messages = doubled(chat)
    await settle(toll, program, chat, STORY)
    return toll


async def _see(toll: Toll, chat: Chat, step: Step, patience: float) -> None:
    """See the answer; where it does not come, do what a person does: once more."""
    try:
        await chat.sees(step.shows, patience)
    except Silence as silence:
        toll.lost += 1
        toll.faults.append(str(silence))
        await step.play(chat)


def every_second(blows: Sequence[Blow], start: int) -> list[Blow | None]:
    """``blows`` on every second step of the story, from step ``start``."""
    left = iter(blows)
    return [next(left, None) if at % 2 == start else None for at in range(len(STORY))]


async def test_a_killed_program_goes_on_where_it_was(tmp_path: Path) -> None:
    """Kills of every kind on every way, at other steps and moments on each."""

    async def one(way: str) -> None:
        blows = schedule(random.Random(way))
        chosen = [next(blows) for _ in range(KILLS)]
        async with people(way, tmp_path / way, THE_PROGRAM) as (program, chat):
            toll = await play(program, chat, every_second(chosen, WAYS.index(way) % 2))
        assert toll.kills == KILLS
        assert toll.paid, f"{way}: {toll}\n{chosen}\n{program.errors[-3000:]}"

    # The three wait for their chats' pauses at the same time.
    await asyncio.gather(*map(one, WAYS))


async def test_a_program_that_acknowledges_too_early_is_caught(tmp_path: Path) -> None:
    """The judge is judged: with the commit after the acknowledgement, a kill between them shows
    to the person and in the count."""

    async def one(way: str) -> None:
        toll, first = Toll(), STORY[0]
        async with people(way, tmp_path / way, HASTY) as (program, chat):
            await strike(program, chat, lambda: first.do(chat), Blow(When.ACKNOWLEDGED))
            await _see(toll, chat, first, patience=3.0)
            await settle(toll, program, chat, STORY[:1])
        assert toll.lost >= 2, f"{way}: {toll}"
        assert not toll.paid

    await asyncio.gather(one("polling"), one("web"))


def test_counted_system_calls_need_strace() -> None:
    """Without strace the kills fall by time alone; this line in the report says so."""
    if STRACE is None:
        pytest.skip("kills at counted system calls need strace (apt-get install strace)")


async def _story(way: str, seed: int, number: int, kills: int, server: Server | None) -> Toll:
    """One story with a kill at each of its first ``kills`` steps, on SQLite or on ``server``."""
    blows = schedule(random.Random(f"{way} {seed} {number}"))
    wanted = [next(blows) if at < kills else None for at in range(len(STORY))]
    settings = {"DATABASE_URL": await asyncio.to_thread(server.fresh)} if server else {}
    with tempfile.TemporaryDirectory() as folder:
        async with people(way, Path(folder) / "run", THE_PROGRAM, **settings) as (program, chat):
            return await play(program, chat, wanted)


async def _tolls(way: str, kills: int, seed: int, server: Server | None, ledger: Ledger) -> Toll:
    """As many stories as it takes, after those that ``ledger`` holds already."""
    sum_of_all, told = ledger.read(way, seed)
    while sum_of_all.kills < kills:
        toll = await _story(way, seed, told, kills - sum_of_all.kills, server)
        ledger.add(way, seed, toll)
        sum_of_all.add(toll)
        told += 1
    return sum_of_all


async def _table(ways: Sequence[str], kills: int, seed: int, server: Server | None, ledger: Ledger) -> bool:
    """Kill on all ways at once and print what it cost; whether it stayed within what is promised."""
    shares = [kills // len(ways) + (at < kills % len(ways)) for at in range(len(ways))]
    tolls = await asyncio.gather(
        *(_tolls(way, share, seed, server, ledger) for way, share in zip(ways, shares, strict=True))
    )
    shown = [one.name for one in fields(Toll) if one.name != "faults"]
    table = Table("way", *(name.replace("_", " ") for name in shown))
    for way, toll in zip(ways, tolls, strict=True):
        table.add_row(way, *(f"{getattr(toll, name):.3g}" for name in shown))
    console = Console(width=120)
    console.print(table)
    for way, toll in zip(ways, tolls, strict=True):
        for fault in toll.faults:
            console.print(f"{way}: {fault}", markup=False)
    return all(toll.paid for toll in tolls)


def main() -> None:
    """Read the command line, kill, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.test_kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own")
    parser.add_argument("--results", type=Path, help="keep every story's toll here, and go on after those")
    given = parser.parse_args()
    ledger = Ledger(given.results)
    with postgresql.running() if given.postgresql else nullcontext() as server:
        paid = asyncio.run(_table(given.ways, given.kills, given.seed, server, ledger))
    if not paid:
        raise SystemExit("more was lost or doubled than is promised")


if __name__ == "__main__":
    main()
