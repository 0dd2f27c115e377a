"""Bring a database to the schema of this program; refuse one that is newer."""

import asyncio
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import StorageError

_SCRIPTS = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str:
    """The schema this program was written for."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None, "the project always has a first migration"  # noqa: S101  # a broken checkout
    return head


def _upgrade(connection: Connection) -> tuple[str | None, str]:
    if connection.dialect.name == "postgresql":
        # Processes that start together migrate one after another; the lock goes with the connection.
        connection.execute(text("select pg_advisory_lock(7190)"))
    before = MigrationContext.configure(connection).get_current_revision()
    try:
        command.upgrade(_config(connection), "head")
    except CommandError as error:
        raise StorageError(
            f"the database has schema {before}, which this program does not know; "
            "install the newer program, or restore a backup made with this one"
        ) from error
    return before, newest_revision()


def _revise(connection: Connection, message: str, revision: str) -> None:
    command.revision(_config(connection), message=message, autogenerate=True, rev_id=revision)


async def _with_connection(url: str, work: Any) -> Any:
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite+aiosqlite:///"))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            result = await connection.run_sync(work)
            await connection.commit()
            return result
    finally:
        await engine.dispose()


async def migrate(url: str) -> tuple[str | None, str]:
    """Upgrade the database at ``url``; (schema before, schema now).

    Nothing else may have the database open. Raises StorageError when it is newer than the program.
    """
    try:
        before, after = await _with_connection(url, _upgrade)
    except OSError as error:
        raise StorageError(f"cannot reach the database to migrate it: {error}") from error
    return before, after


def revise(url: str, message: str, revision: str) -> None:
    """Write the next migration from the difference between the schema and the database at ``url``."""
    asyncio.run(_with_connection(url, lambda connection: _revise(connection, message, revision)))
