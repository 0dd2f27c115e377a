"""The brake for one person who writes faster than anybody means to: the rest of the burst is passed over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

BURST = 20
PER_SECOND = 2.0
"""Twenty updates at once, and two more a second."""
TOLD_EVERY = timedelta(minutes=1)
REMEMBERED = 10_000


class Waiting(Protocol):
    """What the brake looks at of an update."""

    @property
    def id(self) -> str:
        """Which one."""

    @property
    def line(self) -> str:
        """Whose."""

    @property
    def received_at(self) -> datetime:
        """When it came in."""


@dataclass(slots=True)
class _Bucket:
    """What a line may still send; ``last`` is the update asked about last, and the verdict on it."""

    left: float
    at: datetime
    last: str = ""
    passed: bool = True
    told_at: datetime | None = None


class Brake:
    """Looks at updates of a line in their order, by when they came in: asked again it says the same."""

    def __init__(self) -> None:
        self._buckets: dict[str, _Bucket] = {}

    def passes(self, update: Waiting) -> bool:
        """Whether ``update`` is to be thought; else it belongs to a flood."""
        bucket = self._bucket(update)
        if bucket.last != update.id:
            seconds = max(0.0, (update.received_at - bucket.at).total_seconds())
            bucket.left = min(BURST, bucket.left + seconds * PER_SECOND)
            bucket.at = update.received_at
            bucket.passed = bucket.left >= 1
            bucket.left -= bucket.passed
            bucket.last = update.id
        return bucket.passed

    def tells(self, update: Waiting, now: datetime) -> bool:
        """Whether the person is to be told now: once a minute."""
        bucket = self._bucket(update)
        if bucket.told_at is not None and now - bucket.told_at < TOLD_EVERY:
            return False
        bucket.told_at = now
        return True

    def _bucket(self, update: Waiting) -> _Bucket:
        if update.line not in self._buckets:
            if len(self._buckets) >= REMEMBERED:
                self._forget(update.received_at - TOLD_EVERY)
            self._buckets[update.line] = _Bucket(BURST, update.received_at)
        return self._buckets[update.line]

    def _forget(self, before: datetime) -> None:
        """Lines that have been quiet since ``before`` are as good as new; if all are busy, all are."""
        kept = {line: one for line, one in self._buckets.items() if one.at > before}
        self._buckets = kept if len(kept) < REMEMBERED else {}
