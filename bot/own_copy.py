"""The page on which somebody sees and saves what is kept about them, where no file can be sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.headers import SecurityHeaders
from handlers.own_data_told import as_json, copy_head, paragraphs
from locales import Words
from storage import rights, teams
from storage.database import Database, StorageError
from storage.own_data import Held, held
from storage.queries import Tx

_TEMPLATES = Path(__file__).parent / "channels" / "web" / "pages"


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is kept about somebody, and who is responsible for it."""

    held: Held
    controller: str


class OwnCopy:
    """Answers ``/du-lieu/<token>`` while the link lives; the copy is made anew each time and kept nowhere.
    ``usual`` is who is responsible where a tenant has named nobody."""

    def __init__(
        self,
        database: Database,
        words: Words,
        usual: str,
        *,
        now: Callable[[], datetime],
        secure: bool,
    ) -> None:
        self._database = database
        self._words = words
        self._usual = usual
        self._now = now
        self._secure = secure
        loader = FileSystemLoader(_TEMPLATES)
        self._page = Environment(
            loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(["html"])
        ).get_template("copy.html")

    def routes(self) -> Sequence[BaseRoute]:
        """To read, and to save for machines."""
        headers = [Middleware(SecurityHeaders, secure=self._secure)]
        return (
            Route("/du-lieu/{token}/json", self._save, methods=["GET"], middleware=headers),
            Route("/du-lieu/{token}", self._show, methods=["GET"], middleware=headers),
        )

    async def _show(self, request: Request) -> Response:
        try:
            found = await self._found(request)
        except StorageError:
            return self._said(self._words("web-error-busy"), status=503)
        if found is None:
            return self._said(self._words("copy-page-over"), status=404)
        head = copy_head(self._words, controller=found.controller, made_at=self._now())
        return HTMLResponse(
            self._page.render(
                **self._fixed(),
                head=head.split("\n"),
                save=f"/du-lieu/{request.path_params['token']}/json",
                paragraphs=paragraphs(self._words, found.held),
            )
        )

    async def _save(self, request: Request) -> Response:
        try:
            found = await self._found(request)
        except StorageError:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if found is None:
            return Response(status_code=404)
        body = as_json(found.held, controller=found.controller, made_at=self._now())
        named = {"Content-Disposition": f'attachment; filename="{self._words("my-data-file")}.json"'}
        return Response(body, media_type="application/json", headers=named)

    async def _found(self, request: Request) -> _Copy | None:
        token, now = str(request.path_params["token"]), self._now()

        async def work(tx: Tx) -> _Copy | None:
            person = await rights.link(tx, token, now)
            if person is None:
                return None
            tenant = (await teams.tenant.load(tx, [person[0]])).get(person[0])
            return _Copy(await held(tx, person), (tenant.controller_name if tenant else "") or self._usual)

        return await self._database.read(work)

    def _said(self, line: str, *, status: int) -> Response:
        page = self._page.render(**self._fixed(), head=[line], save="", paragraphs=[])
        return HTMLResponse(page, status_code=status)

    def _fixed(self) -> dict[str, str]:
        """The words that stand on every such page."""
        return {
            "language": self._words("web-lang"),
            "title": self._words("copy-page-title"),
            "saving": self._words("copy-page-save"),
        }
