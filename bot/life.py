"""The life of a process: it serves and works until it is told to stop, or a part of it gives up."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
import uvicorn

from bot.channels.telegram import PolledElsewhere
from bot.server import CannotListen
from bot.telemetry import Vitals
from storage.database import Database

log = structlog.get_logger()

STALLED = 70
"""Exit code of a process whose work stopped: whoever supervises it starts it again."""
POLLED_ELSEWHERE = 75
"""Exit code of the second of two processes that poll one account."""
CANNOT_LISTEN = 78
"""Exit code of a process whose address is taken: a restart alone does not cure it."""
STALL_GRACE = 60.0
"""Seconds beyond its limit after which a silent part makes the process leave."""


class Life:
    """Runs parts side by side. ``hush`` closes what people hold open, so that the server can end."""

    def __init__(self, vitals: Vitals, database: Database, hush: Callable[[], Awaitable[None]]) -> None:
        self._vitals = vitals
        self._database = database
        self._hush = hush
        self._stop = asyncio.Event()

    def stop(self, *_: object) -> None:
        """Have ``run`` end in order."""
        self._stop.set()

    async def run(self, works: Sequence[Awaitable[Any]], web: uvicorn.Server) -> int:
        """Run ``works`` and the server until stopped; the exit code. What is in flight is finished."""
        running = [asyncio.ensure_future(work) for work in works]
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        serving = asyncio.ensure_future(web.serve())
        stopping: asyncio.Future[Any] = asyncio.ensure_future(self._stop.wait())
        watching: asyncio.Future[Any] = asyncio.ensure_future(self._watch())
        done, _ = await asyncio.wait(
            [*running, serving, stopping, watching], return_when=asyncio.FIRST_COMPLETED
        )
        code = _exit_code(done, watching)
        web.should_exit = True
        for work in (*running, watching, stopping):
            work.cancel()
        await asyncio.gather(self._closed(serving), *running, watching, stopping, return_exceptions=True)
        return code

    async def _closed(self, serving: "asyncio.Future[Any]") -> None:
        """Close what people hold open until the server has ended: a page that is closed comes back."""
        while not serving.done():
            await self._hush()
            await asyncio.wait([serving], timeout=0.2)

    async def _watch(self) -> None:
        """End when a part of the program has been silent for too long, or the disk failed: a restart is
        the cure."""
        told = ""
        while True:
            await asyncio.sleep(1)
            if self._database.ails and not told:
                log.critical(self._database.ails, alarm="storage")
            told = self._database.ails
            if self._database.broken:
                log.critical("the disk failed; leaving so that the next start finds out what is on it")
                return
            silent = self._vitals.silent(grace=STALL_GRACE)
            if silent:
                log.critical("work has stopped; leaving so that a restart can cure it", parts=silent)
                return


def _exit_code(done: set["asyncio.Future[Any]"], watching: "asyncio.Future[Any]") -> int:
    if watching in done:
        return STALLED
    for one in done:
        error = None if one.cancelled() else one.exception()
        if isinstance(error, PolledElsewhere):
            log.critical(str(error))
            return POLLED_ELSEWHERE
        if isinstance(error, CannotListen):
            log.critical(str(error))
            return CANNOT_LISTEN
        if error is not None:
            log.critical("a part of the program failed", exc_info=error)
            return STALLED
    return 0
