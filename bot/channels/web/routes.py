"""The addresses of the web chat, each a few lines over sessions, stream, store and intake."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sse_starlette import EventSourceResponse
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.addresses import address_of
from bot.channel import NewId, Raw
from bot.channels.web.guard import (
    MAX_BODY,
    MAX_BODY_WITH_PHOTO,
    RETRY_SECONDS,
    Refused,
    body,
    same_origin,
    same_token,
)
from bot.channels.web.headers import SecurityHeaders
from bot.channels.web.pace import Pace
from bot.channels.web.page import ANYONE, QUICK, Asset, Pages
from bot.channels.web.posted import Posted, raw_update
from bot.channels.web.sessions import Sessions, Visit
from bot.channels.web.store import WebStore
from bot.channels.web.stream import Streams
from bot.channels.web.wire import file_of, photo_of
from locales import Words
from storage.database import StorageError
from storage.records.web_chat import WebMessage

log = structlog.get_logger()

Endpoint = Callable[[Request], Awaitable[Response]]

_MESSAGE_ID = re.compile(r"[A-Za-z0-9_.-]{1,100}")
_STUCK_SECONDS = 30


class _Entering(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    k: str = Field(min_length=16, max_length=128)


@dataclass(frozen=True, slots=True)
class Endpoints:
    """What the page may ask of the server."""

    store: WebStore
    take: Callable[[Raw], Awaitable[None]]
    sessions: Sessions
    streams: Streams
    pages: Pages
    words: Words
    messages_pace: Pace
    sessions_pace: Pace
    newcomers_pace: Pace
    new_id: NewId
    now: Callable[[], datetime]
    secure: bool

    def routes(self) -> Sequence[BaseRoute]:
        """Everything the web chat serves."""
        return (
            self._get("/", self._page(self.pages.index)),
            self._get("/enter", self._page(self.pages.enter)),
            self._get("/manifest.webmanifest", self._file(self.pages.manifest)),
            self._get("/sw.js", self._file(self.pages.worker)),
            self._get("/static/{version}/{name}", self._static),
            self._get("/events", self._events),
            self._get("/photos/{message_id}", self._photo),
            self._get("/files/{message_id}", self._attached),
            self._post("/session", self._session),
            self._post("/enter", self._enter),
            self._post("/leave", self._leave),
            self._post("/messages", self._message),
            self._post("/photos", self._picture),
        )

    def _get(self, path: str, endpoint: Endpoint) -> Route:
        return self._route(path, endpoint, "GET")

    def _post(self, path: str, endpoint: Endpoint) -> Route:
        async def from_our_page(request: Request) -> Response:
            same_origin(request, secure=self.secure)
            return await endpoint(request)

        return self._route(path, from_our_page, "POST")

    def _route(self, path: str, endpoint: Endpoint, method: str) -> Route:
        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except Refused as no:
                return self._refusal(no)
            except StorageError:
                return self._refusal(Refused(503, "web-error-busy", retry_after=RETRY_SECONDS))

        headers = [Middleware(SecurityHeaders, secure=self.secure)]
        return Route(path, answer, methods=[method], middleware=headers)

    def _refusal(self, no: Refused) -> Response:
        content = {"ok": False, "error": self.words(no.word)}
        return JSONResponse(content, status_code=no.status, headers=no.headers)

    def _page(self, html: str) -> Endpoint:
        async def endpoint(_request: Request) -> Response:
            return HTMLResponse(html)

        return endpoint

    def _file(self, file: Asset) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            return file.response(request)

        return endpoint

    async def _static(self, request: Request) -> Response:
        file = self.pages.static.get(request.path_params["name"])
        if file is None:
            raise Refused(404, "web-error-gone")
        return file.response(request, lasting=request.path_params["version"] == self.pages.version)

    async def _visit(self, request: Request) -> Visit:
        visit = await self.sessions.of(request)
        if visit is None:
            raise Refused(401, "web-error-session")
        return visit

    async def _changing(self, request: Request) -> Visit:
        visit = await self._visit(request)
        same_token(request, visit.csrf)
        return visit

    async def _session(self, request: Request) -> Response:
        """Open a chat for a new browser, or greet one that has come back."""
        visit = await self.sessions.of(request)
        if visit is None:
            self.sessions_pace.step("all")
            if address := address_of(request.scope):
                self.newcomers_pace.step(address)
            visit = await self.sessions.open()
        else:
            await self.sessions.touch(visit)
        return await self._welcome(visit)

    async def _enter(self, request: Request) -> Response:
        """Make this browser one of an existing person's; whoever used it before is signed out."""
        try:
            entering = _Entering.model_validate_json(await body(request))
        except ValidationError as error:
            raise Refused(400, "web-error-link") from error
        self.sessions_pace.step("all")
        visit = await self.sessions.enter(entering.k)
        if visit is None:
            raise Refused(404, "web-error-link")
        before = await self.sessions.of(request)
        if before is not None:
            await self.sessions.end(before)
            self.streams.end(before.chat)
        return await self._welcome(visit)

    async def _welcome(self, visit: Visit) -> Response:
        home = await self.store.home(visit.chat)
        response = JSONResponse(
            {
                "ok": True,
                "csrf": visit.csrf,
                "chat": visit.chat,
                "team": home.team,
                "quick": QUICK.get(home.role, ANYONE),
                "now": self.now().isoformat(),
            }
        )
        self.sessions.give(response, visit)
        return response

    async def _leave(self, request: Request) -> Response:
        visit = await self._changing(request)
        await self.sessions.end(visit)
        self.streams.end(visit.chat)
        response = JSONResponse({"ok": True})
        self.sessions.take(response)
        return response

    async def _message(self, request: Request) -> Response:
        """What the person did."""
        return await self._taken(request, MAX_BODY)

    async def _picture(self, request: Request) -> Response:
        """The same with a picture, which needs more room."""
        return await self._taken(request, MAX_BODY_WITH_PHOTO)

    async def _taken(self, request: Request, most: int) -> Response:
        """Keep what the person sent; answered only after the intake has it on disk."""
        visit = await self._changing(request)
        self.messages_pace.step(visit.chat)
        try:
            posted = Posted.model_validate_json(await body(request, most))
        except ValidationError as error:
            raise Refused(400, "web-error-unreadable") from error
        message_id = self.new_id()  # taken first: it sorts before whatever the bot answers
        try:
            await self.take(raw_update(posted, visit.chat, self.now()))
        except Exception as error:
            log.warning("the intake did not take a web message", error=type(error).__name__)
            raise Refused(503, "web-error-busy", retry_after=RETRY_SECONDS) from error
        await self.sessions.touch(visit)
        return JSONResponse({"ok": True, "id": message_id, "at": self.now().isoformat()}, status_code=202)

    async def _events(self, request: Request) -> Response:
        visit = await self._visit(request)
        seen = request.headers.get("last-event-id") or request.query_params.get("after", "")
        after = seen if _MESSAGE_ID.fullmatch(seen) else ""

        async def alive() -> bool:
            return await self.sessions.alive(visit)

        events = self.streams.follow(visit.chat, after, alive)
        return EventSourceResponse(events, ping=0, send_timeout=_STUCK_SECONDS)

    async def _kept(self, request: Request) -> WebMessage:
        visit = await self._visit(request)
        message = await self.store.message(visit.chat, request.path_params["message_id"])
        if message is None:
            raise Refused(404, "web-error-gone")
        return message

    async def _photo(self, request: Request) -> Response:
        png = photo_of(await self._kept(request))
        if png is None:
            raise Refused(404, "web-error-gone")
        return Response(png, media_type="image/png")

    async def _attached(self, request: Request) -> Response:
        file = file_of(await self._kept(request))
        if file is None:
            raise Refused(404, "web-error-gone")
        named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"}
        return Response(file.content, media_type=file.mime, headers=named)
