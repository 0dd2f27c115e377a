"""Whether a line plans shifts at all: reports, questions and small talk also name days, hours and people."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from handlers.rota.sheet import Line
from handlers.rota.tokens import Token

_MOST_UNKNOWN: Final = 2
_WEEK: Final = 7


def asks(row: Sequence[Token]) -> bool:
    """Whether somebody wants to know something."""
    return any(token.has("asking") or token.text == "?" for token in row)


def is_plan(
    lines: Sequence[Line],
    row: Sequence[Token],
    unknown: Sequence[str],
    today_on: date,
    places: Sequence[str],
    *,
    exact: bool,
) -> bool:
    """Whether shifts are meant beyond doubt: days and hours throughout, somebody needed, nothing asked, and
    more than "sáng nay 10 người", which reports. ``exact``: hours are said from when to when."""
    whole = bool(lines) and all(line.spans and line.has_days for line in lines)
    changes = any(token.has("changing") for token in row)
    if (
        not whole
        or changes
        or asks(row)
        or len(unknown) > _MOST_UNKNOWN
        or not all(_comes(line, today_on) for line in lines)
    ):
        return False
    on_duty = any(token.has("on_duty") for token in row)
    at_known_place = any(line.place in places for line in lines)
    if on_duty or at_known_place:
        return True
    several = len({(line.weekdays, line.dates) for line in lines}) > 1
    needed = any(line.needed or (exact and line.place) for line in lines)
    return needed and (several or all(_lies_ahead(line, today_on, exact=exact) for line in lines))


def _comes(line: Line, today_on: date) -> bool:
    """Whether any of its days is not over yet."""
    last = line.until if line.since else max(line.dates, default=None)
    return last is None or last >= today_on


def _lies_ahead(line: Line, today_on: date, *, exact: bool) -> bool:
    """Whether the days can only be coming ones: a report is about today, or one weekday that went by. Exact
    hours at a place may still be today's; whoever knows the time looks whether they lie ahead."""
    if line.since is None:
        return max(line.dates) > today_on or (exact and bool(line.place))
    if line.until is None or (line.until - line.since).days >= _WEEK:
        return True
    return line.since > today_on or exact or len(line.weekdays) != 1
