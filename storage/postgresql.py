"""PostgreSQL: a small pool; each piece of work has a connection, each write a transaction."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import asyncpg

from storage.database import StorageError, Work
from storage.queries import Engine, Tx
from storage.topics import TOPICS, Heard, Topics

T = TypeVar("T")

_SERVERS_OWN = (
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresSystemError,
    asyncpg.InternalServerError,
    asyncpg.TransactionRollbackError,
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InterfaceError,
    OSError,
)
"""What the server or the way to it did: nobody's work is to blame, and it may be tried again."""

LISTEN_AGAIN = 0.5
"""Seconds between tries to hear announcements again after the server went away."""


class PostgresqlDatabase:
    """The engine for a province or the nation: several processes on one server."""

    engine: Engine = "postgresql"
    broken = False
    """A server that lost its disk ends by itself; this process waits for it to come back."""

    def __init__(self, dsn: str, *, connections: int = 8) -> None:
        self._dsn = dsn
        self._connections = connections
        self._pool: asyncpg.Pool[asyncpg.Record] | None = None
        self._writing: set[asyncio.Task[Any]] = set()
        self._topics = Topics()
        self._listening: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect the pool."""
        try:
            self._pool = await asyncpg.create_pool(self._dsn, min_size=1, max_size=self._connections)
        except (OSError, asyncpg.PostgresError) as error:
            raise StorageError(
                f"cannot connect to PostgreSQL: {error}; check DATABASE_URL and that the server runs"
            ) from error
        self._listening = asyncio.create_task(self._listen(), name="postgresql-listen")

    async def read(self, work: Work[T]) -> T:
        """See ``Database.read``; all queries of ``work`` see one state."""
        with _told():
            async with (
                self._open().acquire() as connection,
                connection.transaction(isolation="repeatable_read", readonly=True),
            ):
                return await work(Tx(self.engine, connection))

    async def write(self, work: Work[T]) -> T:
        """See ``Database.write``; a cancelled caller does not cut the transaction."""
        writing = asyncio.create_task(self._write(self._open(), work))
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)
        return await asyncio.shield(writing)

    async def _write(self, pool: "asyncpg.Pool[asyncpg.Record]", work: Work[T]) -> T:
        with _told():
            async with pool.acquire() as connection, connection.transaction():
                return await work(Tx(self.engine, connection))

    async def backup(self, path: Path) -> int:
        """See ``Database.backup``: the server's own tool does it better."""
        raise StorageError("the data is in PostgreSQL; back it up with pg_dump --format=custom --file=FILE")

    def subscribe(self, topic: str, heard: Heard) -> None:
        """See ``Database.subscribe``."""
        self._topics.subscribe(topic, heard)

    async def announce(self, topic: str, payload: str = "") -> None:
        """See ``Database.announce``: PostgreSQL carries it to every process, this one too."""
        with suppress(StorageError):
            await self.write(lambda tx: tx.one("notify", topic=topic, payload=payload))

    async def _listen(self) -> None:
        """Hear what is announced, on a connection of its own; made anew when the server went away."""
        while True:
            with suppress(*_SERVERS_OWN, TimeoutError):
                await self._listen_once()
            await asyncio.sleep(LISTEN_AGAIN)

    async def _listen_once(self) -> None:
        """Until the connection is gone."""
        connection = await asyncpg.connect(self._dsn)
        gone = asyncio.Event()
        connection.add_termination_listener(lambda _: gone.set())
        try:
            for topic in TOPICS:
                await connection.add_listener(topic, self._hear)
            await gone.wait()
        finally:
            await connection.close(timeout=1)

    def _hear(self, _: object, __: int, topic: str, payload: object) -> None:
        self._topics.ring(topic, str(payload))

    async def close(self) -> None:
        """See ``Database.close``."""
        pool, self._pool = self._pool, None
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None
        if self._writing:
            await asyncio.wait(self._writing)
        if pool is not None:
            await pool.close()

    def _open(self) -> "asyncpg.Pool[asyncpg.Record]":
        if self._pool is None:
            raise StorageError("PostgreSQL is not open")
        return self._pool


@contextmanager
def _told() -> Iterator[None]:
    """A failure of the server as StorageError; what the work did wrong stays what it is."""
    try:
        yield
    except _SERVERS_OWN as error:
        if isinstance(error, ValueError):  # a value of ours that does not fit its column
            raise
        raise StorageError(f"PostgreSQL did not take the work: {error}") from error
