"""What everybody may read without signing in: the notice in full, how requests go, forms to print.

Plain pages without a script, for weak phones and for paper. Under ``/phap-ly/<tenant>`` they name who is
responsible there; without a tenant whom the deployment names, with the way to those of others.
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
from storage import teams
from storage.database import Database, StorageError

_TEMPLATES = Path(__file__).parent / "channels" / "web" / "pages"
NOTICE = ("who", "what", "why", "sensitive", "where", "long", "rights", "young", "people", "change")
PROCEDURE = ("ask", "hours", "steps", "erase", "other", "complain")
FORMS = ("see", "withdraw", "erase", "guardian")
Endpoint = Callable[[Request], Awaitable[Response]]
_ROOT = "/phap-ly"
_ITEM = "• "
_CACHED = {"Cache-Control": "public, max-age=3600"}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, what stands under it in order (a paragraph, or the items of a list), and lines to fill in on
    paper."""

    heading: str
    blocks: tuple[str | tuple[str, ...], ...]
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who is responsible for personal data and how to reach them, in ``tenant`` (named ``where``) or, both
    empty, wherever nobody else was named."""

    name: str
    contact: str
    tenant: str = ""
    where: str = ""

    @property
    def root(self) -> str:
        """Where the pages that name them begin."""
        return f"{_ROOT}/{self.tenant}" if self.tenant else _ROOT


class Legal:
    """Three pages and their style, made from the words for whoever is responsible."""

    def __init__(self, words: Words, usual: Responsible, database: Database, *, secure: bool) -> None:
        self.words = words
        self._usual = usual
        self._database = database
        self._secure = secure
        loader = FileSystemLoader(_TEMPLATES)
        self._page = Environment(
            loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(["html"])
        ).get_template("legal.html")
        self._style = (_TEMPLATES / "legal.css").read_bytes()
        self._pages = {"thong-bao": self.notice, "thu-tuc": self.procedure, "bieu-mau": self.forms}

    def routes(self) -> Sequence[BaseRoute]:
        """The pages; the bare address leads to the notice."""
        return [
            self._guarded(_ROOT, self._show),
            self._guarded(f"{_ROOT}/trang.css", self._styled),
            self._guarded(f"{_ROOT}/{{page}}", self._show),
            self._guarded(f"{_ROOT}/{{tenant}}/{{page}}", self._show),
        ]

    def notice(self, who: Responsible, others: Sequence[Responsible] = ()) -> str:
        """The notice in full, with its version; ``others`` are named where somebody else is responsible."""
        given = _given(who)
        parts = [
            _part(
                self.words(f"legal-notice-{one}-head"),
                self.words(f"legal-notice-{one}", **given),
            )
            for one in NOTICE
        ]
        version = self.words("legal-version", version=NOTICE_VERSION)
        return self._rendered("legal-notice-title", who, parts, version, others)

    def procedure(self, who: Responsible, others: Sequence[Responsible] = ()) -> str:
        """How a request is made and by when it is answered."""
        given = _given(who)
        parts = [
            _part(
                self.words(f"legal-procedure-{one}-head"),
                self.words(f"legal-procedure-{one}", **given),
            )
            for one in PROCEDURE
        ]
        return self._rendered("legal-procedure-title", who, parts, "", others)

    def forms(self, who: Responsible, others: Sequence[Responsible] = ()) -> str:
        """Forms for those who would rather write on paper."""
        blanks = tuple(self.words("legal-form-blanks").split("\n"))
        given = _given(who)
        parts = [
            _part(
                self.words(f"legal-form-{one}-head"),
                self.words(f"legal-form-{one}", **given),
                blanks,
            )
            for one in FORMS
        ]
        above = self.words("legal-forms-how", **given)
        return self._rendered("legal-forms-title", who, parts, above, others)

    async def _show(self, request: Request) -> Response:
        tenant, page = request.path_params.get("tenant", ""), request.path_params.get("page", "thong-bao")
        if page not in self._pages:
            return Response(status_code=404)
        try:
            named = await self._named()
        except StorageError:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if tenant and tenant not in named:
            return Response(status_code=404)
        who = named[tenant] if tenant else self._usual
        others = [] if tenant else [one for one in named.values() if one.name != self._usual.name]
        return HTMLResponse(self._pages[page](who, others), headers=_CACHED)

    async def _named(self) -> Mapping[str, Responsible]:
        """Who is responsible, by tenant."""
        usual = self._usual
        return {
            one.tenant: Responsible(one.controller_name, one.controller_contact, one.tenant, one.name)
            if one.controller_name
            else Responsible(usual.name, usual.contact, one.tenant, one.name)
            for one in await self._database.read(teams.every_tenant)
        }

    async def _styled(self, _: Request) -> Response:
        return Response(self._style, media_type="text/css; charset=utf-8", headers=_CACHED)

    def _rendered(
        self, title: str, who: Responsible, parts: Sequence[Part], above: str, others: Sequence[Responsible]
    ) -> str:
        links = {
            f"{who.root}/thong-bao": self.words("legal-notice-title"),
            f"{who.root}/thu-tuc": self.words("legal-procedure-title"),
            f"{who.root}/bieu-mau": self.words("legal-forms-title"),
        }
        return self._page.render(
            language=self.words("web-lang"),
            title=self.words(title),
            parts=parts,
            links=links,
            above=above,
            elsewhere=self.words("legal-elsewhere") if others else "",
            others={f"{one.root}/thong-bao": f"{one.where}: {one.name}" for one in others},
        )

    def _guarded(self, path: str, show: Endpoint) -> Route:
        headers = [Middleware(SecurityHeaders, secure=self._secure)]
        return Route(path, show, methods=["GET"], middleware=headers)


def _given(who: Responsible) -> dict[str, str | int]:
    """What the words of every page may name."""
    return {"controller": who.name, "contact": who.contact, "days": BACKUPS_LAST}


def _part(heading: str, said: str, blanks: tuple[str, ...] = ()) -> Part:
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    blocks: list[str | tuple[str, ...]] = []
    for listed, group in groupby(lines, key=lambda line: line.startswith(_ITEM)):
        said_here = [one.removeprefix(_ITEM) for one in group]
        blocks += [tuple(said_here)] if listed else said_here
    return Part(heading, tuple(blocks), blanks)
