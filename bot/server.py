"""The web server: health, figures, and the routes that channels bring along."""

from collections.abc import Sequence

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.telemetry import Figures, Vitals
from storage import inbox, outbox
from storage.database import Database, StorageError

log = structlog.get_logger()

GRACE = 3
"""Seconds that open streams are given at an orderly stop."""
MOST_CONNECTIONS = 20_000


def application(
    database: Database, vitals: Vitals, routes: Sequence[BaseRoute], *, hosts: Sequence[str]
) -> Starlette:
    """The ASGI application; a request for any other host than ``hosts`` is refused."""
    figures = Figures()

    async def healthz(_: Request) -> Response:
        silent = vitals.ill()
        body = {"status": "bad" if silent else "ok", "silent": silent}
        return JSONResponse(body, status_code=503 if silent else 200)

    async def metrics(_: Request) -> Response:
        try:
            waiting = await database.read(inbox.counts)
            owed = await database.read(outbox.counts)
        except StorageError as error:
            log.error("figures could not be read", cause=str(error))
            return Response(status_code=503)
        for state, rows in waiting.items():
            figures.inbox.labels(state).set(rows)
        for key, rows in owed.items():
            figures.outbox.labels(*key).set(rows)
        figures.silent.set(len(vitals.ill()))
        return Response(figures.text(), media_type="text/plain; version=0.0.4")

    return Starlette(
        routes=[Route("/healthz", healthz), Route("/metrics", metrics), *routes],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
    )


def server(app: Starlette, host: str, port: int) -> uvicorn.Server:
    """A server for ``app`` that stops when told and logs no addresses of people."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_config=None,
        lifespan="off",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_CONNECTIONS,
        h11_max_incomplete_event_size=64 * 1024,
    )
    return uvicorn.Server(config)
