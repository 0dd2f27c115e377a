"""The program with one mistake: its intake says "received" before the commit.

The crash tests run it to prove that they notice: ``python -m tests.crash.hasty run``.
"""

import asyncio
from collections.abc import Sequence

from bot import intake
from bot.__main__ import main
from bot.channel import Channel, Raw

LATE = 0.3
"""Seconds between the acknowledgement and the commit."""

_careful = intake.DurableIntake.store
_under_way: set[asyncio.Task[None]] = set()


async def _hasty(self: intake.DurableIntake, channel: Channel, updates: Sequence[Raw]) -> None:
    async def later() -> None:
        await asyncio.sleep(LATE)
        await _careful(self, channel, updates)

    task = asyncio.create_task(later())
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)


if __name__ == "__main__":
    intake.DurableIntake.store = _hasty  # type: ignore[method-assign]
    main()
