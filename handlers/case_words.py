"""How a case is put into words, alike in a list, on its card and in what the bot tells by itself."""

from datetime import date, datetime, timedelta

from handlers.categories import label
from handlers.conversation import action
from handlers.messages import Button
from locales import Words
from locales.formats import clock, near_day, short_day
from storage.records.case import Case, CaseCard

_FRESH = timedelta(minutes=5)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def kind(words: Words, case: Case) -> str:
    """What got stuck: Mạng, điện."""
    return words(label("difficulty", case.code))


def age(words: Words, since: datetime, now: datetime) -> str:
    """How long ago, roughly: mới báo, 25 phút rồi, 5 giờ rồi, 2 ngày rồi."""
    length = max(now - since, timedelta())
    if length < _FRESH:
        return words("case-age-new")
    if length < _HOUR:
        return words("case-age-minutes", count=length // timedelta(minutes=1))
    if length < 2 * _DAY:
        return words("case-age-hours", count=length // _HOUR)
    return words("case-age-days", count=length // _DAY)


def line(words: Words, case: CaseCard, now: datetime, place: str = "") -> str:
    """One case in one line: what, where, how many met it, how bad, how old."""
    return words(
        "case-line",
        what=kind(words, case),
        place=f" · {place}" if place else "",
        people=len(case.people),
        stopped="yes" if case.stopped else "no",
        age=age(words, case.created_at, now),
    )


def teams(case: CaseCard) -> str:
    """The teams that met it, by name."""
    return ", ".join(sorted(set(case.teams.values())))


def notes(case: CaseCard, most: int = 3) -> str:
    """What people added in their own words, the newest last."""
    said = [one.note for one in case.tellings if one.note]
    return "; ".join(dict.fromkeys(said[-most:]))


def quoted(words: Words, case: CaseCard) -> str:
    """The same as the end of a line, in quotation marks; empty where nobody added anything."""
    said = notes(case)
    return words("case-quoted", notes=said) if said else ""


def day(case: Case) -> str:
    """23/11."""
    return short_day(date.fromisoformat(case.day_on))


def at(case: Case) -> str:
    """When it began: 9h05 23/11."""
    return f"{clock(case.created_at)} {day(case)}"


def long_day(words: Words, case: Case) -> str:
    """Thứ Hai 23/11."""
    return near_day(date.fromisoformat(case.day_on), words.language)


def first_steps(words: Words, case_id: str) -> list[Button]:
    """What a level can do that has just heard of a case."""
    return [
        Button(words("case-take"), action("case", f"take:{case_id}")),
        Button(words("case-answer"), action("answer_case", case_id)),
        Button(words("case-up"), action("case", f"up:{case_id}")),
    ]
