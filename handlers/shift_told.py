"""How a planned shift is put into words: "7h30–11h30, Một cửa"; an end on the next day is said."""

from datetime import datetime
from functools import lru_cache
from typing import Protocol

from locales import Words
from locales.formats import clock, local, near_day


class Placed(Protocol):
    """A stretch of time at a place, whose name may be empty."""

    @property
    def starts_at(self) -> datetime:
        """When it begins."""

    @property
    def ends_at(self) -> datetime:
        """When it ends."""

    @property
    def place_name(self) -> str:
        """Where it is."""


@lru_cache(maxsize=1024)
def times(words: Words, starts_at: datetime, ends_at: datetime) -> str:
    """From when to when: 7h30–11h30; 22h–6h hôm sau. A shift is told to everybody in its team."""
    overnight = local(ends_at).date() > local(starts_at).date()
    return words(
        "shift-times", start=clock(starts_at), end=clock(ends_at), overnight="yes" if overnight else "no"
    )


def placed(words: Words, shift: Placed) -> str:
    """The times, and where it is if that is known."""
    told = times(words, shift.starts_at, shift.ends_at)
    return f"{told}, {shift.place_name}" if shift.place_name else told


def dated(words: Words, shift: Placed) -> str:
    """The day with its times and place: Thứ Ba 24/11, 7h30–11h30, Một cửa."""
    return f"{near_day(local(shift.starts_at).date(), words.language)}, {placed(words, shift)}"


def brief(words: Words, shift: Placed) -> str:
    """The day with its times alone, for a button: Thứ Ba 24/11, 7h30–11h30."""
    day = near_day(local(shift.starts_at).date(), words.language)
    return f"{day}, {times(words, shift.starts_at, shift.ends_at)}"
