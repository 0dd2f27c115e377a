"""A sender that is stopped while it writes down what has left remembers it, and sends it to nobody again."""

import asyncio
from typing import TypeVar

import pytest

from storage import outbox
from storage.database import StorageError, Work
from tests.states import states
from tests.storage.made import message
from tests.world import World

T = TypeVar("T")


async def test_what_has_left_is_known_after_a_stop(quick: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server hangs while that is written, the lease runs out, the next write is refused; when the
    server is back, the same process goes on."""
    now = quick.clock.now()
    owed = message("1", payload='{"text":"hello"}', due_at=now, retry_at=now, created_at=now)
    await quick.write(outbox.added(owed))
    hanging, write, writes = asyncio.Event(), quick.database.write, 0

    async def away(work: Work[T]) -> T:
        nonlocal writes
        writes += 1
        if writes == 1:
            hanging.set()
            await asyncio.Event().wait()
        if writes == 2:
            raise StorageError("the server is away")
        return await write(work)

    monkeypatch.setattr(quick.database, "write", away)
    running = asyncio.create_task(quick.outbox.run())
    await hanging.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert await states(quick.database, "outbox") == {"due": 1}
    await quick.outbox.settle()
    assert len(quick.channel.sent) == 1
    assert await states(quick.database, "outbox") == {"sent": 1}
