"""The page that says whether a statement of hours is true: figures, period, and as much of the name as
whoever holds the paper needs to compare."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.headers import SecurityHeaders
from locales import Words
from locales.formats import hours, initials, number
from storage import statements
from storage.database import Database, StorageError
from storage.statements import NamedStatement

_CODE = re.compile(r"[2-9A-Z]{8}")
_TEMPLATES = Path(__file__).parent / "channels" / "web" / "pages"


class Verifying:
    """Answers ``/xac-nhan/<code>``; who guesses has one chance in 6·10¹¹."""

    def __init__(self, database: Database, words: Words, *, secure: bool) -> None:
        self._database = database
        self._words = words
        self._secure = secure
        loader = FileSystemLoader(_TEMPLATES)
        self._page = Environment(
            loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(["html"])
        ).get_template("verify.html")

    def routes(self) -> Sequence[BaseRoute]:
        """The one address."""
        headers = [Middleware(SecurityHeaders, secure=self._secure)]
        return (Route("/xac-nhan/{code}", self._verify, methods=["GET"], middleware=headers),)

    async def _verify(self, request: Request) -> Response:
        code = str(request.path_params["code"]).upper().replace("-", "")
        try:
            found = None
            if _CODE.fullmatch(code):
                found = await self._database.read(lambda tx: statements.with_code(tx, code))
        except StorageError:
            return self._said([self._words("web-error-busy")], status=503)
        if found is None:
            return self._said([self._words("verify-unknown")], status=404)
        return self._said(self._told(found), status=200)

    def _told(self, found: NamedStatement) -> list[str]:
        first, last = date.fromisoformat(found.from_on), date.fromisoformat(found.to_on)
        return [
            self._words("verify-true"),
            self._words("hours-paper-name", name=initials(found.name) or self._words("verify-erased")),
            self._words("hours-paper-period", period=f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"),
            self._words(
                "hours-paper-figures",
                shifts=found.shifts,
                proven=found.proven,
                hours=hours(timedelta(minutes=found.minutes)),
                days=number(found.half_days / 2),
            ),
        ]

    def _said(self, lines: list[str], *, status: int) -> Response:
        title = self._words("hours-paper-title")
        return HTMLResponse(self._page.render(title=title, lines=lines), status_code=status)
