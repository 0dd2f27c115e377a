"""``move --to URL``: a SQLite database becomes a PostgreSQL one, while the bot runs or while it does not."""

from urllib.parse import urlsplit

import structlog

from bot.operating import Given, OperationError
from storage import move
from storage.database import Database, database
from storage.migrate import migrate
from storage.sqlite import SqliteDatabase

log = structlog.get_logger()


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
        await move.copy(here, there, _progress)
        here.hold(held=True)
        try:
            tables = await _catch_up(here, there)
        except BaseException:
            here.hold(held=False)
            raise
    finally:
        await there.close()
    here.seal(_nameless(url))
    lines = [f"{one.table:<16}{one.rows:>10}  {one.digest[:16]}" for one in tables]
    return "\n".join([*lines, f"moved; set DATABASE_URL to {_nameless(url)} and start the bot again"])


async def _catch_up(here: Database, there: Database) -> list[move.Moved]:
    tables = await move.copy(here, there, _progress)
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
