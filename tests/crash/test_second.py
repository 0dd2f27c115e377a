"""A second process: on the same data folder, on the same token, on the same port. The first goes on."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.channels.telegram.polling import NEW_FOR
from bot.life import CANNOT_LISTEN, POLLED_ELSEWHERE
from tests.chats import TelegramChat
from tests.chats.script import JOIN
from tests.fakes.telegram import TelegramFake
from tests.program import Program, on_telegram, running, seeded

pytestmark = pytest.mark.process


async def test_a_second_process_leaves_and_the_first_goes_on(tmp_path: Path) -> None:
    """On the same folder or port at once, with the number of the first or the port; on the same token
    within 15 s. Each says why in one line."""
    async with TelegramFake() as fake:
        first, _ = await seeded(tmp_path / "first", **on_telegram(fake.url))
        async with running(first):
            came = time.monotonic()
            chat = TelegramChat(fake, 501)
            await JOIN[0].play(chat)

            same_folder = Program(tmp_path / "first", port=0, **on_telegram(fake.url))
            await same_folder.launch()
            assert await same_folder.ended() == 1
            assert str(first.pid) in same_folder.errors
            assert "Traceback" not in same_folder.errors
            await JOIN[1].play(chat)

            same_port, _ = await seeded(tmp_path / "port", port=first.port)
            await same_port.launch()
            assert await same_port.ended() == CANNOT_LISTEN
            assert str(first.port) in same_port.errors
            assert "Traceback" not in same_port.errors

            same_token, _ = await seeded(tmp_path / "other", **on_telegram(fake.url))
            await asyncio.sleep(max(0.0, came + NEW_FOR - time.monotonic()))
            await same_token.start()
            assert await same_token.ended(within=15) == POLLED_ELSEWHERE
            told = same_token.errors.splitlines()[-1]
            assert "another process fetches the updates of Telegram account 7000001" in told
            assert "Traceback" not in same_token.errors

            for step in JOIN[2:]:
                await step.play(chat)
            assert first.running
