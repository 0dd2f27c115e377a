"""A worker that is told to stop stops, also when something arrives in the same moment."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from tests.world import World


async def cancelled_as_it_wakes(work: Coroutine[Any, Any, None], event: asyncio.Event, turns: int) -> bool:
    """Start ``work``, set ``event``, cancel it so many turns of the loop later; whether it ended."""
    task = asyncio.create_task(work)
    await asyncio.sleep(0.05)
    event.set()
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return bool(done)


@pytest.mark.parametrize("turns", range(5))
async def test_the_inbox_stops_as_something_arrives(quick: World, turns: int) -> None:
    arrived = asyncio.Event()
    assert await cancelled_as_it_wakes(quick.inbox.run(arrived), arrived, turns)


@pytest.mark.parametrize("turns", range(5))
async def test_the_outbox_stops_as_something_is_owed(quick: World, turns: int) -> None:
    assert await cancelled_as_it_wakes(quick.outbox.run(), quick.outbox.wake, turns)
