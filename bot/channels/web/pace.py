"""How often something may be done."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.channels.web.guard import Refused


class Pace:
    """At most ``times`` in ``within`` for each name; names gone quiet are forgotten."""

    def __init__(self, now: Callable[[], datetime], *, times: int, within: timedelta) -> None:
        self._now = now
        self._times = times
        self._within = within
        self._passed: dict[str, deque[datetime]] = {}

    def step(self, name: str) -> None:
        """Count one more of ``name``; refuse it when that is too many."""
        now = self._now()
        if len(self._passed) > 10_000:
            self._passed = {k: times for k, times in self._passed.items() if now - times[-1] < self._within}
        times = self._passed.setdefault(name, deque(maxlen=self._times))
        if len(times) == self._times and timedelta() <= now - times[0] < self._within:
            raise Refused(429, "web-error-too-fast", retry_after=2)
        times.append(now)
