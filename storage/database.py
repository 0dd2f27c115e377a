"""One door to the database: whole pieces of work go in, committed results come out."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from storage.queries import Engine, Tx
from storage.topics import Heard

T = TypeVar("T")
Work = Callable[[Tx], Awaitable[T]]


class StorageError(Exception):
    """The database did not take the work; nothing of it is on disk as far as we know.

    ``broken`` says that the disk itself failed: whoever acknowledges messages must stop, and
    the process should end so that recovery at the next start decides what is there.
    """

    def __init__(self, message: str, *, broken: bool = False) -> None:
        super().__init__(message)
        self.broken = broken


class Database(Protocol):
    """What the rest of the program knows of a database engine."""

    engine: Engine
    broken: bool
    """Whether the disk failed: nothing more is taken, and the process should end."""
    refused: str
    """Why the file refused the last work; empty once a write was taken again, and always for a server."""

    @property
    def held(self) -> bool:
        """Whether the data is being moved away: nothing new begins, what is under way is written down."""

    @property
    def ails(self) -> str:
        """What is wrong with the storage now, in one line; empty when nothing is."""

    async def start(self) -> None:
        """Open; raises StorageError with the cause and the cure in one line."""

    async def read(self, work: Work[T]) -> T:
        """Run ``work`` outside any transaction of others, on one state of the data; its result."""

    async def write(self, work: Work[T]) -> T:
        """Run ``work`` in a transaction; returns only after the commit is on disk.

        When ``work`` raises, nothing of it stays and the exception is raised here.
        """

    async def backup(self, path: Path) -> int:
        """Copy the database to ``path`` while it is in use; the size of the copy in bytes.

        The file appears only when it is whole, checked and on disk, readable by its owner alone; one
        that is there already is replaced. Raises StorageError, on PostgreSQL always.
        """

    def subscribe(self, topic: str, heard: Heard) -> None:
        """Call ``heard`` with the payload of every announcement on ``topic`` (one of
        ``storage.topics.TOPICS``), whichever process of this database made it."""

    async def announce(self, topic: str, payload: str = "") -> None:
        """Tell whoever subscribed, here and elsewhere; an announcement may get lost with its process,
        so whoever waits for one also looks by themselves from time to time."""

    async def close(self) -> None:
        """Finish what was handed in, then release the connection."""


def database(url: str) -> Database:
    """The database named by ``url``, not yet started.

    ``sqlite+aiosqlite:///path`` or ``postgresql+asyncpg://…``; anything else is a ValueError.
    """
    scheme = urlsplit(url).scheme
    if scheme == "sqlite+aiosqlite":
        from storage.sqlite import SqliteDatabase  # noqa: PLC0415  # only the engine in use is imported

        return SqliteDatabase(url.removeprefix("sqlite+aiosqlite:///"))
    if scheme == "postgresql+asyncpg":
        from storage.postgresql import PostgresqlDatabase  # noqa: PLC0415  # as above

        return PostgresqlDatabase(url.replace("+asyncpg", "", 1))
    raise ValueError(
        f"DATABASE_URL has the scheme {scheme!r}; write sqlite+aiosqlite:///path/to/file or "
        "postgresql+asyncpg://user:password@host/name"
    )
