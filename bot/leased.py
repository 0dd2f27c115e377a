"""Work that only one process may do at a time: receiving, sending for an account."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from storage import leases
from storage.database import Database, StorageError

log = structlog.get_logger()

LENGTH = timedelta(seconds=4)
RENEW = 1.0
"""Seconds between renewals; a killed holder is followed by another process within ``LENGTH``."""


async def while_held(
    database: Database,
    name: str,
    holder: str,
    now: Callable[[], datetime],
    work: Callable[[], Awaitable[None]],
) -> None:
    """Do ``work`` whenever ``holder`` has the lease ``name``, until cancelled.

    On SQLite there is one process and no question. When the lease cannot be renewed the work is
    stopped before another process may take it.
    """
    if database.engine == "sqlite":
        await work()
        return
    while True:
        if await _held(database, name, holder, now):
            log.info("lease taken", lease=name)
            await _while_renewed(database, name, holder, now, asyncio.ensure_future(work()))
        await asyncio.sleep(RENEW)


async def _while_renewed(
    database: Database,
    name: str,
    holder: str,
    now: Callable[[], datetime],
    working: "asyncio.Future[None]",
) -> None:
    try:
        while not working.done():
            await asyncio.wait([working], timeout=RENEW)
            if not working.done() and not await _held(database, name, holder, now):
                log.warning("lease lost", lease=name)
                break
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        with suppress(StorageError):
            await database.write(lambda tx: leases.end(tx, name, holder))
    if working.done() and not working.cancelled():
        working.result()


async def _held(database: Database, name: str, holder: str, now: Callable[[], datetime]) -> bool:
    at = now()
    try:
        return await database.write(lambda tx: leases.hold(tx, name, holder, at, at + LENGTH))
    except StorageError:
        return False
