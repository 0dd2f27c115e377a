"""Clock, ids and chance in the test's hand."""

from datetime import UTC, datetime

START = datetime(2026, 11, 23, 0, 25, tzinfo=UTC)
"""Monday 23/11/2026, 7h25 in Vietnam."""


class Clock:
    """A wall clock and a monotonic one that move only when told."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at
        self.ticks = 1_000.0

    def now(self) -> datetime:
        """The aware time."""
        return self.at

    def monotonic(self) -> float:
        """Seconds that only grow; every look takes a while, as in life."""
        self.ticks += 0.01
        return self.ticks

    def move(self, to: datetime) -> None:
        """Go to a moment."""
        self.ticks += max(0.0, (to - self.at).total_seconds())
        self.at = to


class Ids:
    """Ids that sort in the order of their making, the same in every run."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> str:
        """The next id."""
        self.made += 1
        return f"01900000-0000-7000-8000-{self.made:012d}"


class Chance:
    """Join codes and link secrets that look drawn by chance, the same in every run."""

    LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"

    def __init__(self) -> None:
        self.drawn = 0

    def new_code(self) -> str:
        """The next join code."""
        return self._next(8)

    def new_token(self) -> str:
        """The next secret of a link."""
        return self._next(32)

    def _next(self, length: int) -> str:
        self.drawn += 1
        again = self.drawn // 30  # each thirty draws begin anew, one letter further at every place
        return "".join(
            self.LETTERS[(7 * self.drawn + 11 * at * at + again * at) % 30] for at in range(length)
        )
