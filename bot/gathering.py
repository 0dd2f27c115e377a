"""Work in small pieces, done together where it comes thick: a commit and a way between threads cost the same
for one message and for ten."""

import asyncio

APART = 0.008
"""Seconds between the beginnings of two pieces of work: what a person does not notice and a busy second
does."""
THICK = 10
"""Updates of a piece that is large enough: waiting for more would save little."""
LONGEST_REST = 0.1
"""Seconds; a piece that took longer waited for something else than work."""


class Gathering:
    """Lets pieces of work begin ``APART`` from each other. Whoever comes in between waits, and all who waited
    begin at the same moment; after a quiet moment nobody waits."""

    def __init__(self) -> None:
        self._began_at = self._free_at = 0.0

    async def turn(self) -> None:
        """Wait for the next moment at which work may begin."""
        loop = asyncio.get_running_loop()
        early = self._free_at - loop.time()
        if early > 0:
            await asyncio.sleep(early)
        self._began_at = loop.time()
        self._free_at = max(self._free_at, self._began_at + APART)

    def over(self, done: int) -> None:
        """A piece of ``done`` updates is over. After a small one it rests for as long as that took: a busy
        machine then does fewer and larger pieces, instead of small ones all the time."""
        if done < THICK:
            now = asyncio.get_running_loop().time()
            self._free_at = max(self._free_at, now + min(now - self._began_at, LONGEST_REST))
