"""A volunteer's whole day and the leader's evening, played on the real program in a browser, on Telegram
and at the terminal: what is done, and how many messages it takes.

``python -m tests.test_day`` prints the table: new messages + changes in place, for each part of the day.
"""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from locales import words
from locales.formats import HANOI
from tests.chats import Chat, TelegramChat
from tests.chats.script import CHECK_IN, CHECK_OUT, DIFFICULTY, JOIN, LINE, NAME, QUESTION, REPORT, Step, taps
from tests.chats.terminal import terminal
from tests.chats.web import WebChat
from tests.fakes.telegram import TelegramFake
from tests.moved_clock import at
from tests.program import Program, Row, acquaint, on_telegram, running, seeded

pytestmark = pytest.mark.process

VI = words("vi")
DAWN = datetime(2026, 11, 23, 7, tzinfo=HANOI)
MORNING = datetime(2026, 11, 23, 8, tzinfo=HANOI)
EVENING = datetime(2026, 11, 23, 18, 5, tzinfo=HANOI)
VOLUNTEER, LEADER = 501, 502


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, and the most it may take: new messages, changes in place."""

    name: str
    steps: Sequence[Step]
    most_new: int
    most_edits: int = 0


DAY = (
    Part("join", JOIN, 2, 3),
    Part("check in", CHECK_IN, 1),
    Part("report by form", REPORT, 1, 7),
    Part("report by one line", LINE, 1, 1),
    Part("difficulty", DIFFICULTY, 2, 2),
    Part("question", QUESTION, 1),
    Part("check out", CHECK_OUT, 1),
)
DIGEST = Part("digest", (), 1)
ACCEPT = Part(
    "leader accepts the newcomer",
    (
        Step("taps", VI("team-newcomers", count=1), NAME),
        taps("newcomers-accept", "2 báo cáo chờ nay đã tính"),
    ),
    1,  # the newcomer is told
    2,
)
COUNTED = {"vneid": 9, "online_service": 3}
"""What the form and the line report together."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Messages of the bot: new ones, changes in place."""

    new: int
    edits: int

    def __str__(self) -> str:
        return f"{self.new} + {self.edits}" if self.edits else str(self.new)

    def within(self, part: Part) -> bool:
        """Whether it is no more than the part may take; what cannot be changed in place comes anew."""
        return self.new + self.edits <= part.most_new + part.most_edits and self.edits <= part.most_edits


Costs = Mapping[str, Spent]
Enter = Callable[[Program, str], AbstractAsyncContextManager[Chat]]
"""Starts the program and opens the chat of ``volunteer`` (nobody yet) or ``leader`` on it."""


async def costs(program: Program, enter: Enter) -> Costs:
    """Play the day and the evening; what each part took."""
    spent: dict[str, Spent] = {}
    async with enter(program.given(module=at(MORNING)), "volunteer") as chat:
        for part in DAY:
            for step in part.steps:
                await step.play(chat)
    first = await _spoken(program)
    spent |= _shared(DAY, first)
    async with enter(program.given(module=at(EVENING)), "leader") as chat:
        await chat.sees(VI("digest-confirm-newcomers", count=1))
        for step in ACCEPT.steps:
            await step.play(chat)
    rest = (await _spoken(program))[len(first) :]
    return spent | _shared((DIGEST, ACCEPT), rest)


async def _spoken(program: Program) -> list[Row]:
    """What people and the bot said, in the order of its making (taps' answers are no messages)."""
    return await program.rows(
        "select id, '' as channel, 1 as heard, 0 as edits from inbox union all"
        " select id, channel, 0, edits <> '' and channel <> 'console' from outbox"
        " where subline not like 'tap:%' and state in ('sent', 'superseded') order by id"
    )


def _shared(parts: Sequence[Part], spoken: Sequence[Row]) -> dict[str, Spent]:
    """Which part took what: everything after a step and before the next one is the step's."""
    spent = {}
    rest = list(spoken)
    for part in parts:
        heard, taken = 0, []
        while rest and (heard < len(part.steps) or not rest[0]["heard"]):
            heard += rest[0]["heard"]
            taken.append(rest.pop(0))
        edits = sum(row["edits"] for row in taken)
        spent[part.name] = Spent(len(taken) - heard - edits, edits)
    return spent


@asynccontextmanager
async def on_web(folder: Path) -> AsyncIterator[tuple[Program, Enter]]:
    """In two browsers: the volunteer comes as nobody; the leader has come by a link in the morning."""
    program, links = await seeded(folder, sown=at(DAWN))
    async with WebChat(program.url) as volunteer, WebChat(program.url) as leader:

        @asynccontextmanager
        async def enter(moved: Program, who: str) -> AsyncIterator[Chat]:
            async with running(moved):
                if who == "volunteer":
                    await leader.opens(links["leader"])
                    await volunteer.opens()
                yield leader if who == "leader" else volunteer
                await moved.stop()

        yield program, enter


@asynccontextmanager
async def in_telegram(folder: Path) -> AsyncIterator[tuple[Program, Enter]]:
    """On Telegram's fake, where the leader has a chat already."""
    async with TelegramFake() as fake:
        # Telegram dates what people send: a check-in of another day would be closed as forgotten.
        fake.account.later(MORNING.timestamp() - fake.account.now())
        program, _ = await seeded(folder, sown=at(DAWN), **on_telegram(fake.url))
        await acquaint(program, LEADER, "leader")
        people = {"volunteer": TelegramChat(fake, VOLUNTEER), "leader": TelegramChat(fake, LEADER)}

        @asynccontextmanager
        async def enter(moved: Program, who: str) -> AsyncIterator[Chat]:
            async with running(moved):
                yield people[who]
                await moved.stop()

        yield program, enter


@asynccontextmanager
async def at_terminal(folder: Path) -> AsyncIterator[tuple[Program, Enter]]:
    """At the terminal: ``bot chat`` as a stranger, then as the leader."""
    program, _ = await seeded(folder, sown=at(DAWN))

    @asynccontextmanager
    async def enter(moved: Program, who: str) -> AsyncIterator[Chat]:
        async with terminal(moved, "leader" if who == "leader" else "stranger") as chat:
            yield chat
            assert await chat.leaves() == 0

    yield program, enter


WAYS = {"web": on_web, "telegram": in_telegram, "terminal": at_terminal}


@pytest.mark.parametrize("way", WAYS)
async def test_a_day_takes_few_messages(way: str, tmp_path: Path) -> None:
    """Everything is done and counted once, within its number of messages."""
    async with WAYS[way](tmp_path / "run") as (program, enter):
        spent = await costs(program, enter)
        reports = await program.rows("select lines, state from help_reports")
        difficulties = await program.rows("select code from difficulties")
        attendances = await program.rows("select out_at from attendances")
        waiting = await program.rows("select id from memberships where pending = 1")
    over = {
        part.name: spent[part.name] for part in (*DAY, DIGEST, ACCEPT) if not spent[part.name].within(part)
    }
    assert not over
    assert all(one.new for one in spent.values())
    assert {row["state"] for row in reports} == {"counted"}
    sums: dict[str, int] = {}
    for row in reports:
        for item, count in json.loads(row["lines"]).items():
            sums[item] = sums.get(item, 0) + count
    assert sums == COUNTED
    assert [row["code"] for row in difficulties] == ["network"]
    assert [row["out_at"] is None for row in attendances] == [False]
    assert not waiting


async def _table() -> None:
    table = Table("part of the day", *WAYS, "at most")
    found = {}
    for way, stage in WAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            async with stage(Path(folder) / "run") as (program, enter):
                found[way] = await costs(program, enter)
    for part in (*DAY, DIGEST, ACCEPT):
        most = Spent(part.most_new, part.most_edits)
        table.add_row(part.name, *(str(one[part.name]) for one in found.values()), str(most))
    sums = [
        Spent(sum(s.new for s in one.values()), sum(s.edits for s in one.values())) for one in found.values()
    ]
    table.add_row("whole day", *map(str, sums))
    Console(width=100).print(table)


if __name__ == "__main__":
    asyncio.run(_table())
