"""Hours beside work: shifts that had much more, or much less, to do than the team is used to. Advice only."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from handlers.section import Picture, Section
from handlers.shift_told import times
from locales import Words
from locales.formats import number
from storage.attendances import NamedAttendance
from storage.figures import VISITS, Told, of_day, visits_of
from storage.records.work import HelpReport, ReportState
from storage.shifts import PlacedShift

BUSY, QUIET = 1.5, 0.5
"""Times the team's own usual number of visits an hour of one volunteer."""
ENOUGH_DAYS = 3
"""Days before this one from which something usual can be told."""
ENOUGH_HOURS = 2.0
"""Hours of volunteers below which a stretch says nothing."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A shift, or the whole day where ``shift`` is None; ``whole``: everybody there has reported."""

    shift: PlacedShift | None
    hours: float
    visits: int
    whole: bool


class PaceSection(Section):
    """See the module."""

    name = "pace"
    rank = 25
    yields = 50

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """A line for each stretch out of the ordinary; a quiet one only when no report is missing."""
        usual = _usual(seen)
        if usual is None:
            return []
        lines = []
        for one in _stretches(seen):
            rate = one.visits / one.hours if one.hours >= ENOUGH_HOURS else usual
            if rate >= BUSY * usual or (rate <= QUIET * usual and one.whole):
                lines.append(self._advice(words, one, rate, usual))
        return lines

    def _advice(self, words: Words, one: _Stretch, rate: float, usual: float) -> str:
        return words(
            "digest-pace-busy" if rate > usual else "digest-pace-quiet",
            shift=times(words, one.shift.starts_at, one.shift.ends_at) if one.shift else "none",
            rate=number(round(rate, 1), words.language),
            usual=number(round(usual, 1), words.language),
        )


def _usual(seen: Picture) -> float | None:
    """Visits an hour of one volunteer over the days before, from days of which both are known."""
    visits: Counter[str] = Counter()
    for total in seen.week_before:
        if total.figure == VISITS:
            visits[total.day_on] += total.count
    minutes = {one.day_on: one.minutes for one in seen.worked_before if one.minutes and visits[one.day_on]}
    if len(minutes) < ENOUGH_DAYS:
        return None
    return sum(visits[day] for day in minutes) / (sum(minutes.values()) / 60)


def _stretches(seen: Picture) -> list[_Stretch]:
    """The shifts of the day; the whole day where a figure of the leader, or no shift, is all there is."""
    counted = [one for one in seen.reports if one.state is ReportState.COUNTED]
    told = of_day(counted, seen.word).get((VISITS, ""), Told())
    placed = {one.id for one in seen.shifts}
    if told.given is not None or not all(one.shift_id in placed for one in seen.attendances):
        return [_stretch(seen, None, list(seen.attendances), counted, told.count, told.given is not None)]
    found = []
    for shift in seen.shifts:
        there = [one for one in seen.attendances if one.shift_id == shift.id]
        ids = {one.id for one in there}
        own = [one for one in counted if one.attendance_id in ids]
        visits = sum(visits_of(one.visits, one.lines) for one in own)
        found.append(_stretch(seen, shift, there, own, visits))
    return found


def _stretch(
    seen: Picture,
    shift: PlacedShift | None,
    there: list[NamedAttendance],
    counted: list[HelpReport],
    visits: int,
    given: bool = False,
) -> _Stretch:
    reported = {one.person_id for one in counted}
    worked = sum((_length(seen, one) for one in there), timedelta())
    return _Stretch(shift, worked / _HOUR, visits, given or {one.person_id for one in there} <= reported)


def _length(seen: Picture, one: NamedAttendance) -> timedelta:
    """What somebody worked; who did not check out, as far as their shift goes."""
    shift = next((each for each in seen.shifts if each.id == one.shift_id), None)
    ended_at = one.out_at or (shift.ends_at if shift else one.in_at)
    return max(ended_at - one.in_at, timedelta())
