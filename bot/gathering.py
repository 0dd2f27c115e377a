"""Work in small pieces, done together where it comes thick: a commit and a way between threads cost the same
for one message and for ten."""

import asyncio

APART = 0.008
"""Seconds between the beginnings of two pieces of work: what a person does not notice and a busy second
does."""


class Gathering:
    """Lets pieces of work begin ``APART`` from each other. Whoever comes in between waits, and all who waited
    begin at the same moment; after a quiet moment nobody waits."""

    def __init__(self) -> None:
        self._free_at = 0.0

    async def turn(self) -> None:
        """Wait for the next moment at which work may begin."""
        loop = asyncio.get_running_loop()
        early = self._free_at - loop.time()
        if early > 0:
            await asyncio.sleep(early)
        self._free_at = max(self._free_at, loop.time() + APART)
