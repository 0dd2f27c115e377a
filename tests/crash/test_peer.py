"""One kill on a bot as its library documents it, and on ours: there people are lost, here none."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.chats import until
from tests.fakes.telegram import TelegramFake
from tests.program import THE_PROGRAM, Program, on_telegram

pytestmark = pytest.mark.process

PLAIN = ("-m", "tests.crash.plain")
PEOPLE = range(501, 561)
KILLED_AFTER = 10
"""People who have an answer when the process dies."""


async def _unanswered(folder: Path, module: Sequence[str]) -> int:
    """Everybody writes once; the process is killed among the first answers and started again."""
    async with TelegramFake() as fake:
        for one in PEOPLE:
            fake.person(one).says("xin chào")
        folder.mkdir()
        program = Program(folder, module=module).given(**on_telegram(fake.url))
        await program.launch()
        await until(lambda: len(_answered(fake)) >= KILLED_AFTER, within=60)
        await program.kill()
        polls = len(fake.ledger.of("getUpdates"))
        await program.launch()
        await until(lambda: len(fake.ledger.of("getUpdates")) > polls, within=60)
        await _settled(fake)
        await program.kill()
        return len(PEOPLE) - len(_answered(fake))


def _answered(fake: TelegramFake) -> set[int | None]:
    return {call.chat for call in fake.ledger.sent()}


async def _settled(fake: TelegramFake) -> None:
    """Until nobody waits, or three seconds pass in which nobody is answered."""
    before = -1
    while before < len(_answered(fake)) < len(PEOPLE):
        before = len(_answered(fake))
        await asyncio.sleep(3)


async def test_a_kill_loses_people_there_and_none_here(tmp_path: Path) -> None:
    assert await _unanswered(tmp_path / "plain", PLAIN) > 0
    assert await _unanswered(tmp_path / "ours", THE_PROGRAM) == 0
