"""Whether two cases of one commune may be the same one: a guess, for a person to decide."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from storage.fold import fold
from storage.records.case import CaseCard

SAME_KIND = 60
"""Likeness of notes, 0 to 100, from which cases of one kind are proposed."""
OTHER_KIND = 85
"""The same for cases of different kinds: people file one matter differently."""
_SHORTEST = 4
"""Letters a note must have to be compared."""


def alike(case: CaseCard, other: CaseCard) -> bool:
    """Whether ``other`` is proposed to be merged with ``case``.

    Of one kind: on the same day, or where their notes are alike, or where neither has any. Of different
    kinds: only where their notes are very much alike.
    """
    if case.code != other.code:
        return _likeness(case, other) >= OTHER_KIND
    if case.day_on == other.day_on:
        return True
    if not _said(case) or not _said(other):
        return not _said(case) and not _said(other)
    return _likeness(case, other) >= SAME_KIND


def proposed(case: CaseCard, near: Iterable[CaseCard]) -> list[CaseCard]:
    """Those of ``near`` that may be the same as ``case``, the likeliest first."""
    found = [one for one in near if alike(case, one)]
    return sorted(found, key=lambda one: (one.code != case.code, -_likeness(case, one), one.created_at))


def _likeness(case: CaseCard, other: CaseCard) -> float:
    """That of the two notes most alike."""
    pairs = ((one, two) for one in _said(case) for two in _said(other))
    return max((fuzz.token_set_ratio(one, two) for one, two in pairs), default=0.0)


def _said(case: CaseCard) -> list[str]:
    folded = dict.fromkeys(fold(one.note) for one in case.tellings)
    return [note for note in folded if len(note) >= _SHORTEST]
