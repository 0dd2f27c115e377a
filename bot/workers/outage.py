"""A bot account that does not get its messages out: people with another chat are answered there, the others
hear once, when it is back, that it was away."""

from collections.abc import Callable
from datetime import datetime, timedelta

from locales import Words
from locales.formats import clock

PATIENCE = 300.0
"""Seconds of trouble after which it counts as an outage."""
STALE = timedelta(hours=6)
"""How late a message of the bot's own accord is still worth sending after an outage."""


class Outage:
    """The troubles of one account, by a monotonic clock for their length and the wall clock for people."""

    def __init__(self, monotonic: Callable[[], float], now: Callable[[], datetime]) -> None:
        self._monotonic = monotonic
        self._now = now
        self._since: float | None = None
        self._since_at: datetime | None = None
        self._tried = False
        self._span: tuple[datetime, datetime] | None = None
        self._told: set[str] = set()

    def begins(self) -> None:
        """A message did not get out, for a cause that is not the message's own."""
        self._tried = True
        if self._since is None:
            self._since, self._since_at = self._monotonic(), self._now()

    def ends(self) -> None:
        """A message got out."""
        if self.lasting and self._since_at is not None:
            self._span, self._told = (self._since_at, self._now()), set()
        self._since = self._since_at = None

    @property
    def lasting(self) -> bool:
        """Whether it has gone on for longer than people are left waiting."""
        return self._since is not None and self._monotonic() - self._since > PATIENCE

    def looks(self) -> bool:
        """Whether to send what waits another way: once after each try that failed, so that the account is
        tried again with whatever comes next."""
        tried, self._tried = self._tried, False
        return tried and self.lasting

    def stale(self, created_at: datetime, *, own_accord: bool) -> bool:
        """Whether a message that waited through the outage is no longer worth sending."""
        return own_accord and self._waited(created_at) and self._now() - created_at > STALE

    def notice(self, chat: str, created_at: datetime, words: Words) -> str:
        """What is put before the first message of a chat that had to wait; empty for all others."""
        if self._span is None or chat in self._told or not self._waited(created_at):
            return ""
        self._told.add(chat)
        since, until = self._span
        return words("outage-over", since=clock(since), until=clock(until))

    def _waited(self, created_at: datetime) -> bool:
        return self._span is not None and created_at <= self._span[1]
