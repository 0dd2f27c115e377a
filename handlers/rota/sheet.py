"""What a leader's sheet says once every day is absolute, and how a form keeps it between turns."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when, as ``HH:MM``; an end before the start is on the next day."""

    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class Line:
    """Shifts that are alike: on ``dates``, and on the ``weekdays`` (Monday is 0; empty: every day) of the
    stretch from ``since`` to ``until`` (both included; no ``until``: as far as shifts may be planned).

    ``off`` are days left out, ``holidays`` that holidays are not. ``needed`` people and the ``place`` as
    typed may be unsaid. Without ``spans``, or without any day, there is something left to ask.
    """

    spans: tuple[Span, ...] = ()
    weekdays: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    since: date | None = None
    until: date | None = None
    off: tuple[date, ...] = ()
    holidays: bool = False
    needed: int | None = None
    place: str = ""

    @property
    def has_days(self) -> bool:
        """Whether any day is said."""
        return bool(self.dates or self.since)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a text says of shifts: its lines, and the pieces nobody understood, as they were typed.

    ``planning`` tells a rota from talk: shifts are meant, with days and hours, and nothing is asked.
    """

    lines: tuple[Line, ...] = ()
    unknown: tuple[str, ...] = ()
    planning: bool = False


def to_json(lines: Sequence[Line]) -> str:
    """``lines`` as one line of JSON."""
    return json.dumps([asdict(line) for line in lines], default=date.isoformat, ensure_ascii=False)


def from_json(text: str) -> tuple[Line, ...]:
    """The lines that ``to_json`` wrote. Raises ValueError when ``text`` is something else."""
    try:
        return tuple(_line(one) for one in json.loads(text))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"these are no lines of a rota: {text[:80]!r}") from error


def _line(held: Mapping[str, Any]) -> Line:
    since, until = held["since"], held["until"]
    return Line(
        spans=tuple(Span(one["starts"], one["ends"]) for one in held["spans"]),
        weekdays=tuple(held["weekdays"]),
        dates=tuple(map(date.fromisoformat, held["dates"])),
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
        off=tuple(map(date.fromisoformat, held["off"])),
        holidays=held["holidays"],
        needed=held["needed"],
        place=held["place"],
    )
