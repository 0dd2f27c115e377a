"""The payload of a form's button, which ties a tap to one question of one session."""

import re
from dataclasses import dataclass

from handlers.engine.session import Session

_DATA = re.compile(r"f:([A-Za-z0-9_-]{1,32}):([0-9]{1,9}):(.+)", re.DOTALL)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,32}")
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Tap:
    """A button's payload taken apart."""

    token: str
    step: int
    value: str


def button_data(session: Session, value: str) -> str:
    """The payload of the button for ``value`` on the question ``session`` stands at.

    Raises ValueError when it would exceed 64 bytes of UTF-8, the least any platform takes.
    """
    data = f"f:{session.token}:{session.step}:{value}"
    if len(data.encode()) > _LONGEST:
        raise ValueError(f"button data {data!r} exceeds {_LONGEST} bytes; give the option a shorter value")
    return data


def is_form_data(data: str) -> bool:
    """Whether ``data`` is the payload of some form's button."""
    return _DATA.fullmatch(data) is not None


def read_tap(data: str) -> Tap | None:
    """``data`` taken apart, or None when no form's button carries it."""
    found = _DATA.fullmatch(data)
    return Tap(found[1], int(found[2]), found[3]) if found else None


def checked_token(token: str) -> str:
    """``token`` itself. Raises ValueError when a button could not carry it."""
    if not _TOKEN.fullmatch(token):
        raise ValueError(f"token {token!r}: use 1 to 32 of A-Z a-z 0-9 _ -")
    return token
