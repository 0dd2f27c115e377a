"""The day, and the part of it, that a sentence names: "sáng mai em không đi được". Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.engine.days import read_day
from handlers.wish import spelled, wording
from locales.formats import local
from storage.fold import fold

_LONGEST = 3
"""Words of a day: "chiều thứ bảy"."""
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day, and whether its morning or what comes after is meant; None where that was not said."""

    on: date
    morning: bool | None = None

    def holds(self, moment: datetime) -> bool:
        """Whether ``moment`` lies in it."""
        then = local(moment)
        return then.date() == self.on and self.morning in (None, then.time() < _NOON)


def said_day(text: str, today_on: date) -> SaidDay | None:
    """The first day that ``text`` names, coming days first; None where it names none. A part of a day
    alone ("ca chiều") is today's."""
    words, parts = spelled(text), wording().parts
    early, late = (any(word in parts[part] for word in words) for part in ("morning", "later"))
    named = next((day for one in _windows(words) if (day := read_day(one, today_on, ahead=True))), None)
    if named is None and not (early or late):
        return None
    return SaidDay(named or today_on, early if early != late else None)


def _windows(words: Sequence[str]) -> Iterator[str]:
    """What may name a day, the longest first; "nay" of "tuần này" does not."""
    longer = wording().longer
    for long in range(_LONGEST, 0, -1):
        for at in range(len(words) - long + 1):
            if at == 0 or fold(words[at - 1]) not in longer:
                yield " ".join(words[at : at + long])
