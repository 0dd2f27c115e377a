"""What neighbouring clauses say together: "2 cụ già và 3 người khuyết tật làm VNeID" are five at VNeID."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.shorthand.binding import Bound, bind
from handlers.shorthand.clauses import Clause

Told = tuple[Clause, tuple[Bound, ...]]

_SAID: Final = frozenset({"visit", "person", "total"})
_WHO: Final = frozenset({"group", "figure"})


def told_together(row: Sequence[Clause]) -> list[Told]:
    """Every clause with what its marks say, and what the clause before it adds to that."""
    told: list[Told] = []
    for clause in row:
        found = _helped(clause, bind(clause.row))
        if told:
            found = _shared(told[-1], clause, found) or _carried(told, clause, found) or found
        told.append((clause, found))
    if any(one.kind in _SAID for _, bounds in told for one in bounds):
        told = [(clause, tuple(_of_shift(clause, one) for one in found)) for clause, found in told]
    return told


def _of_shift(clause: Clause, one: Bound) -> Bound:
    """ "sáng 6 chiều 8 lượt": a number alone behind a part of the day counts visits, if another one does."""
    if one.kind != "stray":
        return one
    place = next(at for at, mark in enumerate(clause.words) if mark is one.mark)
    return replace(one, kind="visit") if place and clause.words[place - 1].has("shift") else one


def _helped(clause: Clause, found: tuple[Bound, ...]) -> tuple[Bound, ...]:
    """ "tiếp đón 30": a number alone that ends a clause, right behind a helping word, counts visits."""
    if len(clause.words) < 2 or not found or found[-1].kind != "stray":
        return found
    last, before = clause.words[-1], clause.words[-2]
    if found[-1].mark is not last or not before.has("helping") or clause.said("correction", "denial"):
        return found
    return (*found[:-1], replace(found[-1], kind="visit"))


def _shared(before: Told, clause: Clause, found: tuple[Bound, ...]) -> tuple[Bound, ...] | None:
    """Groups joined by "và" that came for the same thing."""
    kinds = [one.kind for one in before[1]]
    if not clause.joined or len(kinds) != 1 or kinds[0] not in _WHO or len(found) < 2:
        return None
    matter = found[-1]
    if matter.kind != "category" or any(one.kind not in _WHO for one in found[:-1]):
        return None
    return (*found, replace(matter, value=before[1][0].value))


def _carried(told: Sequence[Told], clause: Clause, found: tuple[Bound, ...]) -> tuple[Bound, ...] | None:
    """ "chỉ đứng phân luồng, khoảng 60 người": the one matter named before, and how many came for it."""
    matters = [one for _, bounds in told for one in bounds]
    if len(matters) != 1 or matters[0].kind != "alone" or len(found) != 1 or told[-1][0].scope:
        return None
    weak = found[0].kind == "stray" and any(mark.has("weak") for mark in clause.row)
    code = matters[0].mark.senses.get("category")
    if code is None or not (found[0].kind == "person" or weak):
        return None
    return (replace(found[0], kind="category", code=code),)
