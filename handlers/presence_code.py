"""The presence code: four digits a team, new every ten minutes, that only whoever is there has seen.

A code follows from a key, the team and its slot of ten minutes alone, so a sheet printed in the morning, a
leader's phone and this server agree without asking each other, and a code sent hours later still proves
its own slot. Pure: the key and the clock are handed in.
"""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

SLOT = timedelta(minutes=10)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS = 4

TRIES_A_SHIFT, TRIES_A_DAY = 3, 50
"""Wrong codes of one person for one shift, and of one team on one day, after which none is compared any
more: whoever guesses finds one of 10,000 too seldom to be worth it."""

Span = tuple[datetime, datetime]
"""From when to when, both included."""


@dataclass(frozen=True, slots=True)
class TeamCodes:
    """The codes of one team (tenant, id), made from the secret ``key``."""

    key: bytes
    team: tuple[str, str]

    def at(self, moment: datetime) -> str:
        """The code of the slot in which ``moment`` (aware) lies."""
        number = (moment - _EPOCH) // SLOT
        said = "\0".join((*self.team, str(number))).encode()
        digest = hmac.digest(self.key, said, "sha256")
        return f"{int.from_bytes(digest[:8], 'big') % 10**_DIGITS:0{_DIGITS}d}"

    def slot_of(self, code: str, spans: Iterable[Span]) -> datetime | None:
        """When the slot begins in which ``code`` was shown, the first of ``spans`` first; None in none."""
        slots = (slot for since, until in spans for slot in slots_of(since, until))
        return next((slot for slot in slots if hmac.compare_digest(self.at(slot), code)), None)


def slot_of(moment: datetime) -> datetime:
    """When the slot of ``moment`` begins."""
    return moment - (moment - _EPOCH) % SLOT


def slots_of(since: datetime, until: datetime) -> Iterator[datetime]:
    """The beginnings of all slots that touch [since, until]."""
    slot = slot_of(since)
    while slot <= until:
        yield slot
        slot += SLOT
