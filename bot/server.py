"""The web server: health, figures, and the routes that channels bring along."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.telemetry import Figures, Vitals
from storage import inbox, outbox
from storage.database import Database, StorageError

log = structlog.get_logger()

GRACE = 3
"""Seconds that open streams are given at an orderly stop."""
MOST_CONNECTIONS = 20_000
LARGEST_HEAD = 64 * 1024
"""Bytes of a request's first line and headers."""


def application(
    database: Database,
    vitals: Vitals,
    routes: Sequence[BaseRoute],
    *,
    hosts: Sequence[str],
    patience: Sequence[Middleware] = (),
) -> Starlette:
    """The ASGI application; a request for any other host than ``hosts`` is refused, and ``patience`` is asked
    of whoever guesses."""
    figures = Figures()

    def ill() -> list[str]:
        return [*(["database"] if database.ails else []), *vitals.ill()]

    async def healthz(_: Request) -> Response:
        silent = ill()
        body = {"status": "bad" if silent else "ok", "silent": silent}
        return JSONResponse(body, status_code=503 if silent else 200)

    async def metrics(_: Request) -> Response:
        try:
            waiting = await database.read(inbox.counts)
            owed = await database.read(outbox.counts)
        except StorageError as error:
            log.error("figures could not be read", cause=str(error))
            return Response(status_code=503)
        figures.outbox.clear()  # an account that owes nothing any more is in no row
        for state, rows in waiting.items():
            figures.inbox.labels(state).set(rows)
        for key, rows in owed.items():
            figures.outbox.labels(*key).set(rows)
        figures.silent.set(len(ill()))
        return Response(figures.text(), media_type="text/plain; version=0.0.4")

    return Starlette(
        routes=[Route("/healthz", healthz), Route("/metrics", metrics), *routes],
        middleware=[
            *patience,
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
    )


class CannotListen(Exception):
    """The address of the web server is taken, or is none of ours."""

    def __init__(self, host: str, port: int, error: OSError) -> None:
        super().__init__(
            f"cannot listen on {host}:{port}: {error.strerror}; stop the program that has it, "
            "or set WEB_PORT to another port"
        )


class Server(uvicorn.Server):
    """uvicorn's server without its ways to end the process: signals are heard by whoever runs it, and
    an address that cannot be had is raised as ``CannotListen``."""

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until ``should_exit``; raises CannotListen."""
        await super().serve(sockets or [_listener(self.config.host, self.config.port)])

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


class Speaking(HttpToolsProtocol):
    """uvicorn's HTTP/1.1 over llhttp, at a third of the CPU of the one in Python, with an end to heads that
    have none."""

    _in_head = False
    _head = 0

    def on_message_begin(self) -> None:
        """See ``HttpToolsProtocol``."""
        self._in_head = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """See ``HttpToolsProtocol``."""
        self._in_head = False
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """See ``HttpToolsProtocol``; a head that goes on and on is refused."""
        goes_on = self._in_head
        super().data_received(data)
        self._head = self._head + len(data) if goes_on and self._in_head else 0
        if self._head > LARGEST_HEAD and not self.transport.is_closing():
            self.send_400_response("The request has no end to its head.")


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        # From here on the port is ours: of two that only bound it, the second would fail later.
        taken.listen()
    except OSError as error:
        taken.close()
        raise CannotListen(host, port, error) from None
    return taken


def free_port(host: str, wanted: int) -> int:
    """``wanted`` when nobody listens there, else a port that is free."""
    for port in (wanted, 0):
        with suppress(CannotListen), closing(_listener(host, port)) as tried:
            return int(tried.getsockname()[1])
    raise CannotListen(host, wanted, OSError(0, "no port is free"))


def server(app: Starlette, host: str, port: int) -> Server:
    """A server for ``app`` that stops when told and logs no addresses of people."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=Speaking,
        access_log=False,
        log_config=None,
        lifespan="off",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_CONNECTIONS,
    )
    return Server(config)
