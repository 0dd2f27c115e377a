"""Which day a report is about: said in words, by weekday or by date; a report looks back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from handlers.shorthand.draft import Day
from handlers.shorthand.marks import Mark

_SOON: Final = timedelta(days=60)
_DAY_MONTH: Final = re.compile(r"\d{1,2}-\d{1,2}")
_LONGEST_AGO: Final = 60
_RELATIVE: Final = {"today": 0, "yesterday": 1, "day_before": 2}


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day, and the marks (from, to) that say it."""

    day: Day
    first: int
    last: int


def said_days(row: Sequence[Mark], line: str, today_on: date) -> list[SaidDay]:
    """Every day the marks name, in order; two namings of one day side by side are one."""
    days: list[SaidDay] = []
    for said in _each(row, line, today_on):
        if days and said.first - days[-1].last <= 2 and not _counts(row[days[-1].last : said.first]):
            kept = days[-1].day if days[-1].day in ("today", "yesterday") else said.day
            days[-1] = SaidDay(kept, days[-1].first, said.last)
        else:
            days.append(said)
    return days


def _counts(row: Sequence[Mark]) -> bool:
    return any(mark.is_thing or mark.is_unit for mark in row)


def _each(row: Sequence[Mark], line: str, today_on: date) -> Iterator[SaidDay]:
    at = 0
    while at < len(row):
        said = _at(row, at, line, today_on)
        if said is not None:
            yield said
            at = said.last
        at += 1


def _at(row: Sequence[Mark], at: int, line: str, today_on: date) -> SaidDay | None:
    mark = row[at]
    if at == 0 and (dated := _hyphened(row, line, today_on)) is not None:
        return dated
    if mark.amount is not None and at + 1 < len(row) and row[at + 1].has("days_ago"):
        return SaidDay(today_on - timedelta(days=min(mark.amount.value, _LONGEST_AGO)), at, at + 1)
    if mark.shape == "date":
        day = _dated(line[mark.start : mark.end], today_on)
        return SaidDay(day, at, at) if day else None
    if mark.has("weekday") and mark.amount is None:
        return _weekday(row, at, today_on)
    if mark.has("day_of_month") and at + 1 < len(row) and row[at + 1].amount:
        return _day_of_month(row, at, line, today_on)
    for kind, back in _RELATIVE.items():
        if mark.has(kind):
            day = today_on - timedelta(days=back)
            return SaidDay("today" if back == 0 else "yesterday" if back == 1 else day, at, at)
    return None


def _hyphened(row: Sequence[Mark], line: str, today_on: date) -> SaidDay | None:
    """ "8-7: 5 vneid": a day and a month before a colon; "8-7" may have been read as a range."""
    end = next((place for place, mark in enumerate(row[:4]) if mark.word == ":"), 0)
    if not end or not _DAY_MONTH.fullmatch(line[row[0].start : row[end].start].strip()):
        return None
    day = _dated(line[row[0].start : row[end].start].strip(), today_on)
    return SaidDay(day, 0, end) if day else None


def _weekday(row: Sequence[Mark], at: int, today_on: date) -> SaidDay:
    weekday = int(row[at].senses["weekday"])
    after = row[at + 1] if at + 1 < len(row) else None
    if after is not None and after.has("last_week"):
        monday = today_on - timedelta(days=today_on.weekday() + 7)
        return SaidDay(monday + timedelta(days=weekday), at, at + 1)
    day = today_on - timedelta(days=(today_on.weekday() - weekday) % 7)
    return SaidDay(day, at, at + 1 if after is not None and after.has("just_past") else at)


def _day_of_month(row: Sequence[Mark], at: int, line: str, today_on: date) -> SaidDay | None:
    """ "ngày 7", "mùng 7", "ngày 7-7", "ngày 7 tháng 7 (năm 2025)"."""
    text = line[row[at + 1].start : row[at + 1].end]
    if not text.isdigit():
        return None
    last, month, year = at + 1, None, None
    if (
        last + 2 < len(row)
        and (row[last + 1].has("month") or row[last + 1].word == "-")
        and row[last + 2].amount
    ):
        month, last = _value(row[last + 2]), last + 2
        if last + 2 < len(row) and row[last + 1].has("year") and row[last + 2].amount:
            year, last = _value(row[last + 2]), last + 2
    day = _nearest(int(text), month, year, today_on)
    return SaidDay(day, at, last) if day else None


def _value(mark: Mark) -> int | None:
    return mark.amount.value if mark.amount else None


def _dated(text: str, today_on: date) -> date | None:
    parts = [int(part) for part in text.replace(".", "/").replace("-", "/").split("/") if part.isdigit()]
    if len(parts) == 3 and parts[0] > 31:
        return _valid(*parts)
    if len(parts) not in (2, 3):
        return None
    year = parts[2] if len(parts) == 3 else None
    return _nearest(parts[0], parts[1], year + 2000 if year is not None and year < 100 else year, today_on)


def _nearest(day: int, month: int | None, year: int | None, today_on: date) -> date | None:
    """The named day; without a year or month the latest one that has come, or one that comes soon."""
    if year is not None:
        return _valid(year, month or 0, day)
    if month is None:
        last_month = today_on.replace(day=1) - timedelta(days=1)
        this = _valid(today_on.year, today_on.month, day)
        return this if this and this <= today_on else _valid(last_month.year, last_month.month, day)
    this = _valid(today_on.year, month, day)
    return _valid(today_on.year - 1, month, day) if this is None or this - today_on > _SOON else this


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
