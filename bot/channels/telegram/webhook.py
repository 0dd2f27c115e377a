"""Updates by webhook: the secret first, then the body, then the disk, and only then 200."""

import asyncio
import hmac
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channel import Raw
from bot.channels.telegram.raw import parsed

LARGEST_BODY = 256 * 1024
BODY_TIMEOUT = 10.0
RETRY_AFTER = "5"
SECRET_HEADER = b"x-telegram-bot-api-secret-token"
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram reaches us, and the secrets it may send: the first is the one in force, the
    others are still accepted while it changes.

    Raises ValueError when a secret is missing, shorter than 32 characters or not of Telegram's
    alphabet (A-Z a-z 0-9 _ -).
    """

    public_url: str
    secrets: tuple[str, ...] = field(repr=False)
    max_connections: int = 40

    def __post_init__(self) -> None:
        if not self.secrets or not all(map(_SECRET.fullmatch, self.secrets)):
            raise ValueError(
                "a webhook secret needs 32 to 256 characters of A-Z a-z 0-9 _ -; "
                "set WEBHOOK_SECRET to such a one, for example from `openssl rand -hex 32`"
            )

    def path(self, account: str) -> str:
        """The path of an account's hook."""
        return f"/hooks/telegram/{account}"

    def url(self, account: str) -> str:
        """The address Telegram is given."""
        return self.public_url.rstrip("/") + self.path(account)


class Hook:
    """The endpoint (an ASGI application). Every answer has an empty body, because Telegram would
    run a body that names a method."""

    def __init__(self, secrets: Sequence[str], store: Callable[[Sequence[Raw]], Awaitable[None]]) -> None:
        self._secrets = [secret.encode() for secret in secrets]
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        await (await self._answer(request))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if not self._trusted(request):
            return Response(status_code=403)
        if request.method != "POST":
            return Response(status_code=405, headers={"Allow": "POST"})
        try:
            async with asyncio.timeout(BODY_TIMEOUT):
                body = await _body(request)
        except (TimeoutError, ClientDisconnect):
            return Response(status_code=408)
        if body is None:
            return Response(status_code=413)
        try:
            await self._store([parsed(body)])
        except Exception:  # the disk's errors are not ours to know; Telegram keeps the update
            return Response(status_code=503, headers={"Retry-After": RETRY_AFTER})
        return Response(status_code=200)

    def _trusted(self, request: Request) -> bool:
        """Exactly one secret header, compared as bytes with every secret in constant time."""
        offered = [value for name, value in request.headers.raw if name == SECRET_HEADER]
        one = offered[0] if len(offered) == 1 else b""
        matches = [hmac.compare_digest(one, secret) for secret in self._secrets]
        return any(matches)


async def _body(request: Request) -> bytes | None:
    """The body; None when it is larger than Telegram's updates ever are."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > LARGEST_BODY:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)
