"""``move --to URL``: a SQLite database becomes a PostgreSQL one, while the bot runs or while it does not."""

from pathlib import Path
from urllib.parse import urlsplit

import structlog

from bot.operating import Given, OperationError
from storage import move
from storage.database import Database, StorageError, database
from storage.migrate import migrate
from storage.sqlite import SqliteDatabase
from storage.sqlite_gate import Gate

log = structlog.get_logger()

LANDING = 3.0
"""Seconds for messages that are on their way to be marked as sent, so that nobody gets them again."""


async def moved(here: Database, given: Given) -> str:
    """Copy while people go on; then hold, catch up, compare, and seal the old file.

    From the hold on nothing is acknowledged, so platforms keep what is sent until the bot runs on the
    new database. A move that was cut is simply asked for again.
    """
    if not isinstance(here, SqliteDatabase):
        raise OperationError("the data is in PostgreSQL already")
    url = given["to"]
    if urlsplit(url).scheme != "postgresql+asyncpg":
        raise OperationError("--to: write postgresql+asyncpg://user:password@host/name")
    await migrate(url)
    there = database(url)
    await there.start()
    try:
        await move.begin(there, str(here.path.absolute()))
        await move.copy(here.read, there, _progress)
        tables = await _held(here, there, _nameless(url))
    finally:
        await there.close()
    lines = [f"{one.table:<16}{one.rows:>10}  {one.digest[:16]}" for one in tables]
    return "\n".join([*lines, f"moved; set DATABASE_URL to {_nameless(url)} and start the bot again"])


async def settled(there: Database) -> None:
    """Raises StorageError when ``there`` is the goal of a move that is not over: half of the data is there.

    One that was cut after its last step, the seal, is over.
    """
    source = await move.under_way(there)
    if not source:
        return
    if not Gate(Path(source)).sealed:
        raise StorageError(
            f"a move from {source} to this database is not finished; ask for it again (aoxanh move --to)"
        )
    await move.end(there)


async def _held(here: SqliteDatabase, there: Database, name: str) -> list[move.Moved]:
    """Hold, catch up, compare, seal. What fails before the seal is on leaves ``here`` in use."""
    try:
        tables = await _catch_up(await here.hold(LANDING), there)
        here.gate.seal(name)
    except BaseException:
        here.gate.open()
        raise
    await move.end(there)
    return tables


async def _catch_up(read: move.Read, there: Database) -> list[move.Moved]:
    tables = await move.copy(read, there, _progress)
    stands = await move.standing(there)
    if tables != stands:
        wrong = [one.table for one, other in zip(tables, stands, strict=True) if one != other]
        raise OperationError(f"the two sides differ in {', '.join(wrong)}; is something else writing there?")
    return tables


def _progress(table: str, rows: int) -> None:
    log.info("moving", table=table, rows=rows)


def _nameless(url: str) -> str:
    """The address without its password."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    user = parts.netloc.rpartition("@")[0].partition(":")[0]
    return parts._replace(netloc=f"{user}@{host}" if user else host).geturl()
