"""Migrations by Alembic, and the writing of new ones: half a second to load, so only when there are some."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.util.exc import CommandError
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import StorageError
from storage.soundness import damaged, error_names_damage, whole
from storage.sqlite_statistics import expect

_LOOK_AT = "check that it is there, has room, and may be written to"
_SCRIPTS = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection, revision: str) -> tuple[str | None, str]:
    if connection.dialect.name == "sqlite":
        whole(lambda query: connection.exec_driver_sql(query).scalar())
    if connection.dialect.name == "postgresql":
        # Processes that start together migrate one after another; the lock goes with the connection.
        connection.execute(text("select pg_advisory_lock(7190)"))
    before = MigrationContext.configure(connection).get_current_revision()
    try:
        command.upgrade(_config(connection), revision)
    except CommandError as error:
        raise StorageError(
            f"the database has schema {before}, which this program does not know; "
            "install the newer program, or restore a backup made with this one"
        ) from error
    if connection.dialect.name == "sqlite":
        expect(connection)
    return before, MigrationContext.configure(connection).get_current_revision() or ""


def _revise(connection: Connection, message: str, revision: str) -> None:
    command.revision(_config(connection), message=message, autogenerate=True, rev_id=revision)


async def _with_connection(url: str, work: Any) -> Any:
    engine = create_async_engine(url)
    if engine.dialect.name == "sqlite":
        _made_private(Path(url.removeprefix("sqlite+aiosqlite:///")))
        event.listen(engine.sync_engine, "connect", _leave_transactions_to_us)
        event.listen(engine.sync_engine, "begin", _begin)
    try:
        async with engine.connect() as connection:
            result = await connection.run_sync(work)
            await connection.commit()
            return result
    finally:
        await engine.dispose()


def _made_private(path: Path) -> None:
    """The file and its folder, before anything is in them, for their owner alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    # What cannot be opened fails here: a driver that fails to connect leaves a thread behind.
    sqlite3.connect(path).close()


def _leave_transactions_to_us(connection: Any, _: object) -> None:
    """Python's sqlite3 would commit before every statement that makes a table, so that a migration cut
    short left half of them."""
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("begin immediate")


def _named(url: str) -> str:
    """The database without the password that may stand in its address."""
    return url.removeprefix("sqlite+aiosqlite:///") if url.startswith("sqlite") else "the database"


async def upgrade(url: str, revision: str = "head") -> tuple[str | None, str]:
    """Upgrade the database at ``url`` to ``revision``; (schema before, schema now).

    Nothing else may have the database open. Raises StorageError when it is newer than the program.
    """
    try:
        before, after = await _with_connection(url, lambda connection: _upgrade(connection, revision))
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        origin = getattr(error, "orig", None) or error
        cause = str(origin).splitlines()[0]
        if error_names_damage(origin):
            raise damaged(cause) from error
        raise StorageError(f"cannot open {_named(url)} to migrate it: {cause}; {_LOOK_AT}") from error
    return before, after


def revise(url: str, message: str, revision: str) -> None:
    """Write the next migration from the difference between the schema and the database at ``url``."""
    asyncio.run(_with_connection(url, lambda connection: _revise(connection, message, revision)))
