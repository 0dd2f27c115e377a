"""How much of the attendance in a total is proven: by a code, a place or the leader, not own word alone."""

from collections.abc import Iterable

from storage.records.work import Attendance

OWN_WORD = "D"


def proven(records: Iterable[Attendance]) -> tuple[int, int]:
    """(proven, all) of ``records``; shown side by side, and no target is set on either."""
    grades = [one.grade for one in records]
    return sum(grade != OWN_WORD for grade in grades), len(grades)
