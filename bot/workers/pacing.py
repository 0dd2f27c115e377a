"""How fast an account may speak: a token bucket for all, a pause for one chat or for everyone."""

from collections.abc import Callable
from datetime import timedelta

from bot.channel import Capabilities


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
        now = self._monotonic()
        self._tokens = min(self._able.per_second, self._tokens + (now - self._filled) * self._able.per_second)
        self._filled = now
        return 0 if now < self._not_before else int(self._tokens)

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
