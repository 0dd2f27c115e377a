"""Stretches of time a conversation looks at, by the clocks of Vietnam."""

from datetime import date, datetime, time, timedelta

from locales.formats import HANOI, local

_COMPACT = "%y%m%d"
"""How a day stands in a button: with what else it names it must stay within 64 bytes."""
EARLY, LATE = timedelta(minutes=30), timedelta(minutes=60)
"""How long before its start, and after, a shift takes a check-in as in time."""


def midnight(day: date) -> datetime:
    """When ``day`` begins."""
    return datetime.combine(day, time(), tzinfo=HANOI)


def span(day: date) -> tuple[datetime, datetime]:
    """When ``day`` begins and ends."""
    return midnight(day), midnight(day + timedelta(days=1))


def day_on(moment: datetime) -> str:
    """The day of ``moment`` as ISO text."""
    return local(moment).date().isoformat()


def in_compact(day: date) -> str:
    """``day`` as a button carries it."""
    return day.strftime(_COMPACT)


def read_compact(text: str) -> date | None:
    """The day a button carries, if it carries one."""
    try:
        return datetime.strptime(text, _COMPACT).date()  # noqa: DTZ007  # a day, not a moment
    except ValueError:
        return None
