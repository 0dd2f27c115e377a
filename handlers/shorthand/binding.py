"""Which number belongs to what, within one clause: the cheapest reading of its marks wins.

"15 ng vneid 5 dvc 2" is a total and two counts, "5 ng vneid 2 ng dvc" two counts: no rule of thumb tells
them apart, but leaving a number or a thing without its partner costs more than either order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from handlers.shorthand.marks import THINGS, Mark

Family = Literal["category", "group", "figure"]

# Prices: a number without a partner, a thing without a number, a total, a gap, a change of order.
_STRAY, _ALONE, _TOTAL, _GAP, _BEHIND = 2.0, 1.0, 0.3, 0.6, 0.1
_OF_PEOPLE: Final = frozenset({"skill", "no_phone", "language", "vneid", "trust", "data"})
_MEASURING: Final = frozenset({"ho_so"})
_LONGEST, _WIDEST, _MANY_CLASSES = 60, 2, 7
# "lớp bdhvs 25 người": the number counts who sat in it.
_THOSE_IN: Final = {"lop": "hoc_vien", "tap_huan": "nguoi_tap_huan"}


@dataclass(frozen=True, slots=True)
class Bound:
    """What a clause says in one place: ``kind`` is a family, ``visit``, ``person``, ``case``, ``total``,
    ``stray`` (a number alone), ``alone`` (a thing alone), ``difficulty``."""

    kind: str
    code: str
    value: int
    mark: Mark


_Way = tuple[float, tuple[Bound, ...]]
_Step = tuple[float, int, tuple[Bound, ...]]


def bind(row: Sequence[Mark]) -> tuple[Bound, ...]:
    """The cheapest reading of a clause; ``row`` holds only numbers, things, units and what parts them."""
    if len(row) > _LONGEST:
        return ()
    clause = _Clause(row)

    @cache
    def best(at: int) -> _Way:
        if at == len(row):
            return 0.0, ()
        ways = ((cost, end, found) for cost, end, found in clause.steps(at))
        return min(
            ((cost + best(end)[0], found + best(end)[1]) for cost, end, found in ways), key=lambda way: way[0]
        )

    return best(0)[1]


class _Clause:
    """The readings that may begin at one mark."""

    def __init__(self, row: Sequence[Mark]) -> None:
        self.row = row

    def steps(self, at: int) -> Iterator[_Step]:
        mark = self.row[at]
        if mark.amount is not None:
            yield _STRAY, at + 1, (Bound("stray", "", mark.amount.value, mark),)
            yield from self._number_first(at)
        elif mark.is_thing:
            yield _ALONE, at + 1, (Bound("alone", "", 0, mark),)
            yield from self._thing_first(at)
        elif mark.has("difficulty"):
            yield 0.0, at + 1, (Bound("difficulty", mark.senses["difficulty"], 0, mark),)
        else:
            yield 0.0, at + 1, ()
            if mark.has("total", "visit", "person"):
                yield from self._total_first(at)

    def _number_first(self, at: int) -> Iterator[_Step]:
        """ "5 [người] vneid", "5 người", "1 kk", "3 người không biết dùng"."""
        number = self.row[at]
        end = self._over_units(at + 1)
        yield from self._standing_alone(number, self.row[at + 1 : end], end)
        for place in range(at + 1, end + 1):
            yield from self._with_things(number, place, 0)
        place = end + 1
        while end > at + 1 and self._is_gap(place - 1) and place <= end + _WIDEST:
            yield from self._with_things(number, place, (place - end) * _GAP)
            place += 1

    def _with_things(self, number: Mark, place: int, cost: float) -> Iterator[_Step]:
        thing = self._at(place)
        if thing is None:
            return
        if thing.has("difficulty_marker") or (thing.has("difficulty") and not thing.is_thing):
            of_people = thing.senses.get("difficulty") in _OF_PEOPLE or thing.has("difficulty_marker")
            if of_people or self.row[place - 1] is number:
                yield cost + _TOTAL / 2, place, ()
        if not thing.is_thing:
            return
        first = self._bound(thing, number)
        yield cost, place + 1, (first,)
        after = place + 1
        while (other := self._at(after)) is not None and other.is_thing:
            second = self._bound(other, number)
            if (second.kind, second.code) != (first.kind, first.code):
                if second.kind != first.kind and first.code not in _MEASURING:
                    yield cost, after + 1, (first, second)
                break
            after += 1
            yield cost, after, (first,)

    def _standing_alone(self, number: Mark, units: Sequence[Mark], end: int) -> Iterator[_Step]:
        for kind in ("visit", "person", "case"):
            unit = next((unit for unit in units if unit.has(kind)), None)
            if unit is not None:
                yield _TOTAL, end, (Bound(kind, "", _value(number), number),)
                return

    def _thing_first(self, at: int) -> Iterator[_Step]:
        """ "vneid 5 [ca]", "vneid: 5", "đưa đón 3 cụ", "dvc sửa thành 4"."""
        thing = self.row[at]
        place = at + 1
        while (mark := self._at(place)) is not None and (
            mark.is_joint or mark.has("correction") or _is_unit_only(mark)
        ):
            place += 1
        number = self._at(place)
        colon = self.row[place - 1].is_joint
        if number is None or number.amount is None or _family(thing, before=colon) is None:
            return
        cost = _BEHIND - (_BEHIND / 2 if colon else 0)
        end = self._over_units(place + 1)
        first = self._bound(thing, number, before=False)
        if first.code in _THOSE_IN and (end > place + 1 or first.value > _MANY_CLASSES):
            first = replace(first, code=_THOSE_IN[first.code])
        yield cost, place + 1, (first,)
        yield cost, end, (first,)
        other = self._at(end)
        if other is not None and other.is_thing and "group" in other.senses and first.kind != "group":
            yield cost / 2, end + 1, (first, self._bound(other, number))

    def _total_first(self, at: int) -> Iterator[_Step]:
        """ "tổng 20 [lượt]", "tổng số lượt: 35", "lượt người dân: 40", "lượt 20"."""
        place, joined = at, False
        while (mark := self._at(place)) is not None and (
            mark.has("total", "correction") or mark.is_joint or _is_unit_only(mark)
        ):
            joined = joined or mark.is_joint or mark.has("total", "correction")
            place += 1
        number = self._at(place)
        if number is None or number.amount is None or not (joined or self.row[at].has("visit")):
            return
        end = self._over_units(place + 1)
        kind = "total" if any(mark.has("total") for mark in self.row[at:place]) else "visit"
        yield _TOTAL - (0.1 if joined else -0.05), end, (Bound(kind, "", _value(number), number),)

    def _over_units(self, place: int) -> int:
        while (mark := self._at(place)) is not None and _may_measure(mark):
            place += 1
        return place

    def _is_gap(self, place: int) -> bool:
        mark = self._at(place)
        return mark is not None and mark.is_unknown

    def _at(self, place: int) -> Mark | None:
        return self.row[place] if place < len(self.row) else None

    def _bound(self, thing: Mark, number: Mark, *, before: bool = True) -> Bound:
        kind = _family(thing, before=before) or "counted_figure"
        return Bound(kind.removeprefix("counted_"), thing.senses[kind], _value(number), thing)


def _family(thing: Mark, *, before: bool) -> str | None:
    """As what a thing is counted, the number standing before or behind it."""
    kinds = ("figure", "counted_figure", "group", "category") if before else ("category", "group", "figure")
    return next((kind for kind in kinds if kind in thing.senses and kind in THINGS), None)


def _is_unit_only(mark: Mark) -> bool:
    return mark.is_unit and not mark.is_thing


def _may_measure(mark: Mark) -> bool:
    """A unit, or a thing that also measures others ("5 hồ sơ dvc", "scan 20 hs")."""
    figure = mark.senses.get("figure") or mark.senses.get("counted_figure")
    return _is_unit_only(mark) or figure in _MEASURING


def _value(number: Mark) -> int:
    return number.amount.value if number.amount else 0
