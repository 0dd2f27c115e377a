"""The steps of a case, pure: what it is after each. Who may do which is told by ``permissions``."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from handlers.case_kinds import HOURS
from storage.records.case import LEVELS, Case, CaseState, Level

C = TypeVar("C", bound=Case)
Waits = Mapping[str, int]
"""Hours by kind that a province chose; a kind it did not choose has those of ``HOURS``, 0 is for ever."""

TAKEN_LASTS = timedelta(days=3)
"""How long whoever took a case may take for the answer before it climbs over them."""


def wait(code: str, waits: Waits) -> timedelta | None:
    """How long a level has for an answer; None where the kind never climbs by itself."""
    hours = waits.get(code, HOURS.get(code, HOURS["other"]))
    return timedelta(hours=hours) if hours else None


def due(code: str, now: datetime, waits: Waits) -> datetime | None:
    """When a case climbs of which its level knows since ``now``."""
    length = wait(code, waits)
    return None if length is None else now + length


def taken(case: C, person_id: str, level: Level, now: datetime) -> C:
    """Somebody looks after it who answers for ``level``; from above they pull it up to them."""
    return case.model_copy(
        update={
            "level": max(case.level, level, key=LEVELS.index),
            "state": CaseState.TAKEN,
            "taken_by": person_id,
            "told_at": case.told_at or now,
            "due_at": now + TAKEN_LASTS,
        }
    )


def freed(case: C, now: datetime, waits: Waits) -> C:
    """Whoever took it gives it back to their level."""
    return case.model_copy(
        update={"state": _waiting(case.level), "taken_by": "", "due_at": due(case.code, now, waits)}
    )


def passed(case: C, level: Level, now: datetime, waits: Waits, *, told: bool) -> C:
    """Another level owns it; one that was not ``told`` yet hears of it with the next round."""
    return case.model_copy(
        update={"level": level, "state": _waiting(level), "taken_by": ""}
        | _known(case.code, level, now, waits, told=told)
    )


def solved(case: C, person_id: str, answer: str, now: datetime) -> C:
    """It is answered, or closed where ``answer`` is empty; it climbs no more."""
    return case.model_copy(
        update={
            "state": CaseState.SOLVED,
            "answer": answer or case.answer,
            "answered_by": person_id,
            "solved_at": now,
            "due_at": None,
        }
    )


def reopened(case: C, now: datetime, waits: Waits, *, told: bool) -> C:
    """It is not solved after all; the answer it had stays readable."""
    return case.model_copy(
        update={"state": _waiting(case.level), "taken_by": "", "solved_at": None}
        | _known(case.code, case.level, now, waits, told=told)
    )


def _known(code: str, level: Level, now: datetime, waits: Waits, *, told: bool) -> dict[str, datetime | None]:
    """Since when a level knows of a case, and what is due next: to be told, or to climb. Nothing is over the
    centre."""
    if not told:
        return {"told_at": None, "due_at": now}
    return {"told_at": now, "due_at": None if level is Level.CENTRAL else due(code, now, waits)}


def _waiting(level: Level) -> CaseState:
    return CaseState.NEW if level is Level.TEAM else CaseState.PASSED
