"""How much of the attendance in a total is proven: by a code, a place or the leader, not own word alone."""

from collections.abc import Iterable
from typing import TypeVar

from storage.records.membership import Membership, Role
from storage.records.work import Attendance

Presence = TypeVar("Presence", bound=Attendance)
OWN_WORD = "D"


def proven(records: Iterable[Attendance]) -> tuple[int, int]:
    """(proven, all) of ``records``; shown side by side, and no target is set on either."""
    grades = [one.grade for one in records]
    return sum(grade != OWN_WORD for grade in grades), len(grades)


def alone(records: Iterable[Presence], members: Iterable[Membership]) -> list[Presence]:
    """Those of ``records`` that a leader may still vouch for; leaders do not vouch for one another."""
    leading = {one.person_id for one in members if one.role in (Role.LEADER, Role.DEPUTY)}
    return [one for one in records if one.grade == OWN_WORD and one.person_id not in leading]
