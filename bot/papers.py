"""Files for people whose channel takes none: fetched from us by an address nobody can guess, for an hour."""

import base64
import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from handlers.messages import File
from storage import papers
from storage.database import Database, StorageError

LIVES = timedelta(hours=1)
_HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
}


class Papers:
    """The files of one deployment, under ``public_url``; each handing over has an address of its own."""

    def __init__(
        self,
        database: Database,
        *,
        public_url: str,
        now: Callable[[], datetime],
        new_token: Callable[[], str],
    ) -> None:
        self._database = database
        self._public_url = public_url.rstrip("/")
        self._now = now
        self._new_token = new_token

    async def publish(self, file: File) -> str:
        """Keep ``file`` for as long as papers live; its address. Raises StorageError."""
        token = self._new_token()
        kept = papers.KeptPaper(
            name_hash=_hashed(token),
            content=base64.b64encode(file.content).decode(),
            file_name=file.name,
            mime=file.mime,
            expires_at=self._now() + LIVES,
        )
        await self._database.write(lambda tx: papers.keep(tx, kept))
        return f"{self._public_url}/tep/{token}"

    def routes(self) -> Sequence[BaseRoute]:
        """The route they are fetched by."""
        return [Route("/tep/{token}", self._hand_over, methods=["GET"], name="paper")]

    async def _hand_over(self, request: Request) -> Response:
        named, now = _hashed(request.path_params["token"]), self._now()
        try:
            found = await self._database.read(lambda tx: papers.find(tx, named, now))
        except StorageError:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if found is None:
            return Response(status_code=404)
        told = f"attachment; filename*=UTF-8''{quote(found.file_name, safe='')}"
        headers = {**_HEADERS, "Content-Disposition": told}
        return Response(base64.b64decode(found.content), media_type=found.mime, headers=headers)


def _hashed(token: str) -> str:
    """What is kept of a token: whoever reads the table cannot fetch by it."""
    return hashlib.sha256(token.encode()).hexdigest()
