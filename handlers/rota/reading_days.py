"""Finds the words about days in a row of tokens: weekdays, dates, weeks, stretches, exceptions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from handlers.rota.days import dated, monday, month_begin, month_end, months_on, numbered
from handlers.rota.row import Row
from handlers.rota.said import EVERY_DAY, Said

_SUNDAY: Final = timedelta(days=6)
_LONGEST: Final = 100
"""Days of a stretch that is written among other dates."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the tokens up to ``end`` say; ``wrong`` when they contradict each other."""

    said: Said
    end: int
    wrong: bool = False


def days_at(row: Row, at: int) -> Found | None:
    """What is said of days from token ``at`` on, or None."""
    readers = (_plain_word, _except, _from, _until, _dates, _weekdays, _week, _month, _during)
    for reader in readers:
        found = reader(row, at)
        if found is not None:
            return found
    return None


def _plain_word(row: Row, at: int) -> Found | None:
    """Wordings that say it all by themselves."""
    token = row.at(at)
    if token.has("holidays_too"):
        return Found(Said(holidays=True), at + 1)
    if token.has("holidays_off"):
        return Found(Said(), at + 1)
    if token.has("daily"):
        return Found(Said(weekdays=EVERY_DAY, weekly=True), at + 1)
    return Found(Said(weekly=True), at + 1) if token.has("weekly") else None


def _except(row: Row, at: int) -> Found | None:
    """ "trừ 24/12 và 25/12", "trừ chủ nhật"."""
    if not row.at(at).has("except"):
        return None
    found = _dates(row, at + 1) or _weekdays(row, at + 1)
    if found is None:
        return None
    said = found.said
    off = said.dates or _each(said.since, said.until)
    return Found(Said(off=off, off_weekdays=said.weekdays), found.end, found.wrong)


def _from(row: Row, at: int) -> Found | None:
    """ "từ 1/12"; "từ thứ 2 đến thứ 6" names weekdays, "từ 24/11 đến 28/11" a stretch."""
    if not row.at(at).has("from"):
        return None
    whole = _dates(row, at + 1, after_from=True) or _weekdays(row, at + 1)
    if whole is None:
        week = _week(row, at + 1) or _month(row, at + 1)
        return Found(Said(since=week.said.since), week.end) if week else None
    said = whole.said
    if whole.wrong or said.until or len(said.weekdays) > 1 or len(said.dates) > 1:
        return whole
    first = said.dates[0] if said.dates else _coming(said, row.today_on)
    return Found(Said(since=first), whole.end, whole.wrong)


def _coming(said: Said, today_on: date) -> date:
    """The next such weekday, or that of the week that is named."""
    begin = said.since or today_on
    return begin + timedelta(days=(said.weekdays[0] - begin.weekday()) % 7)


def _until(row: Row, at: int) -> Found | None:
    """ "đến 31/12", "hết tháng 12", "đến cuối tháng", "đến hết tuần sau", "đến thứ 6"."""
    token = row.at(at)
    if token.has("to") and row.at(at + 1).has("end", "until"):
        return _until(row, at + 1)
    if token.has("end", "to", "until"):
        end = _end_of(row, at + 1)
        if end is not None:
            return end
    if not (token.has("until", "to") or token.text == ">"):
        return None
    named = _dates(row, at + 1) or _weekdays(row, at + 1)
    if named is None or (named.said.until and named.said.dates):
        return None
    if named.wrong:
        return named
    said = named.said
    if len(said.dates) == 1:
        return Found(Said(until=said.dates[0]), named.end, named.wrong)
    if len(said.weekdays) == 1:
        return Found(Said(until=_coming(said, row.today_on)), named.end)
    return None


def _end_of(row: Row, at: int) -> Found | None:
    """The last day of a month, the year or a week."""
    found = _month(row, at) or _week(row, at)
    if found is not None:
        return Found(Said(until=found.said.until), found.end)
    token = row.at(at)
    if token.has("this_year", "year"):
        return Found(Said(until=date(row.today_on.year, 12, 31)), at + 1)
    if token.has("this_month", "month"):
        return Found(Said(until=month_end(row.today_on)), at + 1)
    if token.has("this_week", "week"):
        return Found(Said(until=monday(row.today_on) + _SUNDAY), at + 1)
    return None


def _week(row: Row, at: int) -> Found | None:
    """ "tuần sau", "tuần này và tuần sau", "cả tuần sau"."""
    whole = row.at(at).value("whole_weeks")
    if whole is not None:
        since = monday(row.today_on) + timedelta(weeks=int(whole))
        return Found(Said(weekdays=EVERY_DAY, since=since, until=since + _SUNDAY), at + 1)
    found = row.at(at).value("weeks")
    if found is None:
        return None
    last, end = found, at + 1
    if row.at(end).has("and") and (more := row.at(end + 1).value("weeks")):
        last, end = more, end + 2
    begin = monday(row.today_on)
    since, until = begin + timedelta(weeks=int(found)), begin + timedelta(weeks=int(last)) + _SUNDAY
    return Found(Said(since=since, until=until, stretch=True), end)


def _month(row: Row, at: int) -> Found | None:
    """ "tháng 12", "trong tháng sau"."""
    during = row.at(at).has("during")
    at += during
    token = row.at(at)
    number = row.at(at + 1).number()
    if token.has("month") and number is not None and 1 <= number <= 12:
        begin, end = month_begin(number, row.today_on), at + 2
    elif (shift := token.value("months")) is not None:
        begin, end = months_on(row.today_on, int(shift)), at + 1
    elif during and token.has("month"):
        begin, end = row.today_on, at + 1
    else:
        return None
    return Found(Said(since=max(begin, row.today_on), until=month_end(begin), stretch=True), end)


def _during(row: Row, at: int) -> Found | None:
    """ "trong 4 tuần", "4 tuần", "trong 2 tháng"."""
    begin = at
    if row.at(at).has("during"):
        at += 1
    number = row.at(at).number() or int(row.at(at).value("number_word") or 0)
    if not 1 <= number <= 52:
        return None
    if row.at(at + 1).has("week") or row.at(at + 1).value("weeks") == "1":
        return Found(Said(weeks=number), at + 2)
    if row.at(at + 1).has("month") and row.at(begin).has("during"):
        last = months_on(row.today_on, number)
        day = min(row.today_on.day, month_end(last).day)
        return Found(Said(until=last.replace(day=day) - timedelta(days=1)), at + 2)
    return None


def _weekdays(row: Row, at: int) -> Found | None:
    """Weekdays with the week or the date that is said with them."""
    each = row.at(at).has("each")
    start = at + each
    start += row.at(start).has("day") and not row.at(start).has("several_weekdays")
    named, end = row.weekdays(start)
    if not named:
        return None
    said = Said(weekdays=named, weekly=each and not row.at(start).has("several_weekdays"))
    if row.at(end).text in ("nay", "toi") and row.is_coming(end):
        end += 1
    if (week := _week(row, end)) is not None:
        return Found(replace(week.said, weekdays=named, stretch=False), week.end)
    if len(named) == 1 and (whole := _with_date(row, end)) is not None:
        right = whole.said.dates[0].weekday() == named[0]
        return replace(whole, wrong=whole.wrong or not right)
    return Found(said, end)


def _with_date(row: Row, at: int) -> Found | None:
    """The date behind a weekday: "Thứ Bảy 28/11", "T7 (28/11)", "thứ bảy, ngày 28/11"."""
    while row.at(at).text in ("(", ",") or row.at(at).has("day"):
        at += 1
    if row.at(at).shape != "date":
        return None
    day = dated(*row.at(at).day(), row.today_on)
    following = row.at(at + 1)
    if following.text == "-" or (following.has("to") and row.at(at + 2).shape == "date"):
        return None
    end = at + 1 + (following.text == ")")
    return Found(Said(dates=(day,)), end) if day is not None else None


def _dates(row: Row, at: int, *, after_from: bool = False) -> Found | None:
    """Dates, a list of them or a stretch: "24, 26 và 28/11", "24-28/11", "ngày 5 tháng 12", "mai và mốt"."""
    named = row.dates(at, after_from=after_from)
    if named is None:
        return None
    found = [one if isinstance(one, date) else _whole(one, row.today_on) for one in named.days]
    days = [one for one in found if one is not None]
    if len(days) < len(found) or not days:
        return Found(Said(), named.end, wrong=True)
    if named.joints == ("-",):
        wrong = days[1] < days[0]
        return Found(Said() if wrong else Said(since=days[0], until=days[1]), named.end, wrong)
    end = _behind_weekday(row, named.end, days[0]) if len(days) == 1 else named.end
    return Found(Said(dates=_listed(days, named.joints)), end)


def _behind_weekday(row: Row, at: int, day: date) -> int:
    """Where "28/11 (thứ Bảy)" ends, which names one day twice; a weekday that is another's is none of it."""
    begin = at + (row.at(at).text in ("(", ","))
    named, end = row.weekdays(begin)
    if named != (day.weekday(),):
        return at
    return end + (row.at(end).text == ")" and row.at(at).text == "(")


def _whole(day: tuple[int, int, int], today_on: date) -> date | None:
    return dated(*day, today_on) if day[1] else numbered(day[0], today_on)


def _listed(days: Sequence[date], joints: Sequence[str]) -> tuple[date, ...]:
    """Every day of a list in which "24/11, 26-28/11" may stand."""
    named = set(days)
    for joint, first, last in zip(joints, days, days[1:], strict=False):
        named.update(_each(first, last) if joint == "-" else ())
    return tuple(sorted(named))


def _each(first: date | None, last: date | None) -> tuple[date, ...]:
    """Every day of a stretch, if it is not endless."""
    if first is None or last is None or last < first:
        return ()
    length = min((last - first).days, _LONGEST)
    return tuple(first + timedelta(days=shift) for shift in range(length + 1))
