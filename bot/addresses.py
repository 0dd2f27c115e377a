"""Whoever guesses from one address is told to wait: refusals are counted by the address that asked.

Offices, schools and mobile networks share addresses, so what is served well is not counted, however many
they are. The address is the one our own proxy names (``X-Real-IP``), believed from this machine alone; where
nobody names one, nobody is counted. It slows guessing down and decides nothing else; it is kept nowhere and
logged nowhere. Calls of platforms are not counted: a wrong secret is always the same 403.
"""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REFUSALS, WITHIN = 60, timedelta(minutes=1)
"""So many refusals of one address within that time, and it waits until they are older."""
REMEMBERED = 10_000
_GUESSED = frozenset({400, 403, 404})
_UNCOUNTED = ("/hooks/", "/static/", "/healthz", "/metrics")


def address_of(scope: Scope) -> str:
    """Who asks; an IPv6 network of /64 is one. Empty where our proxy does not say."""
    host = str((scope.get("client") or ("",))[0])
    try:
        if not ip_address(host).is_loopback:
            return _whole(host)
        return _whole(Headers(scope=scope).get("x-real-ip", ""))
    except ValueError:
        return ""


def _whole(host: str) -> str:
    found = ip_address(host.strip())
    return str(IPv6Network((found, 64), strict=False)) if isinstance(found, IPv6Address) else str(found)


class Patience:
    """An ASGI application before the others; ``told`` is what somebody who has to wait reads."""

    def __init__(self, app: ASGIApp, *, now: Callable[[], datetime], told: str) -> None:
        self._app = app
        self._now = now
        self._told = told
        self._refused: dict[str, deque[datetime]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and count what was refused; or ask to wait."""
        address = "" if scope["type"] != "http" or scope["path"].startswith(_UNCOUNTED) else address_of(scope)
        if not address:
            await self._app(scope, receive, send)
        elif self._tired_of(address):
            answer = JSONResponse(
                {"ok": False, "error": self._told}, 429, {"Retry-After": str(int(WITHIN.total_seconds()))}
            )
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, self._counting(address, send))

    def _tired_of(self, address: str) -> bool:
        times = self._refused.get(address, deque())
        return len(times) == REFUSALS and timedelta() <= self._now() - times[0] < WITHIN

    def _counting(self, address: str, send: Send) -> Send:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in _GUESSED:
                self._count(address)
            await send(message)

        return counted

    def _count(self, address: str) -> None:
        now = self._now()
        if len(self._refused) >= REMEMBERED:
            self._refused = {one: kept for one, kept in self._refused.items() if now - kept[-1] < WITHIN}
        self._refused.setdefault(address, deque(maxlen=REFUSALS)).append(now)
