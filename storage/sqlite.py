"""SQLite: one connection, owned by one task, that commits many pieces of work at once.

Two connections to one WAL database can lose committed pages in every SQLite before 3.51.3, so
there is exactly one. ``synchronous=FULL`` makes a returned commit survive a power cut; because
everything that waits shares one commit, that costs little.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from storage.database import StorageError, Work
from storage.queries import Engine, Tx
from storage.sqlite_backup import copy
from storage.sqlite_gate import Gate
from storage.sqlite_group import Handed, Outcome, done
from storage.sqlite_thread import Connection
from storage.topics import Heard, Topics

T = TypeVar("T")

_PRAGMAS: tuple[str, ...] = (
    "pragma journal_mode=wal",
    "pragma synchronous=full",
    "pragma busy_timeout=5000",
    "pragma secure_delete=on",
    "pragma cache_size=-8192",
    "pragma journal_size_limit=16777216",
)
_GROUP = 256
_TRY_AGAIN = 1.0
"""Seconds after which a file that refused work is tried when nobody else does."""
_LARGEST_LOG = 64 * 1024 * 1024
"""Bytes of write-ahead log beyond which something keeps it from being emptied."""


class SqliteDatabase:
    """The engine for one machine: a file, and a single owner of it."""

    engine: Engine = "sqlite"

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self._handed: asyncio.Queue[Handed | None] = asyncio.Queue()
        self._connection: Connection | None = None
        self._shared: sqlite3.Connection | None = None
        self._owner: asyncio.Task[None] | None = None
        self._copying: asyncio.Future[int] | None = None
        self._closing = False
        self._topics = Topics()
        self.gate = Gate(self.path)
        self.broken = False
        self.refused = ""

    async def start(self) -> None:
        """Open the file (its folder is made, readable by the owner alone)."""
        self._closing = False
        self.gate.refuse_if_sealed()
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            connection = self._connection = Connection(self._connect, iter_chunk_size=64)
            await connection
            connection.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                await connection.execute_fetchall(pragma)
            self.path.chmod(0o600)
        except (OSError, sqlite3.Error) as error:
            await self._release()
            raise StorageError(
                f"cannot open {self.path}: {error}; check that the folder exists and is writable"
            ) from error
        self._owner = asyncio.create_task(self._own(), name="sqlite-owner")

    async def read(self, work: Work[T]) -> T:
        """See ``Database.read``."""
        self.gate.pass_by(writes=False)
        return await self._hand(work, writes=False)

    async def write(self, work: Work[T]) -> T:
        """See ``Database.write``."""
        self.gate.pass_by(writes=True)
        return await self._hand(work, writes=True)

    async def backup(self, path: Path) -> int:
        """See ``Database.backup``."""
        shared = self._free_to_copy(path)
        work = asyncio.to_thread(copy, shared, path, lambda: self._closing)
        self._copying = asyncio.ensure_future(work)
        return await asyncio.shield(self._copying)

    def _free_to_copy(self, path: Path) -> sqlite3.Connection:
        if self._shared is None or self._closing:
            raise StorageError(f"{self.path} is not open", broken=True)
        if path.resolve() == self.path.resolve():
            raise StorageError(f"{path} is the database itself; name another file for its backup")
        if self._copying is not None and not self._copying.done():
            raise StorageError("a backup is under way; wait until it is done")
        return self._shared

    @property
    def ails(self) -> str:
        """See ``Database.ails``."""
        return self.refused or self._overgrown()

    def _overgrown(self) -> str:
        log = self.path.with_name(self.path.name + "-wal")
        size = log.stat().st_size if log.exists() else 0
        if size <= _LARGEST_LOG:
            return ""
        return f"{log} has grown to {size >> 20} MiB; another process keeps an old state open, stop it"

    async def hold(self, landing: float) -> Callable[[Work[T]], Awaitable[T]]:
        """Take nothing more, and so acknowledge nothing, until ``gate`` is opened: the data is moved away.
        What is under way has ``landing`` seconds to be written down; all that was taken is on disk when
        this returns the way to read it."""
        await self.gate.close(landing)
        await self._hand(_nothing, writes=True)
        return partial(self._hand, writes=False)

    @property
    def held(self) -> bool:
        """See ``Database.held``."""
        return self.gate.held

    def subscribe(self, topic: str, heard: Heard) -> None:
        """See ``Database.subscribe``."""
        self._topics.subscribe(topic, heard)

    async def announce(self, topic: str, payload: str = "") -> None:
        """See ``Database.announce``: there is no other process."""
        self._topics.ring(topic, payload)

    async def close(self) -> None:
        """See ``Database.close``."""
        if self._owner is not None:
            self._handed.put_nowait(None)
            await self._owner
            self._owner = None
        await self._release()

    def _connect(self) -> sqlite3.Connection:
        # Shared with the thread of a backup, which works on this connection because there is no other.
        self._shared = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        return self._shared

    async def _release(self) -> None:
        self._closing = True
        if self._copying is not None:
            await asyncio.gather(self._copying, return_exceptions=True)
        if self._connection is not None:
            await self._connection.close()
            self._connection = self._shared = None

    async def _hand(self, work: Work[T], *, writes: bool) -> T:
        if self.broken:
            raise self._failed_before()
        if self._owner is None or self._owner.done():
            raise StorageError(f"{self.path} is not open", broken=True)
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._handed.put_nowait(Handed(work, writes, result))
        return await result

    def _failed_before(self) -> StorageError:
        """After a failed disk nothing is taken any more, not even what was handed in already: a second sync
        may succeed without having written anything. What is on the disk, the next start finds out."""
        return StorageError(f"{self.path}: the disk failed; the process must be started anew", broken=True)

    async def _own(self) -> None:
        batch: list[Handed] = []
        try:
            open_for_work = True
            while open_for_work:
                batch = []
                open_for_work = await self._gather(batch)
                await self._do_all(batch)
        finally:
            self._turn_away(batch)

    async def _gather(self, batch: list[Handed]) -> bool:
        """Wait for work and take all that is there; False when the last of it was handed in."""
        try:
            async with asyncio.timeout(_TRY_AGAIN if self.refused and not self.broken else None):
                handed = await self._handed.get()
        except TimeoutError:
            handed = self._trial()
        while handed is not None:
            batch.append(handed)
            if self._handed.empty() or len(batch) == _GROUP:
                return True
            handed = self._handed.get_nowait()
        return False

    def _trial(self) -> Handed:
        """A small write that changes nothing: whether there is room again is known only so, and nobody need
        write to the bot for it."""
        result: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        result.add_done_callback(asyncio.Future.exception)
        return Handed(lambda tx: tx.fetch("pragma user_version=0"), writes=True, result=result)

    def _turn_away(self, batch: Sequence[Handed]) -> None:
        """Whoever came too late, or was left behind, hears of it instead of waiting for ever."""
        left = [*batch]
        while not self._handed.empty():
            left += [late for late in [self._handed.get_nowait()] if late is not None]
        for handed in left:
            _fail(handed, StorageError(f"{self.path} is not open", broken=True))

    async def _do_all(self, group: Sequence[Handed]) -> None:
        assert self._connection is not None  # noqa: S101  # the owner lives between start and close
        if self.broken:
            for handed in group:
                _fail(handed, self._failed_before())
            return
        for outcome in await self._connection.whole(
            partial(done, tx=Tx(self.engine, self._shared), group=group)
        ):
            self._tell(outcome)

    def _tell(self, outcome: Outcome) -> None:
        """Answer whoever waits; what the file refused is remembered until it takes a write again."""
        handed, failure = outcome.handed, outcome.refused
        if failure is not None:
            self.broken = self.broken or failure.broken
            self.refused = str(failure)
            _fail(handed, failure)
        elif outcome.error is not None:
            _fail(handed, outcome.error)
        else:
            if handed.writes:
                self.refused = ""
            if not handed.result.done():
                handed.result.set_result(outcome.value)


async def _nothing(_: Tx) -> None:
    """Work that comes after all that was handed in before."""


def _fail(handed: Handed, error: BaseException) -> None:
    if not handed.result.done():
        handed.result.set_exception(error)
