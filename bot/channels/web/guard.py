"""What every change asked of the server passes: where it comes from and how big it may be."""

import asyncio
import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request

MAX_BODY = 16 * 1024
MAX_BODY_WITH_PHOTO = 256 * 1024
BODY_SECONDS = 10
RETRY_SECONDS = 5


class Refused(Exception):
    """A request that is not served; ``word`` names what the page tells the person."""

    def __init__(self, status: int, word: str, *, retry_after: int = 0) -> None:
        super().__init__(f"{status} {word}")
        self.status = status
        self.word = word
        self.headers: Mapping[str, str] = {"Retry-After": str(retry_after)} if retry_after else {}


def same_origin(request: Request, *, secure: bool) -> None:
    """Refuse a change that another site's page asked for, or a page of nowhere (``null``)."""
    origin = urlsplit(request.headers.get("origin", ""))
    scheme = {"https"} if secure else {"http", "https"}
    if origin.scheme not in scheme or not origin.netloc or origin.netloc != request.headers.get("host"):
        raise Refused(403, "web-error-origin")


def same_token(request: Request, token: str) -> None:
    """Refuse a change whose sender cannot read our pages."""
    given = request.headers.get("x-csrf-token", "").encode()
    if not hmac.compare_digest(given, token.encode()):
        raise Refused(403, "web-error-origin")


async def body(request: Request, most: int = MAX_BODY) -> bytes:
    """The whole body, as long as it is JSON, small and not slow."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Refused(415, "web-error-unreadable")
    content = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                content += chunk
                if len(content) > most:
                    raise Refused(413, "web-error-too-long")
    except (TimeoutError, ClientDisconnect) as error:
        raise Refused(408, "web-error-unreadable") from error
    return bytes(content)
