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
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InvalidCachedStatementError,
    asyncpg.OutdatedSchemaCacheError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
)
"""What the server or the way to it did: nobody's work is to blame, and it may be tried again."""

LISTEN_AGAIN = 0.5
"""Seconds between tries to hear announcements again after the server went away."""
CONNECT_WITHIN = 5.0
ANSWER_WITHIN = 30.0
"""Seconds after which a server that says nothing counts as gone: its host may be dead."""
_OURS = {"application_name": "aoxanh", "jit": "off"}
"""Compiling a query costs a hundred times what one of ours takes."""


class PostgresqlDatabase:
    """The engine for a province or the nation: several processes on one server."""

    engine: Engine = "postgresql"
    broken = False
    """A server that lost its disk ends by itself; this process waits for it to come back."""
    refused = ""
    """Whether it takes work is seen by the connection that listens, ``away``."""

    def __init__(self, dsn: str, *, connections: int = 8) -> None:
        self._dsn = dsn
        self._connections = connections
        self._pool: asyncpg.Pool[asyncpg.Record] | None = None
        self._writing: set[asyncio.Task[Any]] = set()
        self._topics = Topics()
        self._listening: asyncio.Task[None] | None = None
        self.away = False

    @property
    def ails(self) -> str:
        """See ``Database.ails``."""
        return "PostgreSQL cannot be reached" if self.away else ""

    @property
    def held(self) -> bool:
        """See ``Database.held``: a server is not moved from under us."""
        return False

    async def start(self) -> None:
        """Connect the pool."""
        try:
            self._pool = await asyncpg.create_pool(
                self._dsn,
                min_size=0,
                max_size=self._connections,
                reset=_nothing_to_reset,
                timeout=CONNECT_WITHIN,
                command_timeout=ANSWER_WITHIN,
                server_settings=_OURS,
            )
            async with self._pool.acquire():
                pass  # whether the server is there shows when a connection is asked for
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
        writing.add_done_callback(self._written)
        return await asyncio.shield(writing)

    def _written(self, writing: asyncio.Task[Any]) -> None:
        self._writing.discard(writing)
        if not writing.cancelled():
            writing.exception()  # whoever was cancelled meanwhile does not ask for it

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
        with suppress(StorageError), _told():
            async with self._open().acquire() as connection:
                tx = Tx(self.engine, connection)
                await tx.one("notify", topic=topic, payload=payload)

    async def _listen(self) -> None:
        """Hear what is announced, on a connection of its own; made anew when the server went away."""
        while True:
            with suppress(asyncpg.PostgresError, *_SERVERS_OWN):
                await self._listen_once()
            self.away = True
            await asyncio.sleep(LISTEN_AGAIN)

    async def _listen_once(self) -> None:
        """Until the connection is gone. What was announced while nobody listened is made up for: every
        subscriber is rung once."""
        connection = await asyncpg.connect(
            self._dsn, timeout=CONNECT_WITHIN, command_timeout=CONNECT_WITHIN, server_settings=_OURS
        )
        gone = asyncio.Event()
        connection.add_termination_listener(lambda _: gone.set())
        try:
            for topic in TOPICS:
                await connection.add_listener(topic, self._hear)
            self.away = False
            for topic in TOPICS:
                self._topics.ring(topic, "")
            while not await _set_within(gone, CONNECT_WITHIN):
                await connection.execute("select 1")  # a host that died says nothing by itself
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
            with suppress(*_SERVERS_OWN):
                async with asyncio.timeout(CONNECT_WITHIN):
                    await pool.close()

    def _open(self) -> "asyncpg.Pool[asyncpg.Record]":
        if self._pool is None:
            raise StorageError("PostgreSQL is not open")
        return self._pool


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


async def _nothing_to_reset(_: object) -> None:
    """Our work is in transactions and sets nothing, so a connection needs no round trip between two."""


@contextmanager
def _told() -> Iterator[None]:
    """A failure of the server as StorageError; what the work did wrong stays what it is."""
    try:
        yield
    except _SERVERS_OWN as error:
        if isinstance(error, ValueError):  # a value of ours that does not fit its column
            raise
        raise StorageError(f"PostgreSQL did not take the work: {error}") from error
