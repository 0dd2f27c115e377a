"""The reporting week: seven days that begin on the weekday a province chose."""

from datetime import date, timedelta
from typing import NamedTuple

WEEK = timedelta(days=7)


class Period(NamedTuple):
    """Seven days as ISO text, both ends included."""

    since_on: str
    until_on: str

    @property
    def since(self) -> date:
        """The first day."""
        return date.fromisoformat(self.since_on)

    @property
    def until(self) -> date:
        """The last day."""
        return date.fromisoformat(self.until_on)

    @property
    def number(self) -> int:
        """The week of the year in which it ends, as calendars count (ISO 8601)."""
        return self.until.isocalendar().week

    def moved(self, weeks: int) -> "Period":
        """The week so many weeks later."""
        return beginning(self.since + weeks * WEEK)


def beginning(day: date) -> Period:
    """The week that begins on ``day``."""
    return Period(day.isoformat(), (day + WEEK - timedelta(days=1)).isoformat())


def containing(day: date, week_starts: int) -> Period:
    """The week in which ``day`` lies, where weeks begin on ``week_starts`` (1 is Monday, 7 Sunday)."""
    return beginning(day - timedelta(days=(day.isoweekday() - week_starts) % 7))
