"""A person's place in a form, kept as JSON between turns."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter


@dataclasses.dataclass(frozen=True, slots=True)
class Session:
    """Where a person stands in a form.

    ``field`` is the open field, "" the summary (with ``editing``: the list of what may be edited).
    ``draft`` holds JSON-able answers; ``done`` names the fields that are answered, so that a tally still
    open is not taken for answered. ``step`` rises with every change of the question and ``opened`` is the
    step at which the field was opened. ``cursor`` is a tally's chosen category, ``fresh`` that choosing it
    was the last thing done. ``given`` names the fields known from the start: "back" does not lead to
    them. ``seen`` are the last counter taps, by their platform ids.
    """

    token: str
    form: str
    version: int
    field: str
    draft: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    step: int = 0
    cursor: str = ""
    editing: bool = False
    seen: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    opened: int = 0
    fresh: bool = False
    given: tuple[str, ...] = ()


_SESSION = TypeAdapter(Session)


def to_json(session: Session) -> str:
    """``session`` as one line of JSON."""
    return _SESSION.dump_json(session).decode()


def from_json(text: str) -> Session:
    """The session that ``to_json`` wrote. Raises ValueError naming what does not fit."""
    return _SESSION.validate_json(text)
