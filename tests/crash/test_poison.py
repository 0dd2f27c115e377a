"""An update that always breaks the program: five tries, an apology, nobody else notices; once the
program is repaired it is replayed."""

from datetime import datetime
from pathlib import Path

import pytest

from locales import words
from locales.formats import HANOI
from tests.chats import TelegramChat, until
from tests.crash.faulty import BREAKS, faulty
from tests.fakes.telegram import TelegramFake
from tests.program import THE_PROGRAM, on_telegram, running, seeded

pytestmark = pytest.mark.process

VI = words("vi")
FAST = 60.0
"""The pauses between the tries are 156 seconds in all; this clock makes them three."""
MORNING = datetime(2026, 11, 23, 8, tzinfo=HANOI)
LATER = datetime(2026, 11, 23, 8, 5, tzinfo=HANOI)
PROMPT = 3.0
"""Seconds within which others are answered; the chat's own pause between messages is one of them."""


async def test_a_poisoned_update_stops_nobody(tmp_path: Path) -> None:
    """Also across a kill in the middle of the tries; the apology comes once."""
    async with TelegramFake() as fake:
        program, _ = await seeded(tmp_path / "run", module=faulty(MORNING, FAST), **on_telegram(fake.url))
        unlucky, other = TelegramChat(fake, 501), TelegramChat(fake, 502)
        async with running(program):
            await unlucky.says(BREAKS)
            await unlucky.says("menu")
            await _answered_promptly(other)
        program = program.given(module=faulty(LATER, FAST))
        async with running(program):
            while len(unlucky.new) < 3 and other.done < 30:
                await _answered_promptly(other)
            code, listed = await program.command("dead", "list")
            assert code == 0
            assert "RuntimeError" in listed
            assert (await program.stop())[0] == 0
        assert "trợ lý tự động" in unlucky.new[-1]
        assert [_itself(text) for text in unlucky.new[:2]] == [VI("slow"), VI("set-aside")]
        assert len(unlucky.new) == 3
        dead = await program.rows("select id, attempts from inbox where state = 'dead'")
        assert [row["attempts"] for row in dead] == [5]
        assert BREAKS not in program.errors

        repaired = program.given(module=THE_PROGRAM)
        async with running(repaired):
            code, said = await repaired.command("dead", "replay", dead[0]["id"])
            assert code == 0, said
            await until(lambda: len(unlucky.new) == 4, 10)
            assert VI("set-aside") not in unlucky.new[3]
            assert (await repaired.stop())[0] == 0
        states = await program.rows("select state, count(*) as n from inbox group by state")
        assert [row["state"] for row in states] == ["done"]


def _itself(text: str) -> str:
    """A message without the word that it had to wait: on this clock a kill is an outage of minutes."""
    return text.splitlines()[-1]


async def _answered_promptly(chat: TelegramChat) -> None:
    await chat.says("menu")
    await until(lambda: len(chat.new) == chat.done, PROMPT)
