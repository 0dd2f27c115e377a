"""As many messages on their way as may be: when they land together, the next ones leave at once."""

import asyncio

import pytest

from bot.channel import Sent
from bot.workers import outbox as worker
from handlers.messages import Outbound
from storage import outbox
from tests.chats import until
from tests.storage.made import message
from tests.world import World


async def test_what_lands_together_makes_room_at_once(quick: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks by themselves in this test, so whoever forgets to look waits for ever."""
    monkeypatch.setattr(worker, "LOOK", 3600.0)
    sent: list[str] = []

    async def slowly(chat: str, told: Outbound) -> Sent:
        await asyncio.sleep(0.05)
        sent.append(chat)
        return Sent("m1")

    monkeypatch.setattr(quick.channel, "send", slowly)
    now, count = quick.clock.now(), 4 * worker.IN_FLIGHT
    times = {"due_at": now, "retry_at": now, "created_at": now}
    owed = [message(str(n), f"chat{n}", payload='{"text":"hello"}', **times) for n in range(count)]
    await quick.write(*(outbox.added(one) for one in owed))
    sending = asyncio.create_task(quick.outbox.run())
    await until(lambda: len(sent) == count, 20)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
