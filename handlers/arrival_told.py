"""What is said of when somebody came."""

from collections.abc import Iterator
from datetime import datetime

from handlers.days import EARLY, LATE
from handlers.presence_code import SLOT
from handlers.turn import Turn
from locales.formats import clock
from storage.shifts import PlacedShift


def received(turn: Turn, at: datetime) -> Iterator[str]:
    """When we heard of it, where that was much later."""
    if turn.now - at > SLOT:
        yield turn.text("check-in-told-late", time=clock(turn.now))


def when(turn: Turn, at: datetime, shift: PlacedShift | None) -> str:
    """Early, late or neither, with the minutes."""
    if shift is None:
        return ""
    off = at - shift.starts_at
    if off < -EARLY:
        return turn.text("check-in-early", minutes=int(-off.total_seconds() // 60))
    if off > LATE:
        return turn.text("check-in-late", minutes=int(off.total_seconds() // 60))
    return ""
