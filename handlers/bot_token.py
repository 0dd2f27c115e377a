"""A bot's token as it reaches a conversation: sealed, with the number of its account in the open."""

import re
from dataclasses import dataclass

_SEALED = re.compile(r"(?:^|\s)bot:(\d{6,22}):([\w=-]{60,})(?:\s|$)")
_ZALO_DIGITS = 15
"""Numbers of Zalo's accounts have nineteen digits, Telegram's ten or eleven."""


@dataclass(frozen=True, slots=True)
class SealedToken:
    """Whose account on which platform, and the sealed token."""

    channel: str
    account: str
    sealed: str


def read(text: str) -> SealedToken | None:
    """The sealed token in ``text``; None where there is none."""
    found = _SEALED.search(text)
    return None if found is None else SealedToken(channel_of(found[1]), found[1], found[2])


def channel_of(account: str) -> str:
    """The platform that an account's number belongs to."""
    return "zalo" if len(account) >= _ZALO_DIGITS else "telegram"
