"""Dates, times, numbers and names as they are written in Vietnam."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def local(moment: datetime) -> datetime:
    """``moment`` (aware) on the clocks of Vietnam."""
    return moment.astimezone(HANOI)


def clock(moment: datetime) -> str:
    """7h30; 7h05; 13h."""
    here = local(moment)
    return f"{here.hour}h{here.minute:02d}" if here.minute else f"{here.hour}h"


def clock_text(time: str) -> str:
    """``HH:MM`` as it is said: 7h30; 13h."""
    hour, _, minute = time.partition(":")
    return f"{int(hour)}h{minute}" if int(minute) else f"{int(hour)}h"


def short_day(day: date) -> str:
    """21/11."""
    return f"{day.day:02d}/{day.month:02d}"


def long_day(day: date, language: str = "vi") -> str:
    """Thứ Bảy, 21/11/2026 (in English: Saturday, 21/11/2026)."""
    return f"{format_date(day, 'EEEE', locale=language)}, {day:%d/%m/%Y}"


def narrow_day(day: date, language: str = "vi") -> str:
    """T7 21/11 (in English: Sa 21/11), where there is hardly room."""
    return f"{format_date(day, 'EEEEEE', locale=language)} {short_day(day)}"


def weekday(day: int, language: str = "vi") -> str:
    """Thứ Hai for 1, Chủ Nhật for 7."""
    return str(format_date(date(2024, 1, day), "EEEE", locale=language))  # that year began on a Monday


def near_day(day: date, language: str = "vi") -> str:
    """Thứ Bảy 21/11, for days that are weeks away at most."""
    return f"{format_date(day, 'EEEE', locale=language)} {short_day(day)}"


@lru_cache(maxsize=4096)
def number(value: float, language: str = "vi") -> str:
    """1.234 and 12,5 in Vietnamese."""
    return str(format_decimal(value, locale=language))


def hours(length: timedelta, language: str = "vi") -> str:
    """A stretch of work in hours with one decimal: 3,5."""
    return number(round(length.total_seconds() / 3600, 1), language)


def given_name(full_name: str) -> str:
    """How a person is addressed: of four words or more the last two, else the last one.

    Nguyễn Thị Mai Anh → Mai Anh; Trần Nam → Nam. What stands in brackets is no name and stays whole.
    """
    if full_name.startswith("("):
        return full_name
    words = full_name.split()
    return " ".join(words[-2:] if len(words) >= 4 else words[-1:])


def initials(full_name: str) -> str:
    """First letters, and the last word whole: N. T. M. Anh. What stands in brackets is no name and stays."""
    if full_name.startswith("("):
        return full_name
    *others, last = full_name.split() or [""]
    return " ".join([*(f"{word[0]}." for word in others), last])


def sort_name(full_name: str) -> tuple[str, str]:
    """Vietnamese lists are sorted by the given name, then by the rest."""
    return given_name(full_name).casefold(), full_name.casefold()
