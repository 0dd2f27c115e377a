"""What everybody may read without signing in: the notice in full, how requests go, forms to print.

Plain pages without a script, for weak phones and for paper.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.headers import SecurityHeaders
from handlers.notice import BACKUPS_LAST, NOTICE_VERSION
from locales import Words

_TEMPLATES = Path(__file__).parent / "channels" / "web" / "pages"
NOTICE = ("who", "what", "why", "sensitive", "where", "long", "rights", "young", "people", "change")
PROCEDURE = ("ask", "hours", "steps", "erase", "other", "complain")
FORMS = ("see", "withdraw", "erase", "guardian")
Endpoint = Callable[[Request], Awaitable[Response]]
_ITEM = "• "
_CACHED = {"Cache-Control": "public, max-age=3600"}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, what stands under it in order (a paragraph, or the items of a list), and lines to fill in on
    paper."""

    heading: str
    blocks: tuple[str | tuple[str, ...], ...]
    blanks: tuple[str, ...] = ()


class Legal:
    """Three pages and their style, made once from the words."""

    def __init__(self, words: Words, controller: str, contact: str, *, secure: bool) -> None:
        self.words = words
        self._given: dict[str, str | int] = {
            "controller": controller,
            "contact": contact,
            "days": BACKUPS_LAST,
        }
        self._secure = secure
        loader = FileSystemLoader(_TEMPLATES)
        self._page = Environment(
            loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(["html"])
        ).get_template("legal.html")
        self._style = (_TEMPLATES / "legal.css").read_bytes()

    def routes(self) -> Sequence[BaseRoute]:
        """The pages; the bare address leads to the notice."""
        pages = {
            "/phap-ly": self.notice(),
            "/phap-ly/thong-bao": self.notice(),
            "/phap-ly/thu-tuc": self.procedure(),
            "/phap-ly/bieu-mau": self.forms(),
        }
        return [*(self._route(path, html) for path, html in pages.items()), self._styled()]

    def notice(self) -> str:
        """The notice in full, with its version."""
        parts = [
            self._part(
                self.words(f"legal-notice-{one}-head"),
                self.words(f"legal-notice-{one}", **self._given),
            )
            for one in NOTICE
        ]
        return self._rendered(
            "legal-notice-title", parts, self.words("legal-version", version=NOTICE_VERSION)
        )

    def procedure(self) -> str:
        """How a request is made and by when it is answered."""
        parts = [
            self._part(
                self.words(f"legal-procedure-{one}-head"),
                self.words(f"legal-procedure-{one}", **self._given),
            )
            for one in PROCEDURE
        ]
        return self._rendered("legal-procedure-title", parts)

    def forms(self) -> str:
        """Forms for those who would rather write on paper."""
        blanks = tuple(self.words("legal-form-blanks").split("\n"))
        parts = [
            self._part(
                self.words(f"legal-form-{one}-head"),
                self.words(f"legal-form-{one}", **self._given),
                blanks,
            )
            for one in FORMS
        ]
        return self._rendered("legal-forms-title", parts, self.words("legal-forms-how", **self._given))

    def _part(self, heading: str, said: str, blanks: tuple[str, ...] = ()) -> Part:
        lines = [line.strip() for line in said.split("\n") if line.strip()]
        blocks: list[str | tuple[str, ...]] = []
        for listed, group in groupby(lines, key=lambda line: line.startswith(_ITEM)):
            said_here = [one.removeprefix(_ITEM) for one in group]
            blocks += [tuple(said_here)] if listed else said_here
        return Part(heading, tuple(blocks), blanks)

    def _rendered(self, title: str, parts: Sequence[Part], above: str = "") -> str:
        links: Mapping[str, str] = {
            "/phap-ly/thong-bao": self.words("legal-notice-title"),
            "/phap-ly/thu-tuc": self.words("legal-procedure-title"),
            "/phap-ly/bieu-mau": self.words("legal-forms-title"),
        }
        language = self.words("web-lang")
        return self._page.render(
            language=language, title=self.words(title), parts=parts, links=links, above=above
        )

    def _route(self, path: str, html: str) -> Route:
        async def show(_: Request) -> Response:
            return HTMLResponse(html, headers=_CACHED)

        return self._guarded(path, show)

    def _styled(self) -> Route:
        async def show(_: Request) -> Response:
            return Response(self._style, media_type="text/css; charset=utf-8", headers=_CACHED)

        return self._guarded("/phap-ly/trang.css", show)

    def _guarded(self, path: str, show: Endpoint) -> Route:
        headers = [Middleware(SecurityHeaders, secure=self._secure)]
        return Route(path, show, methods=["GET"], middleware=headers)
