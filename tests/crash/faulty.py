"""The program with one mistake, on a fast clock: whoever says ``BREAKS`` breaks the thinking of it.

``python -m tests.crash.faulty 2026-11-23T08:00+07:00 60 run``
"""

import sys
from datetime import datetime

from bot.__main__ import main
from handlers.turn import Turn
from storage.effects import Effect
from tests.moved_clock import set_clock

BREAKS = "câu này làm hỏng"

_sound = Turn.written


def breaking(self: Turn) -> list[Effect]:
    """``Turn.written`` with the mistake."""
    if self.inbound.text == BREAKS:
        raise RuntimeError("a mistake of ours")
    return _sound(self)


def faulty(start: datetime, speed: float) -> tuple[str, ...]:
    """What Python runs for a faulty program that starts at ``start``."""
    return ("-m", "tests.crash.faulty", start.isoformat(), str(speed))


if __name__ == "__main__":
    Turn.written = breaking  # type: ignore[method-assign]
    set_clock(datetime.fromisoformat(sys.argv[1]), float(sys.argv[2]))
    sys.argv[1:3] = []
    main()
