"""Where clock, ids and chance enter the program; everything else is handed them."""

import os
import random
import secrets
import struct
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
"""Thirty letters and digits that are not taken for one another."""

_AT_ONCE = 64
"""Ids whose chance is fetched together."""


def now() -> datetime:
    """The aware time."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Seconds that only grow, whatever happens to the wall clock."""
    return time.monotonic()


def chance() -> random.Random:
    """Dice for what needs no secrecy, such as the jitter of pauses."""
    return random.Random()  # noqa: S311  # as said


class UuidSevens:
    """UUIDv7 ids as text: they sort in the order of their making, also within one millisecond."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0
        self._dice = _dice()

    def __call__(self) -> str:
        """The next id."""
        with self._lock:
            # 48 bits of milliseconds and 12 that count within them; they grow even if the clock steps back.
            stamp = max((time.time_ns() // 1_000_000) << 12, self._last + 1)
            self._last = stamp
            rest = next(self._dice) & ((1 << 62) - 1)
        value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | rest
        text = f"{value:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _dice() -> Iterator[int]:
    """Sixty-four bits of chance at a time, fetched for many: to ask the system each time costs the most."""
    while True:
        yield from struct.unpack(f">{_AT_ONCE}Q", os.urandom(8 * _AT_ONCE))


def new_code() -> str:
    """A join code of eight letters: 39 bits."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


def new_token() -> str:
    """An unguessable token of 192 bits for a link."""
    return secrets.token_urlsafe(24)
