"""Remembers for two minutes how a chat's last message ended, in memory and nowhere else, so that a number
that goes on in the next one is known."""

from collections import OrderedDict
from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.privacy_filter.halves import Joined, end_of, goes_on, joined

LASTS = timedelta(minutes=2)
"""How long the beginning of a number waits for its rest."""
MOST = 20_000
"""Chats that are remembered at once, a few hundred bytes each; the longest silent go first."""
PARTS = 2
"""Messages a number may have begun in."""


@dataclass(frozen=True, slots=True)
class _Ended:
    key: str
    before: tuple[str, ...]
    said: tuple[str, ...]
    at: datetime


class HalfSaid:
    """See the module. Two of ``codes`` (of communes, say) after another are two codes."""

    def __init__(self, codes: Set[str] = frozenset()) -> None:
        self._codes = codes
        self._chats: OrderedDict[str, _Ended] = OrderedDict()

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._chats)

    def heard(self, chat: str, key: str, text: str, now: datetime) -> Joined | None:
        """Note what ``chat`` says in the update ``key``; what it ends, if it ends something. The same update
        again says the same again."""
        last, ends = self._chats.get(chat), end_of(text)
        if not text or (last is None and not ends):  # a tap stands between two halves without ending anything
            return None
        before = self._before(last, key, now)
        half = self._half(before, text) if before and goes_on(before, text) else None
        if half:
            ends = ""
        bare = not any(letter.isalpha() for letter in text)
        self._keep(chat, _Ended(key, before, ((*before, ends) if bare else (ends,)) if ends else (), now))
        return half

    def _before(self, last: _Ended | None, key: str, now: datetime) -> tuple[str, ...]:
        if last is None or now - last.at > LASTS:
            return ()
        return last.before if last.key == key else last.said[-PARTS:]

    def _half(self, before: tuple[str, ...], text: str) -> Joined | None:
        if {before[-1], text.strip()} <= self._codes:
            return None
        return next(filter(None, (joined(before[at:], text) for at in range(len(before)))), None)

    def _keep(self, chat: str, ended: _Ended) -> None:
        """Remember it, or forget the chat, and whoever has been silent for too long."""
        self._chats.pop(chat, None)
        if ended.said or ended.before:
            self._chats[chat] = ended
        while self._chats:
            oldest, one = next(iter(self._chats.items()))
            if len(self._chats) <= MOST and ended.at - one.at <= LASTS:
                break
            del self._chats[oldest]
