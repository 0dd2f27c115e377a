"""Days by date: which day a figure or a word names, seen from today."""

from datetime import date, timedelta
from typing import Final

_PAST: Final = timedelta(days=60)
_YEARS: Final = range(2000, 2101)


def dated(day: int, month: int, year: int, today_on: date) -> date | None:
    """The date in figures; without a year (0) the coming one, unless it went by lately. None: no such day."""
    if year:
        return valid(year, month, day)
    near = [valid(today_on.year + shift, month, day) for shift in (-1, 0, 1)]
    return next((one for one in near if one and one >= today_on - _PAST), None)


def numbered(day: int, today_on: date) -> date | None:
    """The coming day of the month with this number, today included."""
    first = today_on.replace(day=1)
    for _ in range(3):
        found = valid(first.year, first.month, day)
        if found and found >= today_on:
            return found
        first = month_end(first) + timedelta(days=1)
    return None


def valid(year: int, month: int, day: int) -> date | None:
    """The date when there is such a day in our time."""
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def monday(day: date) -> date:
    """When the week of ``day`` begins."""
    return day - timedelta(days=day.weekday())


def month_begin(month: int, today_on: date) -> date:
    """The first of the month with this number: this one, or the next of its name."""
    return date(today_on.year + (month < today_on.month), month, 1)


def month_end(day: date) -> date:
    """The last day of the month of ``day``."""
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def months_on(day: date, months: int) -> date:
    """The first of the month so many months after that of ``day``."""
    begin = day.replace(day=1)
    for _ in range(months):
        begin = month_end(begin) + timedelta(days=1)
    return begin
