"""A bot account that does not get its messages out: people with another chat are answered there, the others
hear once, when it is back, that it was away."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from handlers.quiet import quiet
from locales import Words
from locales.formats import clock, local, short_day

PATIENCE = timedelta(minutes=5)
"""The trouble after which it counts as an outage."""
STALE = timedelta(hours=6)
"""How late a message is still worth sending after an outage."""


class Fate(StrEnum):
    """What becomes of a message that waited: it goes, it is dropped, or a word that it was missed goes."""

    GOES = "goes"
    DROPPED = "dropped"
    MISSED = "missed"


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
        self._missed: set[str] = set()
        self._doubted: set[str] = set()
        self._ours = self._ours_over = False

    def recalled(self, since_at: datetime | None) -> None:
        """What has waited since ``since_at`` when this process begins to send: the trouble is that old. As
        long as everything leaves, it was this program that was away, and not the account."""
        if since_at is not None and self._since is None and self._now() - since_at > PATIENCE:
            self._since = self._monotonic() - (self._now() - since_at).total_seconds()
            self._since_at = since_at
            self._ours = True

    def begins(self) -> None:
        """A message did not get out, for a cause that is not the message's own."""
        self._tried, self._ours = True, False
        if self._since is None:
            self._since, self._since_at = self._monotonic(), self._now()

    def gave_up(self, chat: str) -> None:
        """A message to ``chat`` is not tried again, and nobody knows whether it arrived."""
        self._doubted.add(chat)

    def ends(self) -> None:
        """A message got out."""
        if self.lasting and self._since_at is not None:
            self._span, self._told = (self._since_at, self._now()), set()
            self._ours_over = self._ours
            self._missed |= self._doubted
        self._doubted = set()
        self._since, self._since_at, self._ours = None, None, False

    @property
    def lasting(self) -> bool:
        """Whether it has gone on for longer than people are left waiting."""
        return self._since is not None and self._monotonic() - self._since > PATIENCE.total_seconds()

    def looks(self) -> bool:
        """Whether to send what waits another way: once after each try that failed, so that the account is
        tried again with whatever comes next."""
        tried, self._tried = self._tried, False
        return tried and self.lasting

    def fate(self, chat: str, created_at: datetime, *, own_accord: bool) -> Fate:
        """What becomes of a message: of those that waited too long, the bot's own are dropped, and of the
        answers of a chat one word goes that they were missed; at night it rides on the next message."""
        if not self._waited(created_at) or self._now() - created_at <= STALE:
            return Fate.GOES
        if own_accord or chat in self._told | self._missed:
            return Fate.DROPPED
        if quiet(self._now()):
            self._missed.add(chat)
            return Fate.DROPPED
        return Fate.MISSED

    def notice(self, chat: str, created_at: datetime, words: Words) -> str:
        """What is put before the first message of a chat that had to wait; empty for all others."""
        span = self._over
        if span is None or chat in self._told or not (chat in self._missed or self._waited(created_at)):
            return ""
        since, until = span
        days = "same" if local(since).date() == local(until).date() else "more"
        ours = self._ours if self.lasting else self._ours_over
        return words(
            "outage-ours-over" if ours else "outage-over",
            days=days,
            since=clock(since),
            until=clock(until),
            since_day=short_day(local(since).date()),
            until_day=short_day(local(until).date()),
        )

    def heard(self, chat: str) -> None:
        """The notice has reached ``chat``."""
        self._told.add(chat)
        self._missed.discard(chat)

    @property
    def _over(self) -> tuple[datetime, datetime] | None:
        """The outage that is over, or will be as soon as the message leaves that is to go now."""
        if self.lasting and self._since_at is not None:
            return self._since_at, self._now()
        return self._span

    def _waited(self, created_at: datetime) -> bool:
        return self._over is not None and created_at <= self._over[1]
