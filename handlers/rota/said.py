"""What is said of days, piece by piece, and the absolute days it comes to."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from handlers.rota.days import monday
from handlers.rota.sheet import Line

WORKDAYS: Final = (0, 1, 2, 3, 4)
EVERY_DAY: Final = (0, 1, 2, 3, 4, 5, 6)
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Said:
    """Some words about days.

    ``weekly``: again and again. ``weeks``: for so many weeks. ``stretch``: a week or month is named and not
    its days, so that its working days are meant. ``off`` and ``off_weekdays`` are left out.
    """

    weekdays: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    since: date | None = None
    until: date | None = None
    weekly: bool = False
    weeks: int = 0
    stretch: bool = False
    off: tuple[date, ...] = ()
    off_weekdays: tuple[int, ...] = ()
    holidays: bool = False

    @property
    def names_days(self) -> bool:
        """Whether weekdays or dates are named, not only a stretch of time around them."""
        return bool(self.weekdays or self.dates)

    def with_more(self, more: "Said") -> "Said":
        """Both said in one breath; where they differ, the later one stands."""
        return Said(
            weekdays=_union(self.weekdays, more.weekdays),
            dates=_union(self.dates, more.dates),
            since=more.since or self.since,
            until=more.until or self.until,
            weekly=self.weekly or more.weekly,
            weeks=more.weeks or self.weeks,
            stretch=self.stretch or more.stretch,
            off=_union(self.off, more.off),
            off_weekdays=_union(self.off_weekdays, more.off_weekdays),
            holidays=self.holidays or more.holidays,
        )

    def beside(self, more: "Said") -> "Said":
        """Both days of a list: "thứ 7 tuần này và thứ 7 tuần sau" are the Saturdays of both weeks."""
        both = self.with_more(more)
        if self.weekdays != more.weekdays or None in (self.since, self.until, more.since, more.until):
            return both
        firsts = [one for one in (self.since, more.since) if one]
        lasts = [one for one in (self.until, more.until) if one]
        return replace(both, since=min(firsts), until=max(lasts))

    def within(self, around: "Said") -> "Said":
        """These words in the context of ``around``: what they do not say is taken from there."""
        if self.names_days:
            around = replace(around, weekdays=(), dates=())
        if self.since or self.until:
            around = replace(around, since=None, until=None, stretch=False)
        return around.with_more(self)


NOTHING: Final = Said()


def _union(first: tuple[date, ...] | tuple[int, ...], second: tuple[date, ...] | tuple[int, ...]) -> tuple:  # type: ignore[type-arg]  # both of days, or both of weekdays
    return tuple(sorted({*first, *second}))


def placed(said: Said, today_on: date) -> Line:
    """The days of ``said`` as a line without anything else; without any day where none can be told."""
    weekdays = tuple(one for one in said.weekdays if one not in said.off_weekdays)
    since, until = said.since, said.until
    if said.weeks:
        until = (since or today_on) + said.weeks * _WEEK - timedelta(days=1)
    around = Line(off=said.off, holidays=said.holidays)
    if said.dates and not weekdays:
        return replace(around, dates=tuple(one for one in said.dates if one not in said.off))
    if not weekdays:
        return _stretch(said, around, since, until, today_on)
    if not (since or until or said.weekly):
        since = _week_ahead(weekdays, today_on)
        until = since + timedelta(days=6)
    named = () if weekdays == EVERY_DAY else weekdays
    return replace(around, weekdays=named, dates=said.dates, since=since or today_on, until=until)


def _stretch(said: Said, around: Line, since: date | None, until: date | None, today_on: date) -> Line:
    """No day is named: every day of a stretch with an end, the working days of one without."""
    if since is None and until is None:
        return around
    named = EVERY_DAY if until and not said.stretch else WORKDAYS
    weekdays = tuple(one for one in named if one not in said.off_weekdays)
    every = () if weekdays == EVERY_DAY else weekdays
    return replace(around, weekdays=every, since=since or today_on, until=until)


def _week_ahead(weekdays: tuple[int, ...], today_on: date) -> date:
    """The Monday of the first week in which all of them still lie ahead."""
    this = monday(today_on)
    return this if min(weekdays) >= today_on.weekday() else this + _WEEK
