"""What the answers of a planning form come to: the lines of a sheet, and what was asked beside it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handlers.planning.fields import said_on
from handlers.planning.known import Known
from handlers.rota import Line, Span, read

ELSEWHERE = "elsewhere"
"""The choice of a place that the team does not have yet."""


def sheet(draft: Any) -> tuple[Line, ...]:
    """What the sheet of a draft says by itself; one empty line where there is none."""
    said = said_on(draft.sheet)
    return (said.lines() if said else ()) or (Line(),)


def lines(held: Mapping[str, Any], known: Known) -> tuple[Line, ...]:
    """The lines of all answers together."""
    said, days, hours = (said_on(held.get(field)) for field in ("sheet", "days", "hours"))
    found = list(said.lines(known.place_names) if said else ()) or [Line()]
    if days is not None:
        found = [_on(line, day) for line in found for day in days.lines(known.place_names)]
    if hours is not None:
        found = [_at(line, hour) for line in found for hour in hours.lines(known.place_names)]
    return tuple(_with_rest(line, held, known) for line in found)


def _on(line: Line, days: Line) -> Line:
    """A line without days on those of another."""
    if line.has_days:
        return line
    needed = days.needed if line.needed is None else line.needed
    return replace(days, spans=line.spans or days.spans, place=line.place or days.place, needed=needed)


def _at(line: Line, hours: Line) -> Line:
    """A line without hours at those of another."""
    if line.spans:
        return line
    needed = hours.needed if line.needed is None else line.needed
    return replace(line, spans=hours.spans, place=line.place or hours.place, needed=needed)


def _with_rest(line: Line, held: Mapping[str, Any], known: Known) -> Line:
    """A line with the place, the number and the holidays that were asked beside it."""
    names = {one.id: one.name for one in known.places} | {ELSEWHERE: held.get("place_name") or ""}
    return replace(
        line,
        needed=held.get("needed") if line.needed is None else line.needed,
        place=line.place or names.get(held.get("place") or "", ""),
        holidays=line.holidays or bool(held.get("holidays_too")),
    )


def spans(kept: str | None) -> tuple[Span, ...]:
    """The hours of one answer."""
    said = said_on(kept)
    return tuple(span for line in said.lines() for span in line.spans) if said else ()


def unknown(held: Mapping[str, Any], known: Known) -> tuple[str, ...]:
    """The pieces of the sheet that nobody understood."""
    said = said_on(held.get("sheet"))
    return read(said.text, said.day, known.place_names).unknown if said else ()
