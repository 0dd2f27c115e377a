"""How a planned shift is put into words: "7h30–11h30, Một cửa"; an end on the next day is said."""

from datetime import datetime

from locales import Words
from locales.formats import clock, local
from storage.shifts import PlacedShift


def times(words: Words, starts_at: datetime, ends_at: datetime) -> str:
    """From when to when: 7h30–11h30; 22h–6h hôm sau."""
    overnight = local(ends_at).date() > local(starts_at).date()
    return words(
        "shift-times", start=clock(starts_at), end=clock(ends_at), overnight="yes" if overnight else "no"
    )


def placed(words: Words, shift: PlacedShift) -> str:
    """The times, and where it is if that is known."""
    told = times(words, shift.starts_at, shift.ends_at)
    return f"{told}, {shift.place_name}" if shift.place_name else told
