"""PostgreSQL: a small pool; each piece of work has a connection, each write a transaction."""

import asyncio
from typing import TypeVar

import asyncpg

from storage.database import StorageError, Work
from storage.queries import Engine, Tx

T = TypeVar("T")


class PostgresqlDatabase:
    """The engine for a province or the nation: several processes on one server."""

    engine: Engine = "postgresql"

    def __init__(self, dsn: str, *, connections: int = 8) -> None:
        self._dsn = dsn
        self._connections = connections
        self._pool: asyncpg.Pool[asyncpg.Record] | None = None

    async def start(self) -> None:
        """Connect the pool."""
        try:
            self._pool = await asyncpg.create_pool(self._dsn, min_size=1, max_size=self._connections)
        except (OSError, asyncpg.PostgresError) as error:
            raise StorageError(
                f"cannot connect to PostgreSQL: {error}; check DATABASE_URL and that the server runs"
            ) from error

    async def read(self, work: Work[T]) -> T:
        """See ``Database.read``."""
        try:
            async with self._open().acquire() as connection:
                return await work(Tx(self.engine, connection))
        except (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError) as error:
            raise StorageError(f"PostgreSQL is out of reach: {error}") from error

    async def write(self, work: Work[T]) -> T:
        """See ``Database.write``; a cancelled caller does not cut the transaction."""
        return await asyncio.shield(self._write(work))

    async def _write(self, work: Work[T]) -> T:
        try:
            async with self._open().acquire() as connection, connection.transaction():
                return await work(Tx(self.engine, connection))
        except (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError) as error:
            raise StorageError(f"PostgreSQL is out of reach: {error}") from error

    async def close(self) -> None:
        """Close the pool."""
        if self._pool is not None:
            await self._pool.close()
            self._pool = None

    def _open(self) -> "asyncpg.Pool[asyncpg.Record]":
        if self._pool is None:
            raise StorageError("PostgreSQL is not open")
        return self._pool
