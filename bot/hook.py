"""Where platforms call us: the secret first, then the body, then the disk, and only then 200."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.bodies import parsed
from bot.channel import Raw

LARGEST_BODY = 256 * 1024
BODY_TIMEOUT = 10.0
RETRY_AFTER = "5"


class Hook:
    """The endpoint of one account (an ASGI application).

    ``header`` (lower case) carries one of ``secrets``: the first is the one in force, the others are
    still accepted while it changes. Every answer has an empty body, because Telegram would run a body
    that names a method. With ``probes`` an empty call is answered with 200 and not kept, also one without
    the secret: a platform that tries the address need not send it.
    """

    def __init__(
        self,
        header: bytes,
        secrets: Sequence[str],
        store: Callable[[Sequence[Raw]], Awaitable[None]],
        *,
        probes: bool = False,
    ) -> None:
        self._header = header
        self._secrets = [secret.encode() for secret in secrets]
        self._store = store
        self._probes = probes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        await (await self._answer(request))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if not self._trusted(request):
            return Response(status_code=200 if self._probes and self._empty(request) else 403)
        if request.method != "POST":
            return Response(status_code=405, headers={"Allow": "POST"})
        try:
            async with asyncio.timeout(BODY_TIMEOUT):
                body = await _body(request)
        except (TimeoutError, ClientDisconnect):
            return Response(status_code=408)
        if body is None:
            return Response(status_code=413)
        if not body and self._probes:
            return Response(status_code=200)
        try:
            await self._store([parsed(body)])
        except Exception:  # the disk's errors are not ours to know; the platform keeps the update
            return Response(status_code=503, headers={"Retry-After": RETRY_AFTER})
        return Response(status_code=200)

    def _trusted(self, request: Request) -> bool:
        """Exactly one secret header, compared as bytes with every secret in constant time."""
        offered = [value for name, value in request.headers.raw if name == self._header]
        one = offered[0] if len(offered) == 1 else b""
        matches = [hmac.compare_digest(one, secret) for secret in self._secrets]
        return any(matches)

    def _empty(self, request: Request) -> bool:
        """Whether a call brings neither a secret nor a body."""
        bare = not {self._header, b"transfer-encoding"} & {name for name, _ in request.headers.raw}
        return bare and request.method == "POST" and request.headers.get("content-length", "0") == "0"


async def _body(request: Request) -> bytes | None:
    """The body; None when it is larger than updates ever are."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > LARGEST_BODY:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)
