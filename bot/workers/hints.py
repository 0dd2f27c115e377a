"""What is worth saying once in an hour: a series of things we cannot read gets one hint, not one each."""

from datetime import datetime, timedelta

EVERY = timedelta(hours=1)
REMEMBERED = 10_000


class Hints:
    """Who was told, and when: in memory, because a hint too many does no harm."""

    def __init__(self) -> None:
        self._told: dict[str, datetime] = {}

    def due(self, line: str, now: datetime) -> bool:
        """Whether ``line`` is to be told now; it then counts as told."""
        told_at = self._told.get(line)
        if told_at is not None and now - told_at < EVERY:
            return False
        if len(self._told) >= REMEMBERED:
            self._told = {one: at for one, at in self._told.items() if now - at < EVERY}
            if len(self._told) >= REMEMBERED:
                self._told.clear()
        self._told[line] = now
        return True
