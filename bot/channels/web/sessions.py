"""Which browser may read and write which chat.

A browser holds a random token in a cookie that scripts cannot see; the store holds its hash. The
token that a page must send with every change is derived from the cookie's, so nothing more is kept.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.channel import NewId
from bot.channels.web.store import WebStore
from storage.records.web_chat import WebSession

_TOUCH_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long a session lives: unused at all, idle, and at most.

    The cookie is the only address at which a volunteer without another channel is reached, so it
    lives as long as a messenger stays signed in; whoever shares a device signs out.
    """

    unused: timedelta = timedelta(days=1)
    idle: timedelta = timedelta(days=30)
    absolute: timedelta = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Visit:
    """A request's token and the live session behind it."""

    token: str
    session: WebSession

    @property
    def chat(self) -> str:
        """The chat this browser may read and write."""
        return self.session.chat

    @property
    def csrf(self) -> str:
        """What the page must send in ``X-CSRF-Token`` with every change."""
        return hmac.digest(self.token.encode(), b"csrf", "sha256").hex()


def token_hash(token: str) -> str:
    """The form in which a session's or link's token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


class Sessions:
    """Opens, finds and ends the sessions of browsers."""

    def __init__(
        self,
        store: WebStore,
        *,
        new_id: NewId,
        new_token: Callable[[], str],
        now: Callable[[], datetime],
        secure: bool,
        lifetimes: Lifetimes,
    ) -> None:
        self._store = store
        self._new_id = new_id
        self._new_token = new_token
        self._now = now
        self._secure = secure
        self._lifetimes = lifetimes
        self.cookie = "__Host-aoxanh" if secure else "aoxanh-local"

    async def of(self, request: Request) -> Visit | None:
        """The live session of ``request``'s cookie."""
        token = request.cookies.get(self.cookie, "")
        return await self._find(token) if token else None

    async def alive(self, visit: Visit) -> bool:
        """Whether ``visit`` may still read: false after sign-out and when its time is over."""
        return await self._find(visit.token) is not None

    async def open(self) -> Visit:
        """A new browser in a new chat."""
        visit = self._fresh()
        await self._store.open_session(visit.session)
        return visit

    async def enter(self, link: str) -> Visit | None:
        """A new browser in a new chat of the link's person; None when the link does not hold."""
        visit = self._fresh()
        return visit if await self._store.redeem(token_hash(link), visit.session) else None

    async def touch(self, visit: Visit) -> None:
        """Note that ``visit`` is in use; written once an hour at most."""
        now, seen = self._now(), visit.session
        if now - seen.seen_at < _TOUCH_EVERY and seen.seen_at != seen.created_at:
            return
        expires_at = min(now + self._lifetimes.idle, seen.created_at + self._lifetimes.absolute)
        await self._store.extend(seen.token_hash, now, expires_at)

    async def end(self, visit: Visit) -> None:
        """Sign the browser out."""
        await self._store.end_session(visit.session.token_hash)

    def give(self, response: Response, visit: Visit) -> None:
        """Put the cookie of ``visit`` on ``response``."""
        age = int(self._lifetimes.idle.total_seconds())
        response.set_cookie(
            self.cookie, visit.token, max_age=age, secure=self._secure, httponly=True, samesite="lax"
        )

    def take(self, response: Response) -> None:
        """Remove the cookie."""
        response.delete_cookie(self.cookie, secure=self._secure, httponly=True, samesite="lax")

    async def _find(self, token: str) -> Visit | None:
        session = await self._store.session(token_hash(token))
        return Visit(token, session) if session and session.expires_at > self._now() else None

    def _fresh(self) -> Visit:
        token, now = self._new_token(), self._now()
        session = WebSession(
            token_hash=token_hash(token),
            chat=self._new_id(),
            created_at=now,
            seen_at=now,
            expires_at=now + self._lifetimes.unused,
        )
        return Visit(token, session)
