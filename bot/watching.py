"""Health follows what the parts say of themselves: bad soon after trouble begins, good when it ends."""

import asyncio
from collections.abc import Callable

LOOK = 1.0
"""Seconds between two looks."""
PATIENCE = 4.0
"""Seconds of trouble that health passes over: a single call that failed is no illness."""


async def follow(
    say: Callable[[bool], None], trouble_since: Callable[[], float | None], monotonic: Callable[[], float]
) -> None:
    """Say whether a part is ill, from the moment its trouble began (None: there is none), until cancelled."""
    while True:
        since = trouble_since()
        say(since is not None and monotonic() - since > PATIENCE)
        await asyncio.sleep(LOOK)
