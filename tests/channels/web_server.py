"""A web chat served for a real browser: over a socket, with a small bot that answers."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from bot.channel import Channel, Raw
from handlers.messages import Button, Kind, Outbound
from tests.channels.web_site import Site, web_site

SHIFTS = ((Button("Ca sáng 7h30–11h30", "shift:1"), Button("Ca chiều 13h30–17h", "shift:2")),)
MORE = ((Button("− 1", "less"), Button("+ 1", "more"), Button("+ 5", "five")), (Button("Xong", "done"),))


async def answer(channel: Channel, raw: Raw) -> None:
    """A card for "vào ca", which a tap turns into another; an echo of everything else."""
    inbound = channel.read(raw)
    if inbound is None:
        return
    if inbound.kind is Kind.TAP:
        reply = Outbound(f"Đã chọn {inbound.data}. Mấy lượt VNeID?", MORE, edits=inbound.tapped)
        await channel.send(inbound.chat, Outbound("Đã ghi", callback=inbound.callback))
    elif inbound.kind is Kind.START:
        reply = Outbound(f"Xin chào! Mã: {inbound.data or 'không có'}")
    elif inbound.kind is Kind.PLACE:
        reply = Outbound(f"Đã nhận vị trí {bool(inbound.sealed_place)}")
    elif inbound.text == "vào ca":
        reply = Outbound("Bạn vào ca nào?", SHIFTS)
    elif inbound.text == "ở đâu":
        reply = Outbound("Bạn đang ở đâu?", asks_place=True)
    elif inbound.text == "im lặng":
        return
    else:
        reply = Outbound(inbound.text)
    await channel.send(inbound.chat, reply)


class Server:
    """The site on a loopback port; it can be taken down and brought back."""

    def __init__(self, site: Site) -> None:
        self.site = site
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: uvicorn.Server | None = None
        self._task: asyncio.Task[None] | None = None

    async def up(self) -> None:
        app = Starlette(routes=self.site.channel.routes())
        config = uvicorn.Config(
            app, port=self.port, log_level="error", lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._task = asyncio.create_task(self._server.serve())
        await asyncio.to_thread(self._answers)

    def _answers(self) -> None:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.01)
        raise TimeoutError(f"nothing listens on port {self.port}")

    async def down(self) -> None:
        if self._server is not None and self._task is not None:
            self._server.should_exit = True
            await self.site.channel.close()
            await self._task
            self._server = None

    async def say(self, text: str, **how: object) -> str:
        """The bot speaks first, in the only chat there is."""
        chat = str(self.site.inbox.raws[0]["chat"])
        return (await self.site.channel.send(chat, Outbound(text, **how))).message_id  # type: ignore[arg-type]


@asynccontextmanager
async def web_server(file: Path, *, beat: timedelta = timedelta(seconds=1)) -> AsyncIterator[Server]:
    """A served site whose clock is the real one, because the browser's is."""
    async with web_site(file, beat=beat) as site:
        site.inbox.answer = answer
        site.now.live = lambda: datetime.now(UTC)
        server = Server(site)
        await server.up()
        try:
            yield server
        finally:
            await server.down()
