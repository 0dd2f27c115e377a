"""Just enough HTTP/1.1 for a yardstick: both ends on loopback, bodies of known length, connections kept.

A web framework would take as much of the two cores as the programs that are measured.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


@dataclass(frozen=True, slots=True)
class Message:
    """A request or an answer: its first line, whether its body is JSON, and the body."""

    first_line: bytes
    is_json: bool
    body: bytes


class _Messages(asyncio.Protocol):
    """Cuts a stream into messages."""

    def __init__(self) -> None:
        self._unread = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        unread = self._unread + data
        while (end := unread.find(_END)) >= 0:
            head = unread[:end].lower()
            start, length = end + len(_END), _length(head)
            if len(unread) < start + length:
                break
            first_line = unread[: unread.find(b"\r\n")]
            self.arrived(Message(first_line, b"application/json" in head, unread[start : start + length]))
            unread = unread[start + length :]
        self._unread = unread

    def arrived(self, message: Message) -> None:
        """One whole message is here."""
        raise NotImplementedError

    def write(self, data: bytes) -> None:
        """Send, unless the other end has gone."""
        if self.transport is not None and not self.transport.is_closing():
            self.transport.write(data)


def _length(head: bytes) -> int:
    at = head.find(_LENGTH)
    if at < 0:
        if b"transfer-encoding: chunked" in head:
            raise ValueError("a chunked body: the yardstick reads bodies of known length only")
        return 0
    line = head[at + len(_LENGTH) :]
    return int(line[: line.find(b"\r\n")] if b"\r\n" in line else line)


class Serving(_Messages):
    """The server's end of one connection: each request goes to ``handle`` with a way to answer it."""

    def __init__(self, handle: Callable[[Message, "Serving"], None]) -> None:
        super().__init__()
        self._handle = handle

    def arrived(self, message: Message) -> None:
        self._handle(message, self)

    def answer(self, body: bytes) -> None:
        """Answer 200 with a JSON body."""
        self.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (len(body), body)
        )


class _Posting(_Messages):
    """The client's end of one connection: one request under way at a time."""

    def __init__(self, free: Callable[["_Posting", bool], None]) -> None:
        super().__init__()
        self._free = free

    def arrived(self, message: Message) -> None:
        self._free(self, message.first_line[9:10] == b"2")

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None


class Hook:
    """Posts updates over ``connections`` kept connections, like a platform to a webhook."""

    def __init__(self, host: str, port: int, path: str, secret: str, connections: int = 40) -> None:
        self._host, self._port, self._most = host, port, connections
        lines = [
            f"POST {path} HTTP/1.1",
            f"Host: {host}:{port}",
            "Content-Type: application/json",
            f"X-Telegram-Bot-Api-Secret-Token: {secret}",
            "Content-Length: ",
        ]
        self._head = "\r\n".join(lines).encode()
        self._waiting: deque[bytes] = deque()
        self._idle: list[_Posting] = []
        self._open = 0
        self.refused = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def post(self, body: bytes) -> None:
        """Deliver ``body`` as soon as a connection is free."""
        self._waiting.append(body)
        while self._idle and self._waiting:
            connection = self._idle.pop()
            if connection.transport is None:
                self._open -= 1
            else:
                self._send(connection)
        if self._waiting and self._open < self._most:
            self._open += 1
            task = asyncio.create_task(self._connect())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _connect(self) -> None:
        for _ in range(200):
            try:
                loop = asyncio.get_running_loop()
                _, made = await loop.create_connection(lambda: _Posting(self._freed), self._host, self._port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                self._freed(made, True)
                return
        raise ConnectionError(f"nothing listens on {self._host}:{self._port}")

    def _send(self, connection: _Posting) -> None:
        body = self._waiting.popleft()
        connection.write(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))

    def _freed(self, connection: _Posting, taken: bool) -> None:
        self.refused += not taken
        if self._waiting:
            self._send(connection)
        else:
            self._idle.append(connection)
