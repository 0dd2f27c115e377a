"""``getUpdates`` as the published server does it: one waiting poll, conflicts, calming of eager pollers."""

import asyncio
from collections.abc import Callable
from typing import Any

from tests.fakes.rules import Refusal
from tests.fakes.telegram.ledger import Ledger
from tests.fakes.telegram.queue import UpdateQueue

LONGEST_WAIT = 50
CONFLICT_PAUSE = 3.0
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class LongPoll:
    """The polls of one bot. ``scale`` shortens the server's own pauses, not the asked timeout."""

    def __init__(
        self, queue: UpdateQueue, ledger: Ledger, *, scale: float, monotonic: Callable[[], float]
    ) -> None:
        self._queue = queue
        self._ledger = ledger
        self._scale = scale
        self._monotonic = monotonic
        self._waiting: asyncio.Future[str] | None = None
        self._last_offset: int | None = None
        self._last_at = float("-inf")
        self._next_conflict_at = float("-inf")

    def wake(self) -> None:
        """Something new waits: answer the poll under way."""
        self._end("")

    def abort(self, reason: str) -> None:
        """End the poll under way with a conflict."""
        self._end(reason)

    def _end(self, outcome: str) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(outcome)
        self._waiting = None

    async def updates(self, offset: int, limit: int, wait: float) -> list[dict[str, Any]]:
        """A page for ``offset``, which confirms everything older the moment the request arrives."""
        limit, wait = self._calmed(offset, max(1, min(100, limit)), max(0.0, min(LONGEST_WAIT, wait)))
        if offset:
            self._queue.confirm_below(offset)
        page = self._queue.page(limit)
        ends_at = self._monotonic() + wait
        while not page and (left := ends_at - self._monotonic()) > 0:
            self.abort(TERMINATED)
            waiting = self._waiting = asyncio.get_running_loop().create_future()
            await asyncio.wait([waiting], timeout=left)
            if waiting.done() and waiting.result():
                await self.conflict(waiting.result())
            page = self._queue.page(limit)
        return page

    def _calmed(self, offset: int, limit: int, wait: float) -> tuple[int, float]:
        """The same offset again within half a second gets one update, within three seconds waits."""
        since = self._monotonic() - self._last_at
        if offset == self._last_offset:
            wait = max(wait, 3 * self._scale) if since < 3 * self._scale else wait
            limit = 1 if since < 0.5 * self._scale else limit
        self._last_offset, self._last_at = offset, self._monotonic()
        return limit, wait

    async def conflict(self, reason: str) -> None:
        """Raise a 409, at least three seconds after the one before.

        Raises:
            Refusal: always.
        """
        now = self._monotonic()
        self._ledger.conflicts += 1
        if now < self._next_conflict_at:
            await asyncio.sleep(CONFLICT_PAUSE * self._scale)
        else:
            self._next_conflict_at = now + CONFLICT_PAUSE * self._scale
        raise Refusal(409, f"Conflict: {reason}")
