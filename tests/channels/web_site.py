"""A web chat on a real SQLite file, with clock, ids and intake in the test's hand."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import httpx
from starlette.applications import Starlette

from bot.channel import Channel, Raw
from bot.channels.web import WebChannel
from handlers.messages import Outbound
from locales import Words
from storage.database import Database, database
from storage.web_chats import WebChats

ORIGIN = "http://127.0.0.1"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000010806000000f478d4fa"
    "0000000d49444154789c636060f8cf00000301010018dd8db00000000049454e44ae426082"
)


class Clock:
    """A time that moves only when told, unless another clock is put in its place."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
        self.live: Callable[[], datetime] | None = None

    def __call__(self) -> datetime:
        return self.live() if self.live else self.at

    def forward(self, by: timedelta) -> None:
        self.at += by


class Ids:
    """UUIDv7-shaped ids that grow with the clock, as the real ones do."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._next = count(1)

    def __call__(self) -> str:
        millis = int(self._now().timestamp() * 1000)
        return str(UUID(int=(millis << 80) | (7 << 76) | (2 << 62) | next(self._next)))


class Inbox:
    """An intake that keeps each update once by its key, as the inbox table does, and may answer."""

    def __init__(self) -> None:
        self.stored: dict[str, Raw] = {}
        self.broken = False
        self.answer: Callable[[Channel, Raw], Awaitable[None]] | None = None

    async def store(self, channel: Channel, updates: Sequence[Raw]) -> None:
        if self.broken:
            raise OSError("disk full")
        for raw in updates:
            key = channel.envelope(raw).update_key
            if key not in self.stored:
                self.stored[key] = raw
                if self.answer is not None:
                    await self.answer(channel, raw)

    @property
    def raws(self) -> list[Raw]:
        return list(self.stored.values())


class Site:
    """One deployment's web chat, without a server."""

    def __init__(self, kept: Database, *, secure: bool, beat: timedelta) -> None:
        self.database = kept
        self.now = Clock()
        self.new_id = Ids(self.now)
        self.inbox = Inbox()
        self.store = WebChats(kept)
        self.channel = WebChannel(
            intake=self.inbox,
            store=self.store,
            new_id=self.new_id,
            now=self.now,
            words=Words("vi"),
            secure=secure,
            beat=beat,
        )
        self.app = Starlette(routes=self.channel.routes())

    def browser(self, origin: str = ORIGIN) -> "Browser":
        return Browser(self.app, origin)

    async def say(self, chat: str, text: str, edits: str = "") -> str:
        return (await self.channel.send(chat, Outbound(text, edits=edits))).message_id


class Browser(httpx.AsyncClient):
    """A client that behaves as the page does: origin, cookie and token with every change."""

    def __init__(self, app: Starlette, origin: str) -> None:
        super().__init__(transport=httpx.ASGITransport(app=app), base_url=origin, headers={"Origin": origin})
        self.chat = ""

    async def open(self) -> None:
        answer = (await self.post("/session")).raise_for_status().json()
        self.chat = answer["chat"]
        self.headers["X-CSRF-Token"] = answer["csrf"]

    async def do(self, **thing: object) -> httpx.Response:
        return await self.post("/messages", json={"key": "key-00000001", **thing})


@asynccontextmanager
async def web_site(
    file: Path, *, secure: bool = False, beat: timedelta = timedelta(seconds=15)
) -> AsyncIterator[Site]:
    """A site on the migrated SQLite ``file``."""
    kept = database(f"sqlite+aiosqlite:///{file}")
    await kept.start()
    try:
        yield Site(kept, secure=secure, beat=beat)
    finally:
        await kept.close()
