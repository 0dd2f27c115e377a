"""What the server says of the program: figures as they are now. What it listens to has an end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
import pytest

from bot.server import LARGEST_HEAD, application, free_port, server
from bot.telemetry import Vitals
from storage import outbox
from storage.database import Database
from storage.queries import Tx

Counts = dict[tuple[str, str, str], int]


async def test_a_queue_that_is_empty_again_has_no_figure(
    any_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an account owed before is not told for ever."""
    owed: Counts = {("zalo", "7", "due"): 3}

    async def counts(_: Tx) -> Counts:
        return owed

    monkeypatch.setattr(outbox, "counts", counts)
    app = application(any_database, Vitals(lambda: 0.0), [], hosts=["here"])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as http:
        assert 'account="7"' in (await http.get("/metrics")).text
        owed.clear()
        assert 'account="7"' not in (await http.get("/metrics")).text


@asynccontextmanager
async def serving(database: Database) -> AsyncIterator[int]:
    """The real server on a port of its own."""
    port = free_port("127.0.0.1", 0)
    running = server(application(database, Vitals(lambda: 0.0), [], hosts=["*"]), "127.0.0.1", port)
    task = asyncio.create_task(running.serve())
    while not running.started:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    try:
        yield port
    finally:
        running.should_exit = True
        await task


@pytest.mark.parametrize("endless", [b"X-A: 1\r\n" * 800, b"x" * 8000])
async def test_a_head_without_end_is_refused(any_database: Database, endless: bytes) -> None:
    async with serving(any_database) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /healthz HTTP/1.1\r\n")
        sent, answer = 0, b""
        while not answer and sent < 64 * LARGEST_HEAD:
            writer.write(endless)
            sent += len(endless)
            with suppress(TimeoutError):
                async with asyncio.timeout(0.02):
                    answer = await reader.readline()
        assert answer == b"HTTP/1.1 400 Bad Request\r\n"
        assert sent < 2 * LARGEST_HEAD + 64 * 1024
        writer.close()


async def test_requests_on_one_connection_are_answered_in_turn(any_database: Database) -> None:
    async with serving(any_database) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n" * 3)
        heads = [await reader.readuntil(b"ok") for _ in range(3)]
        assert all(b"HTTP/1.1 200" in head for head in heads)
        writer.close()
