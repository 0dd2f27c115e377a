"""Connections over which calls are posted: kept, given up, and never a call sent twice."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.channels.telegram import connections
from bot.channels.telegram.connections import Connections, NotConnected, Severed

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
HANG_UP = b""


class Server:
    """Answers each request with the next of ``answers``, whole or piece by piece; an empty piece hangs up."""

    def __init__(self, answers: Sequence[Sequence[bytes]]) -> None:
        self._answers = iter(answers)
        self.requests: list[bytes] = []
        self.connected = 0
        self.writers: list[asyncio.StreamWriter] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connected += 1
        self.writers.append(writer)
        while head := await _head(reader):
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            self.requests.append(head + await reader.readexactly(length))
            for piece in next(self._answers):
                if piece == HANG_UP:
                    writer.close()
                    return
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0.005)
        writer.close()


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


@asynccontextmanager
async def served(*answers: Sequence[bytes]) -> AsyncIterator[tuple[Server, Connections]]:
    """A server with these answers, and connections to it."""
    server = Server(answers)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    kept = Connections(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/below/")
    try:
        yield server, kept
    finally:
        await kept.close()
        for writer in server.writers:
            writer.close()
        listening.close()
        await listening.wait_closed()


async def test_a_call_is_one_post_and_its_connection_is_kept() -> None:
    async with served([OK], [OK]) as (server, kept):
        assert await kept.post("/a", b'{"b":1}', 1.0) == (200, b"hi")
        assert await kept.post("/c?d=1", b"", 1.0) == (200, b"hi")
        assert server.connected == 1
    first, second = server.requests
    assert first.startswith(b"POST /below/a HTTP/1.1\r\nHost: 127.0.0.1:")
    assert first.endswith(b'Content-Type: application/json\r\nContent-Length: 7\r\n\r\n{"b":1}')
    assert second.startswith(b"POST /below/c?d=1 HTTP/1.1\r\n")
    assert b"Content-Type" not in second
    assert second.endswith(b"Content-Length: 0\r\n\r\n")


@pytest.mark.parametrize(
    "answer",
    [
        [bytes([byte]) for byte in OK],
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n", b"1\r\ni\r\n0\r\n\r\n"],
        [b"HTTP/1.1 100 Continue\r\n\r\n", OK],
        [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nh", b"i", HANG_UP],
        [b"HTTP/1.0 200 OK\r\n\r\n", b"hi", HANG_UP],
    ],
)
async def test_an_answer_comes_in_many_ways(answer: Sequence[bytes]) -> None:
    async with served(answer, [OK]) as (_, kept):
        assert await kept.post("/a", b"", 1.0) == (200, b"hi")
        assert await kept.post("/a", b"", 1.0) == (200, b"hi")


@pytest.mark.parametrize(
    "answer",
    [
        [HANG_UP],
        [OK[:14], HANG_UP],
        [OK[:20], HANG_UP],
        [OK[:-4], HANG_UP],
        [OK[:-1], HANG_UP],
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n", HANG_UP],
        [b"SSH-2.0-OpenSSH_9.2\r\n"],
        [b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"],
        [b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nhi"],
    ],
)
async def test_an_answer_that_breaks_off_is_not_asked_again(answer: Sequence[bytes]) -> None:
    async with served(answer, [OK]) as (server, kept):
        with pytest.raises(Severed):
            await kept.post("/a", b"", 1.0)
        assert len(server.requests) == 1
        assert await kept.post("/a", b"", 1.0) == (200, b"hi")
        assert server.connected == 2


async def test_an_answer_too_late_is_not_taken_for_that_of_the_next_call() -> None:
    async with served([], [OK]) as (server, kept):
        with pytest.raises(TimeoutError):
            await kept.post("/a", b"", 0.02)
        assert await kept.post("/b", b"", 1.0) == (200, b"hi")
        assert server.connected == 2


async def test_calls_at_the_same_time_have_a_connection_each() -> None:
    async with served([OK], [OK], [OK], [OK]) as (server, kept):
        assert await asyncio.gather(*(kept.post("/a", b"", 1.0) for _ in range(3))) == [(200, b"hi")] * 3
        await kept.post("/a", b"", 1.0)
        assert server.connected == 3


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"])
async def test_a_connection_the_server_gave_up_is_not_used(said: bytes) -> None:
    async with served([OK], [OK]) as (server, kept):
        await kept.post("/a", b"", 1.0)
        server.writers[0].write(said)
        server.writers[0].close()
        await asyncio.sleep(0.02)
        assert await kept.post("/a", b"", 1.0) == (200, b"hi")
        assert server.connected == 2


async def test_a_connection_that_rested_long_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async with served([OK], [OK]) as (server, kept):
        await kept.post("/a", b"", 1.0)
        monkeypatch.setattr(connections, "IDLE_FOR", 0.0)
        await kept.post("/a", b"", 1.0)
        assert server.connected == 2


async def test_a_body_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "LARGEST_ANSWER", 10)
    async with served([b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + b"x" * 20]) as (_, kept):
        with pytest.raises(Severed):
            await kept.post("/a", b"", 1.0)


async def test_closing_ends_calls_under_way_and_a_later_one_connects_anew() -> None:
    async with served([], [OK]) as (server, kept):
        call = asyncio.create_task(kept.post("/a", b"", 1.0))
        while not server.requests:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        await kept.close()
        with pytest.raises(Severed):
            await call
        assert await kept.post("/a", b"", 1.0) == (200, b"hi")


async def test_nobody_listens() -> None:
    with pytest.raises(NotConnected):
        await Connections("http://127.0.0.1:1").post("/a", b"", 1.0)


@pytest.mark.parametrize("url", ["", "no address", "http://", "ftp://here", "http://[::1", "http://a:b"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Connections(url)
