"""When a presence that nobody ended is taken to have ended: as planned, and never later."""

from datetime import datetime, timedelta

from storage.records.work import Attendance

FREE_LASTS = timedelta(hours=4)
"""How long an unplanned stretch is taken to have lasted when nobody says: half a day."""


def taken_to_end(held: Attendance, planned: datetime | None) -> datetime:
    """The end of ``held``, whose shift was planned to end at ``planned`` (None: no shift)."""
    return max(held.in_at, planned) if planned is not None else held.in_at + FREE_LASTS
