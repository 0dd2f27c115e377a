"""Pictures that a platform fetches from us by address: unguessable, for a day, as often as it asks.

A one-time address would do for us, but not for Zalo: whoever fetches a second time saw a black picture.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from storage import pictures
from storage.database import Database, StorageError

LIVES = timedelta(hours=24)
_HEADERS = {"Cache-Control": "private, max-age=3600", "X-Content-Type-Options": "nosniff"}


class Pictures:
    """The pictures of one deployment, under ``public_url``. The same picture has the same address, which
    only who has ``secret_key`` could have made."""

    def __init__(
        self, database: Database, *, secret_key: str, public_url: str, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._key = hashlib.sha256(b"pictures:" + secret_key.encode()).digest()
        self._public_url = public_url.rstrip("/")
        self._now = now

    async def publish(self, png: bytes) -> str:
        """Keep a PNG for as long as pictures live; its address. Raises StorageError."""
        digest = hmac.new(self._key, png, hashlib.sha256).digest()
        name = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        kept = pictures.Picture(
            name_hash=_hashed(name),
            png=base64.b64encode(png).decode(),
            expires_at=self._now() + LIVES,
        )
        await self._database.write(lambda tx: pictures.keep(tx, kept))
        return f"{self._public_url}/pictures/{name}.png"

    def routes(self) -> Sequence[BaseRoute]:
        """The route they are fetched by."""
        return [Route("/pictures/{name}.png", self._show, name="picture")]

    async def _show(self, request: Request) -> Response:
        named, now = _hashed(request.path_params["name"]), self._now()
        try:
            picture = await self._database.read(lambda tx: pictures.find(tx, named, now))
        except StorageError:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if picture is None:
            return Response(status_code=404)
        return Response(base64.b64decode(picture.png), media_type="image/png", headers=_HEADERS)


def _hashed(name: str) -> str:
    """What is kept of a name: whoever reads the table cannot fetch by it."""
    return hashlib.sha256(name.encode()).hexdigest()
