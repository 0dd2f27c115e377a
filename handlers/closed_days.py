"""When a day's figures are closed: some time into the next day, after which only leaders change them."""

from datetime import date, datetime, timedelta

from handlers.days import midnight


def closes_at(day_on: str, minute: int) -> datetime:
    """The moment from which the day ``day_on`` (ISO text) is closed: ``minute`` minutes into the next one."""
    return midnight(date.fromisoformat(day_on) + timedelta(days=1)) + timedelta(minutes=minute)


def is_closed(day_on: str, minute: int, now: datetime) -> bool:
    """Whether the figures of a day are closed for whoever reported them."""
    return now >= closes_at(day_on, minute)
