"""The tokens of one piece of a sheet, and the lists that stand in it: of weekdays, of dates."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar

from handlers.rota.letters import Letters
from handlers.rota.tokens import Token

T = TypeVar("T")
_NOTHING: Final = Token("break", 0, 0, "")
_RANGE, _LIST = "-", ","
_NOW: Final = frozenset({"nay", "gio", "bay gio"})

DateSaid = date | tuple[int, int, int]
"""A day seen from today, or (day, month, year) with 0 for what was not said."""


@dataclass(frozen=True, slots=True)
class Dates:
    """A list of days as said, and between each two whether a stretch ("-") or a list (",")."""

    days: tuple[DateSaid, ...]
    joints: tuple[str, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of one piece. ``letters`` is the whole text, ``today_on`` the day it was written."""

    letters: Letters
    tokens: Sequence[Token]
    today_on: date

    def at(self, place: int) -> Token:
        """The token at ``place``; beyond either end one that means nothing."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else _NOTHING

    def typed(self, first: int, end: int) -> str:
        """What was typed from token ``first`` up to, not including, token ``end``."""
        return self.letters.between(self.tokens[first].start, self.tokens[end - 1].end)

    def is_coming(self, place: int) -> bool:
        """Whether "này" or "tới" stands here behind a weekday; "toi" without accents is the evening."""
        token = self.at(place)
        return token.text == "nay" or (token.has("to") and not token.has("part"))

    def leads_on(self, place: int) -> bool:
        """Whether a stretch goes on here to its end: "-", "→", "đến"."""
        return self.at(place).text in ("-", ">") or self.at(place).has("to")

    def is_until(self, place: int) -> bool:
        """Whether "toi" without accents means "tới" here: a date follows."""
        following = self.at(place + 1)
        dated = following.shape == "date" or following.has("relative", "end", "day", "until")
        return self.at(place).has("to") and dated

    def weekdays(self, place: int) -> tuple[tuple[int, ...], int]:
        """Weekdays from ``place`` on ("T2–T6", "thứ 3, 5 và 7") and where they end; none where none stand."""
        first = self._weekday(place)
        if first is None:
            return (), place
        found, joints, end = [first], list[str](), place + 1
        while (more := self._joined(end, self._weekday_again(place))) is not None:
            joint, value, end = more
            found.append(value)
            joints.append(joint)
        return _spread(found, joints), end

    def _weekday(self, place: int) -> tuple[int, ...] | None:
        token = self.at(place)
        if token.shape == "weekdays":
            return token.numbers
        days = token.value("weekdays") or token.value("several_weekdays")
        return tuple(map(int, days.split())) if days else None

    def _weekday_again(self, first: int) -> Callable[[int], tuple[tuple[int, ...], int] | None]:
        """Reads a further weekday; behind "thứ 3" a bare figure is one too, if it rises."""
        figures = self.at(first).text[-1:].isdigit()

        def read(place: int) -> tuple[tuple[int, ...], int] | None:
            named = self._weekday(place)
            if named is not None:
                return named, place + 1
            token = self.at(place)
            number, before = token.number(), self._last_figure(place)
            rises = figures and number is not None and before < number <= 7 and len(token.text) == 1
            return ((number - 2,), place + 1) if rises and number and self._is_bare(place) else None

        return read

    def _last_figure(self, place: int) -> int:
        """The figure of the weekday before ``place``: 2 to 7."""
        before = [token.text[-1] for token in self.tokens[:place] if token.text[-1:].isdigit()]
        return int(before[-1]) if before else 9

    def _is_bare(self, place: int) -> bool:
        """Whether the number here counts nothing and is no hour: what follows is no unit."""
        following = self.at(place + 1)
        return not (
            following.has("people", "week", "month", "per_shift") or following.shape == "clock"
        ) and not (following.text == "-" and self.at(place + 2).shape in ("clock", "count"))

    def _joined(self, place: int, read: Callable[[int], tuple[T, int] | None]) -> tuple[str, T, int] | None:
        """What ``read`` finds behind a joint at ``place``, with the joint: a stretch, or a list."""
        token = self.at(place)
        joint = _RANGE if self.leads_on(place) else _LIST
        joins = token.text in ("-", ">", ",", "/", "+", "&") or token.has("to", "and")
        found = read(place + 1) if joins else None
        if found is None and token.text == "," and self.at(place + 1).has("and"):
            found = read(place + 2)
        if found is None and token.has("weekdays") and read(place) is not None:
            joint, found = _LIST, read(place)
        return (joint, *found) if found is not None else None

    def dates(self, place: int, *, after_from: bool = False) -> Dates | None:
        """Days by date from ``place`` on, where any stand."""
        first = self._date(place, after_from=after_from)
        if first is None:
            return None
        said_day = self.at(place).has("day")
        found, joints, ends = [first[0]], list[str](), [first[1]]
        while (more := self._joined(ends[-1], self._date)) is not None:
            joint, value, end = more
            found.append(value)
            joints.append(joint)
            ends.append(end)
        days = list(_with_months(found, alone=said_day))
        if not days:
            return None
        return Dates(tuple(days), tuple(joints[: len(days) - 1]), ends[len(days) - 1])

    def _date(self, place: int, *, after_from: bool = False) -> tuple[DateSaid, int] | None:
        """One day: in figures, by its number, or seen from today."""
        if self.at(place).has("day") and not self.at(place).has("relative"):
            place += 1
        token = self.at(place)
        if token.shape == "date" and not self._is_name(place):
            return token.day(), place + 1
        shift = self._relative(place, after_from=after_from)
        if shift is not None:
            return self.today_on + timedelta(days=shift), place + 1
        number = token.number()
        if (
            number is None
            or not 1 <= number <= 31
            or (not self._is_bare(place) and not self._has_month(place))
        ):
            return None
        if not self._has_month(place):
            return (number, 0, 0), place + 1
        year = (self.at(place + 4).number() or 0) if self.at(place + 3).has("year") else 0
        return (number, self.at(place + 2).number() or 0, year), place + (5 if year else 3)

    def _has_month(self, place: int) -> bool:
        """ "5 tháng 12" at ``place``."""
        return self.at(place + 1).has("month") and self.at(place + 2).number() is not None

    def _is_name(self, place: int) -> bool:
        """ "đường 30/4", "tổ 12": a name, no date; "28/11 to 31/12" is English."""
        before, first = self.at(place - 1), self.at(place - 2)
        between = before.has("to") and (first.shape == "date" or first.has("relative"))
        return before.has("named_by_date") and not between

    def _relative(self, place: int, *, after_from: bool) -> int | None:
        """How many days from today the word here means; "Mai Dịch" and "thôn Mai" are names."""
        token, before = self.at(place), self.at(place - 1)
        value = token.value("relative")
        if value is None:
            return None
        if token.text in _NOW:
            return int(value) if after_from or (before.has("part") and token.text == "nay") else None
        typed = self.typed(place, place + 1)
        named = typed[0].isupper() and (self.at(place + 1).shape == "word" or before.shape == "word")
        behind = before.shape == "word" or before.has("place", "named_by_date")
        return None if named or behind or self.at(place + 1).has("people") else int(value)


def _spread(found: Sequence[tuple[int, ...]], joints: Sequence[str]) -> tuple[int, ...]:
    """The weekdays of a list: "T2–T6" is five, "2-4-6" are three."""
    named = {day for days in found for day in days}
    for place, joint in enumerate(joints):
        chained = _RANGE in (*joints[max(0, place - 1) : place], *joints[place + 1 : place + 2])
        if joint == _RANGE and not chained:
            named.update(_between(found[place][-1], found[place + 1][0]))
    return tuple(sorted(named))


def _between(first: int, last: int) -> Iterator[int]:
    """The days of a stretch of the week; over Sunday where the first is the later one."""
    for shift in range((last - first) % 7 + 1):
        yield (first + shift) % 7


def _with_months(found: Sequence[DateSaid], *, alone: bool) -> Iterator[DateSaid]:
    """A number takes the month of the next date; one left over is no date, unless "ngày" says so."""
    for place, day in enumerate(found):
        if isinstance(day, date) or day[1]:
            yield day
            continue
        later = (one for one in found[place + 1 :] if not isinstance(one, date) and one[1])
        month = next(later, None)
        if month is not None:
            yield day[0], month[1], month[2]
        elif alone:
            yield day
        else:
            return
