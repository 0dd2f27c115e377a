"""Splits the marks of a line into clauses and sets aside what only looks like a count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from handlers.shorthand.marks import Mark

_TELLING: Final = ("correction", "denial", "difficulty_marker", "total")
_ENDS_SCOPE: Final = frozenset({"\n", "."})
_TURNS: Final = {"(": "subset", ")": "closed", ".": "sentence", "\n": "sentence"}
_CLOCK: Final = frozenset({"gio", "phut"})
_OLD: Final = range(60, 120)
_YEARS: Final = range(2015, 2036)


@dataclass(slots=True)
class Clause:
    """``row``: what binding reads. ``flags``: kinds of telling words, with where they stand. ``unknown`` and
    ``foreign``: marks nobody understood, and numbers of something else. ``scope``: said behind "khó khăn".
    ``joined``: only "và" or the like stands before it."""

    row: list[Mark] = field(default_factory=list)
    flags: list[tuple[str, Mark]] = field(default_factory=list)
    unknown: list[Mark] = field(default_factory=list)
    foreign: int = 0
    approx: bool = False
    scope: bool = False
    joined: bool = False
    words: list[Mark] = field(default_factory=list)

    def said(self, *kinds: str) -> bool:
        return any(kind in kinds for kind, _ in self.flags)

    @property
    def has_number(self) -> bool:
        return any(mark.amount for mark in self.row)


_FLAGS: Final = (
    "correction", "denial", "addition", "reduction", "subset", "question", "plan", "duty", "request",
    "unfinished", "nobody", "asked", "undone",
    "same_as_yesterday", "doing", "crowd", "uncounted", "total", "no_difficulty", "difficulty_marker",
)  # fmt: skip


def clauses(row: Sequence[Mark]) -> list[Clause]:
    """The clauses of a line without its days."""
    found, row = [Clause()], _joined(row)
    for at, mark in enumerate(row):
        if _parts(row, at):
            last = found[-1]
            scope = last.scope and mark.word not in _ENDS_SCOPE
            flags = [] if last.words else last.flags
            found.append(Clause(flags=flags, scope=scope, joined=mark.shape == "word"))
            if mark.word in _TURNS:
                found[-1].flags.append((_TURNS[mark.word], mark))
        else:
            _take(found[-1], row, at)
    for clause in found:
        _scoped(clause)
        if clause.said("undone"):
            _untaken(clause, "undone")
        elif clause.said("unfinished") and any(mark.senses.get("figure") == "ho_so" for mark in clause.row):
            _untaken(clause, "unfinished")
    return [clause for clause in found if clause.words]


def _joined(row: Sequence[Mark]) -> list[Mark]:
    """The marks with "dvc +4" read as "dvc: 4", and "người cao tuổi (11 người)" without its brackets."""
    row = _without_ages(row)
    lone = set(_lone_brackets(row))
    kept = [mark for at, mark in enumerate(row) if at not in lone]
    for at, mark in enumerate(kept[1:-1], 1):
        before, after = kept[at - 1], kept[at + 1]
        if mark.word == "+" and before.is_thing and after.amount and mark.end == after.start:
            kept[at] = replace(mark, word=":", senses={})
    return kept


def _without_ages(row: Sequence[Mark]) -> list[Mark]:
    """ "4 bác trên 70 tuổi" are elderly; of a younger age or of "10 giờ" nothing is counted."""
    kept: list[Mark] = []
    for at, mark in enumerate(row):
        if mark.word in _CLOCK and mark.has("measures") and at and row[at - 1].amount:
            kept.pop()
        elif mark.word == "tuoi" and mark.has("measures") and at and row[at - 1].amount:
            aged = kept.pop()
            if kept and kept[-1].has("about"):
                kept.pop()
            if aged.amount and aged.amount.value in _OLD:
                kept.append(Mark(aged.start, mark.end, {"group": "elderly"}, word="tuoi"))
        else:
            kept.append(mark)
    return kept


def _lone_brackets(row: Sequence[Mark]) -> Iterator[int]:
    """The brackets around a number alone, "(5)", or one with its unit behind an uncounted thing."""
    for at, mark in enumerate(row):
        if mark.word != "(" or mark.shape != "sign":
            continue
        end = next((place for place in range(at + 1, len(row)) if row[place].word == ")"), None)
        inner = row[at + 1 : end]
        if end is None or not inner or inner[0].amount is None:
            continue
        uncounted = (
            at > 0 and row[at - 1].is_thing and not (at > 1 and (row[at - 2].amount or row[at - 2].is_unit))
        )
        if len(inner) == 1 or (uncounted and all(one.is_unit and not one.is_thing for one in inner[1:])):
            yield from (at, end)


def _scoped(clause: Clause) -> None:
    if clause.has_number and not clause.said("difficulty_marker"):
        clause.scope = False


def _untaken(clause: Clause, why: str) -> None:
    """Nobody was helped there: "5 người đang chờ", "2 hồ sơ chưa nộp được" count nothing, and are named as
    not understood."""
    undone = next(mark for kind, mark in clause.flags if kind == why)
    before = [mark for mark in clause.row if mark.amount and mark.start < undone.start]
    void = before[-1:] + [mark for mark in clause.row if mark.amount and mark.start > undone.start]
    clause.unknown += void
    clause.row = [mark for mark in clause.row if mark not in void]


def _parts(row: Sequence[Mark], at: int) -> bool:
    mark = row[at]
    if mark.word in {"(", ")"} and mark.shape == "sign":
        return True
    if mark.word == "+" and mark.shape == "sign":
        return not (at and row[at - 1].amount and row[at - 1].end == mark.start)
    if not (mark.is_end or (mark.has("separators") and not mark.is_thing)):
        return False
    return not _pairs(row, at)


def _pairs(row: Sequence[Mark], at: int) -> bool:
    """ "4 cụ ông, cụ bà", "đón tiếp, phân luồng 50": one count of two things."""
    before, after = _before(row, at), _after(row, at)
    later = row[at + 2] if at + 2 < len(row) else None
    if before is None or after is None or not after.is_thing or (later is not None and later.amount):
        return False
    first = row[at - 2] if at > 1 else None
    if first is None or row[at].word == "\n" or not (before.is_thing or before.has("leading")):
        return False
    return first.amount is not None or first.is_unit


def _take(clause: Clause, row: Sequence[Mark], at: int) -> None:
    mark = row[at]
    clause.words.append(mark)
    quantity = at > 0 and row[at - 1].amount is not None and mark.has("about_after")
    if not (mark.is_thing or mark.amount or quantity):
        clause.flags += [(kind, mark) for kind in _FLAGS if mark.has(kind)]
    if mark.has("difficulty_marker"):
        clause.scope = True
    if mark.amount is not None:
        _take_number(clause, row, at)
    elif mark.is_unknown:
        clause.unknown.append(mark)
        clause.row.append(mark)
    elif _binds(mark) and not _measured(row, at):
        clause.row.append(mark)


def _binds(mark: Mark) -> bool:
    return mark.is_thing or mark.is_unit or mark.is_joint or mark.has("difficulty", *_TELLING)


def _take_number(clause: Clause, row: Sequence[Mark], at: int) -> None:
    mark = row[at]
    if _is_name(row, at):
        return
    if _counts_other(row, at):
        after = _after(row, at)
        measured = after is not None and not after.is_unknown and after.has("measures")
        strange = Mark(mark.start, after.end if after is not None and measured else mark.end)
        clause.foreign += 1
        clause.unknown.append(strange)
        clause.row.append(strange)
        return
    clause.approx = clause.approx or _is_about(row, at)
    clause.row.append(mark)


def _before(row: Sequence[Mark], at: int) -> Mark | None:
    return row[at - 1] if at else None


def _after(row: Sequence[Mark], at: int) -> Mark | None:
    return row[at + 1] if at + 1 < len(row) else None


def _is_name(row: Sequence[Mark], at: int) -> bool:
    """ "ca 2", "quầy 3": but "3 ca 2 dvc" and "đội 5 vneid" count."""
    before, after = _before(row, at), _after(row, at)
    if (
        before is None
        or not before.has("ordinals")
        or before.is_thing
        or before.amount
        or before.has("about")
    ):
        return False
    earlier = _before(row, at - 1)
    if before.is_unit and earlier is not None and earlier.amount:
        return False
    if after is not None and after.has("visit", "person"):
        return False
    counted = after is not None and after.is_thing
    later = row[at + 2] if at + 2 < len(row) else None
    return not counted or (later is not None and later.amount is not None)


def _counts_other(row: Sequence[Mark], at: int) -> bool:
    """ "5 phút", "2 thùng", "2025"."""
    mark, before, after = row[at], _before(row, at), _after(row, at)
    if before is not None and before.has("on_duty") and after is not None and after.has("case"):
        return True
    counted = after is not None and (after.is_thing or after.is_unit)
    if mark.amount is not None and mark.amount.value in _YEARS and not counted:
        return True
    if after is None or after.amount or after.is_thing or after.has("visit", "person", "case", "weak"):
        return after is not None and after.is_unit and _called(row, at + 1)
    if after.has("shift") and at + 2 < len(row) and (row[at + 2].amount or row[at + 2].is_thing):
        return False
    if after.has("about_after") and (not after.has("measures") or _counted_at(row, at + 2)):
        return False
    return after.is_unknown or after.has("measures") or after.shape == "time"


def _counted_at(row: Sequence[Mark], at: int) -> bool:
    return at < len(row) and (row[at].is_thing or row[at].is_unit)


def _called(row: Sequence[Mark], at: int) -> bool:
    """ "hai bác ơi": addressed, not counted."""
    after = _after(row, at)
    return after is not None and after.word == "oi"


def _measured(row: Sequence[Mark], at: int) -> bool:
    before = _before(row, at)
    return before is not None and before.amount is not None and _counts_other(row, at - 1)


def _is_about(row: Sequence[Mark], at: int) -> bool:
    mark, before, after = row[at], _before(row, at), _after(row, at)
    if mark.amount is not None and mark.amount.approx:
        return True
    earlier = _before(row, at - 1) if before is not None and before.has("fillers", "doing") else None
    if any(one is not None and one.has("about") for one in (before, earlier)):
        return True
    later = row[at + 2] if at + 2 < len(row) and after is not None and after.is_unit else None
    return any(
        one is not None and one.has("about_after") and not one.is_thing and not _apart(mark, one)
        for one in (after, later)
    )


def _apart(number: Mark, sign: Mark) -> bool:
    """Whether a plus stands between two counts: "20+" is about twenty, "6 + 5" is not."""
    return sign.word == "+" and sign.start > number.end


def telling(row: Sequence[Clause]) -> Iterator[tuple[str, Mark]]:
    """The telling words of all clauses, in order."""
    for clause in row:
        yield from clause.flags
