"""Hours and work-days: half a day is a half, and no day is more than one."""

from datetime import UTC, datetime, timedelta
from itertools import count

from handlers.worked import worked
from storage.records.work import Attendance

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
_NUMBERS = count()


def _attendance(
    day: int, start: float, length: float | None, grade: str = "D", *, pending: bool = False
) -> Attendance:
    in_at = MORNING + timedelta(days=day, hours=start)
    return Attendance(
        tenant="01",
        id=str(next(_NUMBERS)),
        team_id="t",
        person_id="p",
        campaign_id="c",
        day_on=f"2026-11-{23 + day}",
        in_at=in_at,
        in_received_at=in_at,
        out_at=None if length is None else in_at + timedelta(hours=length),
        grade=grade,
        pending=pending,
    )


def test_a_half_day_is_a_half_and_a_whole_day_one() -> None:
    done = worked([_attendance(0, 0, 4), _attendance(1, 0, 9.5, "B")])
    assert (done.shifts, done.proven, done.days, done.time) == (2, 1, 1.5, timedelta(hours=13.5))


def test_no_day_is_more_than_one() -> None:
    """Morning, afternoon and evening of one day."""
    done = worked([_attendance(0, 0, 4), _attendance(0, 6, 3.5), _attendance(0, 11, 2)])
    assert (done.shifts, done.days) == (3, 1.0)


def test_what_is_not_over_or_not_accepted_does_not_count() -> None:
    assert worked([_attendance(0, 0, None), _attendance(1, 0, 4, pending=True)]).shifts == 0
