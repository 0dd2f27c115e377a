"""A picture is asked of Telegram by its id, and fetched with the token that no error shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.calling import Answer, Connections
from bot.channel import Rejected, SendError
from bot.channels.telegram import fetching
from bot.channels.telegram.failures import Unsent
from bot.channels.telegram.raw import envelope
from bot.channels.telegram.wire import Wire

TOKEN = "7001:canary"
PATHS = {"good": "photos/file 1.jpg", "disk": "/var/lib/photo.jpg", "up": "../7001/x", "large": "large"}


@asynccontextmanager
async def _wire() -> AsyncIterator[Wire]:
    """To a server that names files and gives them."""

    async def named(request: web.Request) -> web.Response:
        path = PATHS.get((await request.json())["file_id"])
        if path is None:
            said = {"ok": False, "error_code": 400, "description": "Bad Request: wrong file_id"}
            return web.json_response(said, status=400)
        return web.json_response({"ok": True, "result": {"file_id": "x", "file_path": path}})

    async def given(request: web.Request) -> web.Response:
        path = request.match_info["path"]
        return web.Response(body=b"x" * 200 if path == "large" else b"jpeg of " + path.encode())

    app = web.Application()
    app.add_routes(
        [
            web.post(f"/bot{TOKEN}/getFile", named),
            web.get(f"/file/bot{TOKEN}/{{path:.+}}", given),
        ]
    )
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    async with Connections() as http:
        yield Wire(TOKEN, api_url=f"http://127.0.0.1:{port}", http=http, timeout=2.0)
    await runner.cleanup()


async def test_a_picture_is_fetched_by_its_id() -> None:
    async with _wire() as wire:
        assert await fetching.fetched(wire, "good") == b"jpeg of photos/file 1.jpg"


@pytest.mark.parametrize("file_id", ["unknown", "disk", "up", "large"])
async def test_what_is_not_to_be_had_is_refused(file_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also a file of the server's own disk, and more than Telegram gives."""
    monkeypatch.setattr(fetching, "MOST", 100)
    async with _wire() as wire:
        with pytest.raises(Rejected) as refused:
            await fetching.fetched(wire, file_id)
        assert "canary" not in repr(refused.value)


async def test_a_bot_that_was_let_go_fetches_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a picture that was named before, nor one that was on its way."""
    async with _wire() as wire:
        get = wire._http.get

        async def meanwhile(address: str, seconds: float, most: int) -> Answer:
            answer = await get(address, seconds, most)
            await wire.shutdown()
            return answer

        monkeypatch.setattr(wire._http, "get", meanwhile)
        with pytest.raises(Unsent):
            await wire.download("photos/x", 1000)
        monkeypatch.setattr(wire._http, "get", None)  # nobody is asked any more
        with pytest.raises(Unsent):
            await wire.download("photos/x", 1000)
        with pytest.raises(SendError) as failed:
            await fetching.fetched(wire, "good")
        assert not isinstance(failed.value, Rejected)


async def test_a_server_that_is_away_may_be_asked_again() -> None:
    async with Connections() as http:
        wire = Wire(TOKEN, api_url="http://127.0.0.1:9", http=http, timeout=1.0)
        with pytest.raises(SendError) as failed:
            await fetching.fetched(wire, "good")
    assert not isinstance(failed.value, Rejected)


def test_the_largest_of_the_sizes_is_taken() -> None:
    sizes = [{"file_id": "small", "width": 90}, {"file_id": "large", "width": 1280}]
    assert envelope({"update_id": 1, "message": {"photo": sizes}}).photo == "large"
    for crooked in ([], "x", [1], [{"file_id": 3}], [{"file_id": "x" * 300}], None):
        assert envelope({"update_id": 1, "message": {"photo": crooked}}).photo == ""
