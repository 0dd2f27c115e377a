"""Which number belongs to what, within one clause: the cheapest reading of its marks wins.

"15 ng vneid 5 dvc 2" is a total and two counts, "5 ng vneid 2 ng dvc" two counts: no rule of thumb tells
them apart, but leaving a number or a thing without its partner costs more than either order.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from handlers.shorthand.marks import THINGS, Mark

Family = Literal["category", "group", "figure"]

# Prices: a number without a partner, a thing without a number, a total, a gap, a change of order.
_STRAY, _ALONE, _TOTAL, _GAP, _BEHIND = 2.0, 1.0, 0.3, 0.6, 0.1
_OF_PEOPLE: Final = frozenset({"skill", "no_phone", "language", "vneid", "trust", "data"})
_MEASURING: Final = frozenset({"ho_so"})
_MAYBE: Final = 0.9
_IN_CLASS: Final = frozenset({"lop", "hoc_vien", "tap_huan", "nguoi_tap_huan"})
_ATTENDING: Final = frozenset({"tnv_tham_gia"})
_ON_PAPER: Final = frozenset({"digitise", "officer"})
_DEAREST: Final = 1.4
_LONGEST, _WIDEST, _MANY_CLASSES = 60, 2, 7
# "lớp bdhvs 25 người": the number counts who sat in it.
_THOSE_IN: Final = {"lop": "hoc_vien", "tap_huan": "nguoi_tap_huan"}


@dataclass(frozen=True, slots=True)
class Bound:
    """What a clause says in one place: ``kind`` is a family, ``visit``, ``person``, ``case``, ``total``,
    ``stray`` (a number alone, ``code`` weak where some unit follows), ``alone`` (a thing alone),
    ``difficulty``, ``maybe_figure``."""

    kind: str
    code: str
    value: int
    mark: Mark
    at: int = 0
    """Where its number stands, or the mark where there is none."""


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

    return clause.led_by_total(lambda at: best(at)[1]) or best(0)[1]


class _Clause:
    """The readings that may begin at one mark."""

    def __init__(self, row: Sequence[Mark]) -> None:
        self.row = row

    def led_by_total(self, rest: Callable[[int], tuple[Bound, ...]]) -> tuple[Bound, ...] | None:
        """ "9 lượt thanh toán 4 tra cứu 5": a number in front that is the sum of what follows."""
        if not self.row or self.row[0].amount is None:
            return None
        end = self._over_units(1)
        for _, _, (total,) in self._standing_alone(self.row[0], self.row[1:end], end):
            parts = rest(end)
            counts = [one.value for one in parts if one.kind == "category"]
            if (
                len(counts) > 1
                and sum(counts) == total.value
                and not any(one.kind == "stray" for one in parts)
            ):
                return (total, *parts)
        return None

    def steps(self, at: int) -> Iterator[_Step]:
        mark = self.row[at]
        if mark.amount is not None:
            after = self._at(at + 1)
            weak = "weak" if after is not None and after.is_unit else ""
            yield _STRAY, at + 1, (Bound("stray", weak, mark.amount.value, mark),)
            yield from self._number_first(at)
        elif mark.is_thing:
            yield _ALONE, at + 1, (Bound("alone", "", 0, mark),)
            yield from self._thing_first(at)
        elif mark.has("difficulty"):
            found = Bound("difficulty", mark.senses["difficulty"], 0, mark)
            yield 0.0, at + 1, (found,)
            yield from self._stuck_people(found, at + 1)
        else:
            yield 0.0, at + 1, ()
            if mark.has("total", "visit", "person"):
                yield from self._total_first(at)

    def _stuck_people(self, found: Bound, place: int) -> Iterator[_Step]:
        """ "otp không về 2 người": they were stuck, nobody says they were helped."""
        number, end = self._at(place), self._over_units(place + 1)
        if found.code not in _OF_PEOPLE or number is None or not number.amount or self._at(end) is not None:
            return
        if any(unit.has("person") for unit in self.row[place + 1 : end]):
            yield _TOTAL / 2, end, (found,)

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
            said = self.row[place - 1]
            of_people = thing.senses.get("difficulty") in _OF_PEOPLE
            if (
                of_people
                or said is number
                or (thing.has("difficulty_marker") and not said.has("visit", "person"))
            ):
                yield cost + _TOTAL / 2, place, ()
        if not thing.is_thing:
            return
        first = self._bound(thing, number)
        yield cost, place + 1, (first,)
        after = place + 1
        yield from self._behind_gap(number, first, after, cost)
        while (other := self._at(after)) is not None and other.is_thing:
            second = self._bound(other, number)
            after += 1
            if (second.kind, second.code) != (first.kind, first.code):
                if second.kind != first.kind and first.code not in _MEASURING:
                    yield cost, after, (first, second)
                elif second.kind == first.kind == "group":
                    yield from self._with_third(number, after, cost, (first, second))
                break
            yield cost, after, (first,)

    def _behind_gap(self, number: Mark, first: Bound, place: int, cost: float) -> Iterator[_Step]:
        """ "7 công nhân khu X đăng ký tạm trú": a word nobody knows between people and what they came for."""
        thing = self._at(place + 1)
        counted = self._at(place + 2)
        if first.kind != "group" or not self._is_gap(place) or thing is None or not thing.has("category"):
            return
        if counted is None or counted.amount is None:
            yield cost + _GAP, place + 2, (first, self._bound(thing, number))

    def _with_third(
        self, number: Mark, place: int, cost: float, both: tuple[Bound, Bound]
    ) -> Iterator[_Step]:
        """ "3 cụ già đi lại khó khăn làm VNeID": two groups overlap, and what they came for."""
        yield cost, place, both
        third = self._at(place)
        if third is not None and third.is_thing and "category" in third.senses:
            yield cost, place + 1, (*both, self._bound(third, number))

    def _standing_alone(self, number: Mark, units: Sequence[Mark], end: int) -> Iterator[_Step]:
        for kind in ("visit", "person", "case"):
            unit = next((unit for unit in units if unit.has(kind)), None)
            if unit is not None:
                yield _TOTAL, end, (Bound(kind, "", _value(number), number),)
                return

    def _thing_first(self, at: int) -> Iterator[_Step]:
        """ "vneid 5 [ca]", "vneid: 5", "đưa đón 3 cụ", "dvc sửa thành 4"."""
        thing, place, price = self.row[at], at + 1, _BEHIND
        while (mark := self._at(place)) is not None and (step := self._bridge(place, mark)):
            place, price = place + step, price + (_GAP if mark.is_unknown else 0)
        number = self._at(place)
        colon = self.row[place - 1].is_joint
        if number is None or number.amount is None or price > _DEAREST:
            return
        cost = price - (_BEHIND / 2 if colon else 0)
        end = self._over_units(place + 1)
        first = self._bound(thing, number, before=False, colon=colon)
        if any(mark.has("denial") for mark in self.row[at:place]):
            first = replace(first, at=0)  # the denial is about the number before
        if not _is_behind(thing) and first.code not in _THOSE_IN and self._visits(place + 1, end):
            return  # "đội hình: 75 lượt" counts visits
        if first.kind == "maybe_figure":
            yield _MAYBE, place + 1, (first,)
            return
        if first.code in _THOSE_IN and (end > place + 1 or first.value > _MANY_CLASSES):
            first = replace(first, code=_THOSE_IN[first.code])
        yield cost, place + 1, (first,)
        yield cost, end, (first,)
        yield from self._with_more(first, number, end, cost)

    def _bridge(self, place: int, mark: Mark) -> int:
        """How many marks at ``place`` may stand between a thing and its number."""
        after = self._at(place + 1)
        if mark.has("denial") and after is not None and after.amount:
            return 2
        return int(mark.is_joint or mark.has("correction") or _is_unit_only(mark) or mark.is_unknown)

    def _with_more(self, first: Bound, number: Mark, end: int, cost: float) -> Iterator[_Step]:
        """ "dvc 3 người già", "nhập liệu 70 hồ sơ hộ tịch", "người dân tộc 6 người làm căn cước"."""
        other, after = self._at(end), self._at(end + 1)
        if other is None or not other.is_thing:
            return
        second = self._bound(other, number)
        if second.kind == "group" != first.kind:
            yield cost / 2, end + 1, (first, second)
        elif second.code in _ATTENDING and first.code in _IN_CLASS:
            yield cost / 2, end + 1, (replace(first, code=_THOSE_IN.get(first.code, first.code)),)
        elif after is not None and after.amount is not None:
            return
        elif first.code in _ON_PAPER and self.row[end - 1] is not number:
            yield cost, end + 1, (first,)
        elif first.kind == "group" and second.kind == "category":
            yield cost, end + 1, (first, second)

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

    def _visits(self, start: int, end: int) -> bool:
        return any(unit.has("visit", "person") for unit in self.row[start:end])

    def _over_units(self, place: int) -> int:
        while (mark := self._at(place)) is not None and _may_measure(mark):
            place += 1
        return place

    def _is_gap(self, place: int) -> bool:
        mark = self._at(place)
        return mark is not None and mark.is_unknown

    def _at(self, place: int) -> Mark | None:
        return self.row[place] if place < len(self.row) else None

    def _bound(self, thing: Mark, number: Mark, *, before: bool = True, colon: bool = False) -> Bound:
        kind = _family(thing, before=before)
        name = kind.removeprefix("counted_") if kind else "figure" if colon else "maybe_figure"
        return Bound(name, thing.senses[kind or "counted_figure"], _value(number), thing, number.start)


def _family(thing: Mark, *, before: bool) -> str | None:
    """As what a thing is counted, the number standing before or behind it."""
    kinds = ("figure", "counted_figure", "group", "category") if before else ("category", "group", "figure")
    return next((kind for kind in kinds if kind in thing.senses and kind in THINGS), None)


def _is_behind(thing: Mark) -> bool:
    """Whether a thing may also stand in front of its number without a colon."""
    return _family(thing, before=False) is not None


def _is_unit_only(mark: Mark) -> bool:
    return mark.is_unit and not mark.is_thing


def _may_measure(mark: Mark) -> bool:
    """A unit, or a thing that also measures others ("5 hồ sơ dvc", "scan 20 hs")."""
    figure = mark.senses.get("figure") or mark.senses.get("counted_figure")
    return _is_unit_only(mark) or figure in _MEASURING


def _value(number: Mark) -> int:
    return number.amount.value if number.amount else 0
