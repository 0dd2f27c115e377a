"""Whether a line is a report at all: small talk, questions, plans and wishes also contain numbers."""

from collections.abc import Sequence
from typing import Final

from handlers.shorthand.account import Account
from handlers.shorthand.clauses import Clause
from handlers.shorthand.marks import Mark

_WISHES: Final = ("question", "plan", "request", "undone")
_STRANGE_FOR_ONE, _STRANGE_FOR_TOLD, _STRANGE_FOR_MANY = 3, 5, 9
_SURE: Final = 3


def trusted(row: Sequence[Clause], *, ends_open: bool) -> list[Clause]:
    """The clauses before the first question, plan or wish; none when the line begins with one.

    ``ends_open``: the line ends in "không" or "chưa", which asks.
    """
    kept: list[Clause] = []
    for clause in row:
        if _wishes(clause, last=ends_open and clause is row[-1]):
            return _without_joined(kept, clause)
        kept.append(clause)
    return kept


def _without_joined(kept: list[Clause], wish: Clause) -> list[Clause]:
    """What stands before a wish, less what "và" ties to it."""
    while kept and wish.joined:
        wish = kept.pop()
    return kept


def _wishes(clause: Clause, *, last: bool) -> bool:
    open_words = {"nao"} if clause.said("nobody") else set()
    asked = clause.has_number and clause.said("asked")
    return (
        last or asked or any(kind in _WISHES and mark.word not in open_words for kind, mark in clause.flags)
    )


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
        other = any(clause.foreign and any(mark.is_thing for mark in clause.row) for clause in row)
        return strange <= (_STRANGE_FOR_TOLD if told else 0 if other else _STRANGE_FOR_ONE)
    if kept.visits is not None:
        return _visits_alone(row, kept, strange, told=told)
    if any(clause.said("uncounted") for clause in row):
        return strange <= 1 and _uncounted_people(row)
    return bool(kept.difficulties) and not strange and any(clause.said("difficulty_marker") for clause in row)


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
    return not any(mark.has("unless") or mark.is_thing for mark in clause.words[at + 1 :])


def _strange(row: Sequence[Clause]) -> int:
    """How much of the line nobody understood; behind "khó khăn" anything may be said."""
    return sum(len(clause.unknown) + clause.foreign for clause in row if not clause.scope) + sum(
        len([mark for mark in clause.unknown if mark.start < _marker(clause)])
        for clause in row
        if clause.scope
    )


def _marker(clause: Clause) -> int:
    return next((mark.start for kind, mark in clause.flags if kind == "difficulty_marker"), 0)


def ends_open(words: Sequence[Mark]) -> bool:
    """Whether the last word is a bare "không" or "chưa"."""
    spoken = [mark for mark in words if mark.shape == "word"]
    return bool(spoken) and spoken[-1].is_unknown and spoken[-1].word in {"khong", "chua"}
