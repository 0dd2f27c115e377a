"""How fast an account may speak: a token bucket for all, a pause for one chat or for everyone."""

from collections.abc import Callable
from datetime import timedelta

from bot.channel import Capabilities

BURST = 0.2
"""How much of a second's rate may leave at once, so that no second holds more than a fifth above it."""


class Pace:
    """The rate of one account, by a monotonic clock. After a start its bucket is empty: the process
    before may just have spent it."""

    def __init__(self, able: Capabilities, monotonic: Callable[[], float]) -> None:
        self._able = able
        self._monotonic = monotonic
        self._tokens = 0.0
        self._filled = monotonic()
        self._not_before = 0.0
        self._held: dict[str, float] = {}

    def free(self) -> int:
        """How many messages may leave now."""
        now, rate = self._monotonic(), self._able.per_second
        since = max(self._filled, self._not_before)
        if now < since:
            return 0
        self._tokens = min(max(1.0, rate * BURST), self._tokens + (now - since) * rate)
        self._filled = now
        return int(self._tokens)

    def spend(self, subline: str) -> None:
        """A message leaves; its chat rests for the channel's spacing."""
        self._tokens -= 1
        self.hold(subline, self._able.chat_spacing)

    def hold(self, subline: str, length: timedelta) -> None:
        """Send nothing to one chat for ``length``."""
        if length:
            until = self._monotonic() + length.total_seconds()
            self._held[subline] = max(self._held.get(subline, 0.0), until)

    def hold_all(self, length: timedelta) -> None:
        """Send nothing at all for ``length``; afterwards the bucket is empty, so nothing bursts out."""
        self._not_before = max(self._not_before, self._monotonic() + length.total_seconds())
        self._tokens = 0.0

    def paused(self) -> bool:
        """Whether nothing at all may be sent."""
        return self._monotonic() < self._not_before

    def resting(self) -> list[str]:
        """Chats that may not be written to yet."""
        now = self._monotonic()
        self._held = {subline: until for subline, until in self._held.items() if until > now}
        return list(self._held)

    def wait(self) -> float:
        """Seconds until something may be sent that may not be sent now."""
        now = self._monotonic()
        until = [at - now for at in self._held.values()]
        if now < self._not_before:
            until.append(self._not_before - now)
        elif self._tokens < 1:
            until.append((1 - self._tokens) / self._able.per_second)
        return max(0.005, min(until, default=20.0))
