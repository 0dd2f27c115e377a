"""Reading days and times as they are written in Vietnamese: the day before the month, "7h30", "hôm qua"."""

import re
from datetime import date, timedelta

from handlers.engine.spoken import SPOKEN
from storage.fold import fold

_LONGEST = 40
_DATE = re.compile(r"([0-9]{1,2})[ .]([0-9]{1,2})(?:[ .]([0-9]{4}|[0-9]{2}))?")
_ISO = re.compile(r"([0-9]{4}) ([0-9]{2}) ([0-9]{2})")
_YEARS = range(2000, 2101)


def _either(words: tuple[str, ...]) -> str:
    """A pattern of any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_TIME = re.compile(
    rf"([0-9]{{1,2}}) ?(?:{_either(SPOKEN.hour)}) ?"
    rf"(?:([0-9]{{1,2}}) ?(?:{_either(SPOKEN.minute)})?|({_either(SPOKEN.half)}))?"
    rf" ?({_either(SPOKEN.morning + SPOKEN.noon + SPOKEN.afternoon)})?"
)


def read_day(text: str, today_on: date | None, *, ahead: bool = False) -> date | None:
    """The day ``text`` names, or None.

    A date without a year is the one nearest to ``today_on``; a weekday the latest one up to today, or the
    next one from today when ``ahead``. Without ``today_on`` only whole dates can be read.
    """
    if len(text) > _LONGEST:
        return None
    folded = fold(text.replace(",", " "))
    if today_on is not None:
        if folded in SPOKEN.from_today:
            return today_on + timedelta(days=SPOKEN.from_today[folded])
        if folded in SPOKEN.weekday:
            return _weekday(SPOKEN.weekday[folded], today_on, ahead=ahead)
    return _date(_without_prefix(folded), today_on)


def _weekday(weekday: int, today_on: date, *, ahead: bool) -> date:
    """The nearest such weekday in the direction asked, today included."""
    if ahead:
        return today_on + timedelta(days=(weekday - today_on.weekday()) % 7)
    return today_on - timedelta(days=(today_on.weekday() - weekday) % 7)


def _without_prefix(folded: str) -> str:
    """``folded`` without "ngày" or a weekday said before the date."""
    for word in (*SPOKEN.weekday, *SPOKEN.before_day):
        if folded.startswith(f"{word} "):
            return _without_prefix(folded.removeprefix(f"{word} "))
    return folded


def _date(folded: str, today_on: date | None) -> date | None:
    """A date in figures."""
    if iso := _ISO.fullmatch(folded):
        return _valid(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _DATE.fullmatch(folded)
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year is not None:
        return _valid(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if today_on is None:
        return None
    near = [_valid(today_on.year + shift, month, day) for shift in (-1, 0, 1)]
    return min((one for one in near if one), key=lambda one: abs(one - today_on), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    """The date when there is such a day in our time."""
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> str | None:
    """The time ``text`` says as ``HH:MM``, or None: ``7h30`` · ``7h`` · ``07:30`` · ``7g30`` · ``7h tối``."""
    found = _TIME.fullmatch(fold(text)) if len(text) <= _LONGEST else None
    if found is None:
        return None
    hour, minute, part = int(found[1]), int(found[2] or 0), found[4]
    if found[3]:
        minute = 30
    late = part in SPOKEN.afternoon or (part in SPOKEN.noon and hour < 10)
    if late and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
