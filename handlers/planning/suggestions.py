"""The days and hours that are offered at once; anything else is typed."""

from datetime import timedelta

from handlers.engine import Option
from handlers.rota.wordings import wordings
from handlers.turn import Turn
from locales.formats import clock_text, near_day

_DAYS = {
    "tomorrow": "mai",
    "this-week": "T2-T6 tuan nay",
    "next-week": "T2-T6 tuan sau",
    "weekend": "T7, CN tuan nay",
}
_PARTS = ("morning", "afternoon", "both", "whole", "evening")
_BOTH = "sang, chieu"
_THURSDAY = 3


def days(turn: Turn) -> list[Option]:
    """Days that make sense on this day of the week."""
    over = {"this-week"} if turn.today_on.weekday() > _THURSDAY else set()
    return [Option(text, turn.text(f"plan-day-{day}")) for day, text in _DAYS.items() if day not in over]


def one_day(turn: Turn) -> list[Option]:
    """The coming week, day by day."""
    coming = [turn.today_on + timedelta(days=shift) for shift in range(1, 8)]
    return [Option(day.isoformat(), near_day(day, turn.words.language)) for day in coming]


def one_time(turn: Turn) -> list[Option]:
    """The usual hours of one shift."""
    return [option for option in hours(turn) if option.value != _BOTH]


def hours(turn: Turn) -> list[Option]:
    """The usual hours of the parts of a day."""
    usual = wordings().hours
    return [
        Option(
            "-".join(usual[part]),
            turn.text(f"plan-hour-{part}", hours="–".join(map(clock_text, usual[part]))),
        )
        if part in usual
        else Option(_BOTH, turn.text(f"plan-hour-{part}"))
        for part in _PARTS
    ]
