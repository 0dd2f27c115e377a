"""Kept connections to one server, over which JSON is posted: HTTP/1.1, one call at a time on each.

What is sent all day is always the same small POST; a client for everything costs several times the CPU of
such a call. Answers are read by llhttp, the parser of Node.js. Nothing is ever sent twice: whoever calls
decides.
"""

import asyncio
import socket
import ssl
from typing import cast
from urllib.parse import urlsplit

import aiohappyeyeballs
from httptools import HttpParserError, HttpResponseParser

CONNECT_TIMEOUT = 10.0
IDLE_FOR = 15.0
"""Seconds without a call after which a connection is not used again: the other side may have given it up."""
LARGEST_ANSWER = 32 * 1024 * 1024
"""Bytes; a page of a hundred updates is far smaller."""
_NEXT_FAMILY_AFTER = 0.25
"""Seconds after which IPv4 is tried beside an IPv6 that says nothing."""

_SIZES = frozenset({b"content-length", b"transfer-encoding"})
"""Headers without which a body ends with its connection."""

Answer = tuple[int, bytes]
"""Status and body."""


class NotConnected(Exception):
    """No connection could be made: the request has surely not left."""


class Severed(Exception):
    """The connection ended, or broke HTTP's rules, before the answer was whole."""


class _Connection(asyncio.Protocol):
    """One connection, free or with one call under way."""

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[Answer] | None = None
        self._body = bytearray()
        self._sized = self._to_the_end = False
        self.free_since = 0.0

    @property
    def usable(self) -> bool:
        """Whether another call may go over it."""
        return self._transport is not None and self._answer is None and not self._transport.is_closing()

    def ask(self, request: bytes) -> "asyncio.Future[Answer]":
        """Send a whole request; the answer, or Severed."""
        assert self._transport is not None  # noqa: S101  # whoever asks has looked whether it is usable
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def close(self) -> None:
        """Give it up; a call under way fails."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See ``asyncio.Protocol``."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """See ``asyncio.Protocol``: the end of a body without a length, or of a call without an answer."""
        self._transport = None
        if self._to_the_end and exc is None:
            self.on_message_complete()
        self._fail()

    def data_received(self, data: bytes) -> None:
        """See ``asyncio.Protocol``."""
        if self._answer is None:  # nobody asked: a server that says goodbye
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except HttpParserError:
            self.close()
        if len(self._body) > LARGEST_ANSWER:
            self.close()

    def on_message_begin(self) -> None:
        """See ``httptools``."""
        self._body.clear()
        self._sized = self._to_the_end = False

    def on_header(self, name: bytes, _: bytes) -> None:
        """See ``httptools``."""
        self._sized = self._sized or name.lower() in _SIZES

    def on_headers_complete(self) -> None:
        """See ``httptools``."""
        self._to_the_end = not self._sized

    def on_body(self, part: bytes) -> None:
        """See ``httptools``."""
        self._body += part

    def on_message_complete(self) -> None:
        """See ``httptools``."""
        self._to_the_end = False
        code = self._parser.get_status_code()
        if code < 200:  # the answer is still to come
            return
        answer, self._answer = self._answer, None
        if not self._parser.should_keep_alive():
            self.close()
        if answer is not None and not answer.done():
            answer.set_result((code, bytes(self._body)))

    def _fail(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and not answer.done():
            answer.set_exception(Severed("the connection ended before the answer was whole"))


class Connections:
    """Connections to the server of ``url`` (http or https), as many as calls are under way at once.

    Raises ValueError when ``url`` is none.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("the address of a server begins with http:// or https:// and its name")
        self._host = parts.hostname
        self._port = parts.port or (443 if parts.scheme == "https" else 80)
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._named = parts.netloc.rpartition("@")[2]
        self._root = parts.path.rstrip("/")
        self._free: list[_Connection] = []
        self._all: set[_Connection] = set()

    async def post(self, path: str, body: bytes, total: float) -> Answer:
        """The answer to one POST of JSON, or of nothing, to ``path`` below the server's address, within
        ``total`` seconds from when it leaves. Raises NotConnected, Severed or TimeoutError."""
        connection = self._kept() or await self._connected()
        kind = "Content-Type: application/json\r\n" if body else ""  # nothing is no JSON
        request = (
            f"POST {self._root}{path} HTTP/1.1\r\nHost: {self._named}\r\n{kind}"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        try:
            async with asyncio.timeout(total):
                return await connection.ask(request.encode() + body)
        finally:
            self._give_back(connection)

    async def close(self) -> None:
        """Give all of them up; calls under way fail, the next one makes a new connection."""
        for connection in self._all:
            connection.close()
        self._all.clear()
        self._free.clear()
        await asyncio.sleep(0)  # the loop closes them on its next turn

    def _kept(self) -> _Connection | None:
        """The connection that was used last; those before it are as old or older."""
        while self._free:
            connection = self._free.pop()
            if connection.usable and _now() - connection.free_since < IDLE_FOR:
                return connection
            self._drop(connection)
        return None

    def _give_back(self, connection: _Connection) -> None:
        if connection.usable and connection in self._all:
            connection.free_since = _now()
            self._free.append(connection)
        else:
            self._drop(connection)

    def _drop(self, connection: _Connection) -> None:
        connection.close()
        self._all.discard(connection)

    async def _connected(self) -> _Connection:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT):
                found = await loop.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
                made = await aiohappyeyeballs.start_connection(found, happy_eyeballs_delay=_NEXT_FAMILY_AFTER)
                name = self._host if self._tls else None
                _, connection = await loop.create_connection(
                    _Connection, sock=made, ssl=self._tls, server_hostname=name
                )
        except (OSError, TimeoutError, UnicodeError) as error:
            raise NotConnected(type(error).__name__) from None
        self._all.add(connection)
        return connection


def _now() -> float:
    return asyncio.get_running_loop().time()
