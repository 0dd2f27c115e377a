"""SIGTERM under load loses and doubles nothing and ends within ten seconds; what fell due meanwhile is
done once after the next start, and marked late."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from locales import words
from locales.formats import HANOI
from tests.chats import Chat, TelegramChat, until
from tests.chats.web import browser
from tests.fakes.telegram import Fault, TelegramFake
from tests.moved_clock import at
from tests.program import acquaint, on_telegram, running, seeded

pytestmark = pytest.mark.process

LONGEST = 10.0
SAYS = 3
"""Messages of each person; each gets exactly one answer."""
VI = words("vi")


async def talk(people: Sequence[Chat], chance: random.Random) -> None:
    """Everybody says something a few times, within two seconds, without waiting for answers."""

    async def one(chat: Chat) -> None:
        for _ in range(SAYS):
            await asyncio.sleep(chance.uniform(0, 0.6))
            await chat.says("menu")

    await asyncio.gather(*map(one, people))


async def answered(people: Sequence[Chat], within: float = 60.0) -> None:
    """Wait until everybody has as many answers as they said things."""
    await until(lambda: all(len(chat.new) >= chat.done == SAYS for chat in people), within)


@pytest.mark.parametrize("hooked", [False, True], ids=["polling", "webhook"])
async def test_a_stop_under_load_loses_and_doubles_nothing(hooked: bool, tmp_path: Path) -> None:
    """Twenty on Telegram and five in browsers talk while the program is stopped and started again."""
    async with TelegramFake(scale=0.02) as fake, AsyncExitStack() as pages:
        program, _ = await seeded(tmp_path / "run", **on_telegram(fake.url))
        if hooked:
            program = program.given(**on_telegram(fake.url, hooked=True))
            fake.account.proxy = program.url
        async with running(program):
            people: list[Chat] = [TelegramChat(fake, 500 + number) for number in range(20)]
            if not hooked:  # behind TLS the page's cookie is not for plain loopback
                people += [await pages.enter_async_context(browser(program.url)) for _ in range(5)]
            talking = asyncio.create_task(talk(people, random.Random(hooked)))
            await asyncio.sleep(0.8)
            code, seconds = await program.stop()
            await program.start()
            await talking
            await answered(people)
            second_code, _ = await program.stop()
        assert (code, second_code) == (0, 0), program.errors[-3000:]
        assert seconds <= LONGEST
        assert [len(chat.new) for chat in people] == [SAYS] * len(people)
        rows = await program.rows("select state, count(*) as n from inbox group by state")
        assert {row["state"]: row["n"] for row in rows} == {"done": SAYS * len(people)}
        kept = {row["update_key"] for row in await program.rows("select update_key from inbox")}
        assert all(chat.acknowledged <= kept for chat in people)
        assert "Traceback" not in program.errors


async def test_a_stop_waits_for_no_one_who_hangs(tmp_path: Path) -> None:
    """Telegram takes a message and does not answer, a page hangs on its stream: ten seconds all the same."""
    async with TelegramFake() as fake:
        program, _ = await seeded(tmp_path / "run", **on_telegram(fake.url))
        async with running(program), browser(program.url):
            fake.breaks(Fault.HANG, "sendMessage", seconds=60)
            chat = TelegramChat(fake, 501)
            await chat.says("menu")
            await until(lambda: len(chat.new) == 1, 20)
            code, seconds = await program.stop()
        assert code == 0, program.errors[-3000:]
        assert seconds <= LONGEST


async def test_a_stop_ends_open_pages_at_once(tmp_path: Path) -> None:
    """A page on its stream is told to come back later; nobody waits for it."""
    program, _ = await seeded(tmp_path / "run")
    async with running(program), browser(program.url) as page:
        await page.says("menu")
        await until(lambda: len(page.new) == 1, 20)
        code, seconds = await program.stop()
    assert code == 0
    assert seconds <= 3
    assert "Traceback" not in program.errors


MONDAY = datetime(2026, 11, 23, tzinfo=HANOI)
LEADER = 502


@pytest.mark.parametrize(
    "starts",
    [
        {timedelta(hours=18, minutes=40): True, timedelta(hours=18, minutes=50): False},
        {timedelta(hours=26): False, timedelta(hours=30, minutes=31): True},
    ],
    ids=["in the evening", "after the night"],
)
async def test_a_digest_due_while_down_comes_once(starts: dict[timedelta, bool], tmp_path: Path) -> None:
    """Down over 18h: the digest is sent once and marked late, at the next start (and not at the one after
    it), or in the morning when that start falls into the quiet hours."""
    async with TelegramFake() as fake:
        leader = TelegramChat(fake, LEADER)
        program, _ = await seeded(tmp_path / "run", sown=at(MONDAY), **on_telegram(fake.url))
        await acquaint(program, LEADER, "leader")
        for start, comes in starts.items():
            before = len(leader.new)
            late = program.given(module=at(MONDAY + start))
            async with running(late):
                if comes:
                    await leader.sees("23/11/2026")
                else:
                    await asyncio.sleep(1.5)
                assert (await late.stop())[0] == 0
            digests = [text for text in leader.new[before:] if "23/11/2026" in text]
            assert len(digests) == comes
            assert all(VI("digest-late") in text for text in digests)
