"""A proposal in words: what will be saved, and what a leader should know before saying yes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from handlers.planning.known import FARTHEST
from handlers.planning.proposal import Proposal
from handlers.rota import Left, Line, Slot
from handlers.shift_told import times
from locales import Words
from locales.formats import local, near_day, short_day

_MOST_LINES: Final = 14
_MOST_DAYS: Final = 8
_NEXT: Final = timedelta(days=7)
"""Days of one holiday may have days between them that were not asked for."""


def lines(words: Words, found: Proposal) -> list[str]:
    """A line for each line of the sheet that comes to any shift."""
    said = [
        _line(words, line, slots)
        for number, line in enumerate(found.lines)
        if (slots := [one for one in found.slots if one.line == number])
    ]
    if len(said) > _MOST_LINES:
        said[_MOST_LINES:] = [words("plan-more-lines", count=len(said) - _MOST_LINES)]
    return said


def _line(words: Words, line: Line, slots: Sequence[Slot]) -> str:
    first, last = _day(slots[0]), _day(slots[-1])
    by_span = {slot.span: slot for slot in reversed(slots)}
    hours = [times(words, by_span[span].starts_at, by_span[span].ends_at) for span in sorted(by_span)]
    alone = first == last
    return words(
        "plan-line",
        days=near_day(first, words.language) if alone else _pattern(words, line),
        hours=", ".join(hours),
        place=words("leader-also", what=slots[0].place) if slots[0].place else "",
        needed=slots[0].needed,
        count=len(slots),
        first=short_day(first),
        last=short_day(last),
        several="no" if len(slots) == 1 else "days" if not alone else "hours",
    )


def _day(slot: Slot) -> date:
    return local(slot.starts_at).date()


def _pattern(words: Words, line: Line) -> str:
    """ "T2–T6", "T3, T5", "24/11, 26/11", "mọi ngày"."""
    if line.since is None:
        return days(line.dates)
    if len(line.weekdays) in (0, 7):
        return words("plan-every-day")
    return ", ".join(_stretches(words, line.weekdays))


def _stretches(words: Words, weekdays: Sequence[int]) -> Iterator[str]:
    """Three or more weekdays in a row as one stretch."""
    runs: list[list[int]] = []
    for day in weekdays:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        named = [words("weekday", day=day) for day in run]
        yield from [f"{named[0]}–{named[-1]}"] if len(run) > 2 else named


def days(found: Iterable[date]) -> str:
    """Days as 24/11, 26/11; of many the first."""
    listed = list(dict.fromkeys(found))
    shown = ", ".join(map(short_day, listed[:_MOST_DAYS]))
    return f"{shown} …" if len(listed) > _MOST_DAYS else shown


def remarks(words: Words, found: Proposal, *, typed: bool = False) -> list[str]:
    """What was left out and why, what is there already, what is new: a line each. Of what was ``typed`` it is
    said how to type it otherwise."""
    left = {why: [one for one in found.days.left if one.why == why] for why in ("holiday", "past", "far")}
    said = []
    if left["holiday"]:
        skipped = words("plan-holidays", days=", ".join(_holidays(left["holiday"])))
        said.append(f"{skipped} {words('plan-holidays-how')}" if typed else skipped)
    if found.days.worked:
        said.append(words("plan-worked", days=days(found.days.worked)))
    if feasts := sorted({_day(one) for one in found.slots} & set(found.days.feasts)):
        said.append(words("plan-feasts", days=days(feasts)))
    if left["past"]:
        said.append(words("plan-past", days=days(one.day for one in left["past"])))
    if left["far"]:
        said.append(words("plan-far", days=FARTHEST.days, last=short_day(left["far"][0].day)))
    if found.open_until is not None and found.slots:
        said.append(words("plan-open", last=short_day(found.open_until)))
    said += _there_already(words, found)
    return said


def _there_already(words: Words, found: Proposal) -> Iterator[str]:
    if found.same:
        yield words("plan-same", count=len(found.same), days=days(map(_day, found.same)))
    if found.crossing:
        yield words("plan-crossing", days=days(map(_day, found.crossing)))
    if found.new_places:
        yield words("plan-new-place", count=len(found.new_places), places="; ".join(found.new_places))


def _holidays(left: Sequence[Left]) -> Iterator[str]:
    """ "24/11 (Ngày Văn hóa Việt Nam)", "04/02–10/02 (Tết Nguyên đán)"."""
    runs: list[list[Left]] = []
    for one in left:
        if runs and runs[-1][-1].name == one.name and one.day - runs[-1][-1].day <= _NEXT:
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        first, last = short_day(run[0].day), short_day(run[-1].day)
        yield f"{first if first == last else f'{first}–{last}'} ({run[0].name})"
