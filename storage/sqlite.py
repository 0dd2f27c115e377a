"""SQLite: one connection, owned by one task, that commits many pieces of work at once.

Two connections to one WAL database can lose committed pages in every SQLite before 3.51.3, so
there is exactly one. ``synchronous=FULL`` makes a returned commit survive a power cut; because
everything that waits shares one commit, that costs little.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.database import StorageError, Work
from storage.queries import Engine, Tx
from storage.sqlite_backup import copy
from storage.topics import Heard, Topics

T = TypeVar("T")

_PRAGMAS = (
    "pragma journal_mode=wal",
    "pragma synchronous=full",
    "pragma busy_timeout=5000",
    "pragma secure_delete=on",
    "pragma cache_size=-32768",
)
_GROUP = 256
_DAMAGED = ("SQLITE_IOERR", "SQLITE_CORRUPT", "SQLITE_NOTADB")


@dataclass(slots=True)
class _Handed:
    """One piece of work and the future of whoever waits for it."""

    work: Work[Any]
    writes: bool
    result: asyncio.Future[Any]


class SqliteDatabase:
    """The engine for one machine: a file, and a single owner of it."""

    engine: Engine = "sqlite"
    away = False

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self._handed: asyncio.Queue[_Handed | None] = asyncio.Queue()
        self._connection: aiosqlite.Connection | None = None
        self._shared: sqlite3.Connection | None = None
        self._owner: asyncio.Task[None] | None = None
        self._copying: asyncio.Future[int] | None = None
        self._closing = False
        self._topics = Topics()
        self._held = False
        self.broken = False

    async def start(self) -> None:
        """Open the file (its folder is made, readable by the owner alone)."""
        self._closing = False
        if self._seal.exists():
            where = self._seal.read_text(encoding="utf-8").strip()
            raise StorageError(f"{self.path} was moved to {where}; set DATABASE_URL to that")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = await aiosqlite.Connection(self._connect, iter_chunk_size=64)
            self._connection.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                await self._connection.execute_fetchall(pragma)
            self.path.chmod(0o600)
        except (OSError, sqlite3.Error) as error:
            await self._release()
            raise StorageError(
                f"cannot open {self.path}: {error}; check that the folder exists and is writable"
            ) from error
        self._owner = asyncio.create_task(self._own(), name="sqlite-owner")

    async def read(self, work: Work[T]) -> T:
        """See ``Database.read``."""
        return await self._hand(work, writes=False)

    async def write(self, work: Work[T]) -> T:
        """See ``Database.write``."""
        if self._held:
            raise StorageError(f"{self.path} is being moved; nothing is taken until that is done")
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

    def hold(self, *, held: bool) -> None:
        """While held nothing is written, and so nothing is acknowledged: the data is being moved away."""
        self._held = held

    def seal(self, moved_to: str) -> None:
        """The data lives elsewhere from now on; this file is never opened for work again."""
        self._seal.write_text(moved_to + "\n", encoding="utf-8")

    @property
    def _seal(self) -> Path:
        return self.path.with_name(self.path.name + ".moved")

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
            raise StorageError(f"{self.path}: the disk failed; the process must be started anew", broken=True)
        if self._owner is None or self._owner.done():
            raise StorageError(f"{self.path} is not open", broken=True)
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        result.add_done_callback(self._look)
        self._handed.put_nowait(_Handed(work, writes, result))
        return await result

    def _look(self, result: asyncio.Future[Any]) -> None:
        """After a failed disk nothing is taken any more: what is really on it, the next start finds out."""
        error = None if result.cancelled() else result.exception()
        self.broken = self.broken or (isinstance(error, StorageError) and error.broken)

    async def _own(self) -> None:
        batch: list[_Handed] = []
        try:
            open_for_work = True
            while open_for_work:
                batch = []
                open_for_work = await self._gather(batch)
                await self._do_all(batch)
        finally:
            self._turn_away(batch)

    async def _gather(self, batch: list[_Handed]) -> bool:
        """Wait for work and take all that is there; False when the last of it was handed in."""
        handed = await self._handed.get()
        while handed is not None:
            batch.append(handed)
            if self._handed.empty() or len(batch) == _GROUP:
                return True
            handed = self._handed.get_nowait()
        return False

    def _turn_away(self, batch: Sequence[_Handed]) -> None:
        """Whoever came too late, or was left behind, hears of it instead of waiting for ever."""
        left = [*batch]
        while not self._handed.empty():
            left += [late for late in [self._handed.get_nowait()] if late is not None]
        for handed in left:
            _fail(handed, StorageError(f"{self.path} is not open", broken=True))

    async def _do_all(self, batch: Sequence[_Handed]) -> None:
        assert self._connection is not None  # noqa: S101  # the owner lives between start and close
        tx = Tx(self.engine, self._connection)
        for handed in batch:
            if not handed.writes:
                await _settle(handed, tx)
        writes = [handed for handed in batch if handed.writes]
        if writes:
            await self._commit_all(tx, writes)

    async def _commit_all(self, tx: Tx, writes: Sequence[_Handed]) -> None:
        """One transaction for all; each piece behind its own savepoint, so that one that raises
        takes nothing of the others with it."""
        run = self._connection.execute_fetchall  # type: ignore[union-attr]  # as in _do_all
        done: list[tuple[_Handed, Any]] = []
        try:
            await run("begin immediate")
            for handed in writes:
                await run("savepoint piece")
                try:
                    done.append((handed, await handed.work(tx)))
                except (Exception, asyncio.CancelledError) as error:
                    if _storages_own(error):
                        raise
                    await run("rollback to piece")
                    _fail(handed, error)
                await run("release piece")
            await run("commit")
        except sqlite3.Error as error:
            await self._undo()
            for handed in writes:
                _fail(handed, _storage_error(error))
            return
        for handed, value in done:
            if not handed.result.done():
                handed.result.set_result(value)

    async def _undo(self) -> None:
        connection = self._connection
        if connection is not None and connection.in_transaction:
            try:
                await connection.execute_fetchall("rollback")
            except sqlite3.Error:
                # SQLite rolls back by itself after an I/O error; a second rollback then has nothing to do.
                return


async def _settle(handed: _Handed, tx: Tx) -> None:
    try:
        value = await handed.work(tx)
    except (Exception, asyncio.CancelledError) as error:
        own = _storages_own(error)
        if own and isinstance(error, asyncio.CancelledError):
            raise
        _fail(handed, _storage_error(error) if own else error)
    else:
        if not handed.result.done():
            handed.result.set_result(value)


def _fail(handed: _Handed, error: BaseException) -> None:
    if not handed.result.done():
        handed.result.set_exception(error)


def _storages_own(error: BaseException) -> bool:
    """Whether the file failed and not the work: it is full, locked, unreadable, or its owner must end.
    What the data forbids, and a query that is wrong, are the work's own."""
    if isinstance(error, asyncio.CancelledError):
        owner = asyncio.current_task()
        return owner is not None and owner.cancelling() > 0
    code = _code(error)
    return code.startswith(_DAMAGED) or (
        isinstance(error, sqlite3.OperationalError) and code != "SQLITE_ERROR"
    )


def _storage_error(error: BaseException) -> StorageError:
    code = _code(error)
    return StorageError(f"SQLite refused the work: {error} ({code})", broken=code.startswith(_DAMAGED))


def _code(error: BaseException) -> str:
    return getattr(error, "sqlite_errorname", "") or ""
