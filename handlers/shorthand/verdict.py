"""Whether a line is a report at all: small talk, questions, plans and wishes also contain numbers."""

from collections.abc import Sequence
from typing import Final

from handlers.shorthand.account import Account
from handlers.shorthand.clauses import Clause
from handlers.shorthand.marks import Mark

_WISHES: Final = ("question", "plan", "duty", "request")
_OPEN: Final = frozenset({"nao", "gi", "ai", "dau"})
_WANTING: Final = frozenset({"can", "nho", "hoi", "muon", "xin"})
_NO: Final = frozenset({"khong", "chua", "het"})
_ARRIVED: Final = frozenset({"den", "toi", "ghe", "vao", "vo"})
_STRANGE_FOR_ONE, _STRANGE_FOR_TOLD, _STRANGE_FOR_MANY = 3, 5, 9


def trusted(row: Sequence[Clause], *, ends_open: bool, has_day: bool) -> list[Clause]:
    """The clauses before the first question, plan or wish; none when the line begins with one.

    ``ends_open``: the line ends in "không" or "chưa", which asks.
    """
    kept: list[Clause] = []
    told = has_day
    for at, clause in enumerate(row):
        if _on_duty(clause) and any(later.said("doing") and later.has_number for later in row[at + 1 :]):
            continue
        if _wishes(clause, last=ends_open and clause is row[-1], told=told):
            return _without_joined(kept, clause)
        kept.append(clause)
        told = told or (clause.has_number and any(mark.is_thing or mark.is_unit for mark in clause.row))
    return kept


def _on_duty(clause: Clause) -> bool:
    """ "em trực ca sáng, hỗ trợ được 15 người": where one was on duty, not what one plans."""
    return not clause.has_number and clause.said("duty") and not clause.said("question", "plan", "request")


def _without_joined(kept: list[Clause], wish: Clause) -> list[Clause]:
    """What stands before a wish, less what "và" ties to it."""
    while kept and wish.joined:
        wish = kept.pop()
    return kept


def _wishes(clause: Clause, *, last: bool, told: bool) -> bool:
    kinds = {*_WISHES, "asked"} if clause.has_number else _WISHES
    return last or any(
        kind in kinds and not _open(clause, mark) and not _of_others(clause, mark, told=told)
        for kind, mark in clause.flags
    )


def _of_others(clause: Clause, mark: Mark, *, told: bool) -> bool:
    """ "hôm nay có 12 người đến nhờ nộp thuế": in a line that reports, counted people may want something;
    and whoever asked to have something done was helped with it."""
    before = [other for other in clause.words if other.end <= mark.start]
    asked_for = mark.word == "nho" and any(
        other.start > mark.start and other.is_thing for other in clause.words
    )
    return (asked_for or (told and mark.word in _WANTING)) and any(
        one.amount and any(other.is_unit or other.is_thing for other in before[at + 1 :])
        for at, one in enumerate(before)
    )


def _open(clause: Clause, mark: Mark) -> bool:
    """ "không nộp được hồ sơ nào" asks nothing."""
    denied = any(other.word in _NO and other.start < mark.start for other in clause.words)
    return mark.word in _OPEN and (denied or clause.said("nobody"))


def is_report(row: Sequence[Clause], kept: Account, *, has_day: bool, cut: bool) -> bool:
    """Whether the trusted clauses, added up, report something; ``cut``: a question or plan followed them."""
    if any(clause.said("same_as_yesterday") for clause in row) or nobody_came(row):
        return _strange(row) <= 1
    strange = _strange(row)
    if kept.counted >= 2 or (kept.counted and kept.visits is not None):
        return strange <= _STRANGE_FOR_MANY
    if cut and not has_day:
        return False
    told = has_day or any(clause.said("doing") for clause in row) or bool(kept.difficulties)
    if kept.counted:
        other = any(_counts_other(clause) for clause in row)
        return strange <= (_STRANGE_FOR_TOLD if told else 0 if other else _STRANGE_FOR_ONE)
    if kept.visits is not None:
        return _visits_alone(row, kept, strange, told=told)
    if any(clause.said("uncounted") for clause in row):
        return strange <= 1 and _uncounted_people(row)
    return bool(kept.difficulties) and not strange and any(clause.said("difficulty_marker") for clause in row)


def _counts_other(clause: Clause) -> bool:
    """Whether a number beside a thing is of something else, or stands behind a word nobody knows."""
    far = any(
        mark.amount and clause.row[at - 1].is_unknown and any(one.is_thing for one in clause.row[:at])
        for at, mark in enumerate(clause.row)
        if at
    )
    return bool(clause.foreign or far) and any(mark.is_thing for mark in clause.row)


def _visits_alone(row: Sequence[Clause], kept: Account, strange: int, *, told: bool) -> bool:
    crowd = any(clause.said("crowd") for clause in row)
    visit = any(entry.kind in {"visit", "total"} for entry in kept.entries)
    if crowd and not visit and not any(clause.said("doing") for clause in row):
        return False
    per_shift = {"case", "person"} <= {entry.kind for entry in kept.entries} and not told
    if per_shift or (any(clause.foreign for clause in row) and not (told and visit)):
        return False
    return strange == 0 or (told and strange <= 2) or (visit and strange <= 2)


def _uncounted_people(row: Sequence[Clause]) -> bool:
    return any(mark.is_unit or mark.is_thing for clause in row for mark in clause.words)


def nobody_came(row: Sequence[Clause]) -> bool:
    """Whether a clause says that nobody came, and nothing else."""
    return any(_says_nobody(clause) for clause in row)


def _says_nobody(clause: Clause) -> bool:
    at = next((place for place, mark in enumerate(clause.words) if mark.has("nobody")), None)
    if at is None or clause.unknown or clause.has_number:
        return False
    after = clause.words[at + 1 :]
    arrived = bool(after) and after[0].word in _ARRIVED
    return not any(mark.has("unless") or (mark.is_thing and not arrived) for mark in after)


def all_understood(row: Sequence[Clause]) -> bool:
    """Whether no word of the clauses is strange."""
    return not _strange(row)


def _strange(row: Sequence[Clause]) -> int:
    """How much of the line nobody understood: all of a clause that counts, half of one that only tells, and
    nothing behind "khó khăn", where anything may be said."""
    strange = 0
    for clause in row:
        unknown = [mark for mark in clause.unknown if not clause.scope or mark.start < _marker(clause)]
        counts = clause.has_number or clause.foreign or len(row) == 1
        strange += len(unknown) + clause.foreign if counts else len(unknown) // 2
    return strange


def _marker(clause: Clause) -> int:
    return next((mark.start for kind, mark in clause.flags if kind == "difficulty_marker"), 0)


def ends_open(words: Sequence[Mark]) -> bool:
    """Whether the last word is a bare "không" or "chưa"."""
    spoken = [mark for mark in words if mark.shape == "word"]
    return bool(spoken) and spoken[-1].is_unknown and spoken[-1].word in {"khong", "chua"}
