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

T = TypeVar("T")

_PRAGMAS = (
    "pragma journal_mode=wal",
    "pragma synchronous=full",
    "pragma busy_timeout=5000",
    "pragma secure_delete=on",
    "pragma cache_size=-32768",
)
_GROUP = 256


@dataclass(slots=True)
class _Handed:
    """One piece of work and the future of whoever waits for it."""

    work: Work[Any]
    writes: bool
    result: asyncio.Future[Any]


class SqliteDatabase:
    """The engine for one machine: a file, and a single owner of it."""

    engine: Engine = "sqlite"

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self._handed: asyncio.Queue[_Handed | None] = asyncio.Queue()
        self._connection: aiosqlite.Connection | None = None
        self._owner: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Open the file (its folder is made, readable by the owner alone)."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = await aiosqlite.connect(self.path, isolation_level=None)
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
        return await self._hand(work, writes=True)

    async def close(self) -> None:
        """See ``Database.close``."""
        if self._owner is not None:
            self._handed.put_nowait(None)
            await self._owner
            self._owner = None
        await self._release()

    async def _release(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    async def _hand(self, work: Work[T], *, writes: bool) -> T:
        if self._owner is None or self._owner.done():
            raise StorageError(f"{self.path} is not open", broken=True)
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._handed.put_nowait(_Handed(work, writes, result))
        return await result

    async def _own(self) -> None:
        open_for_work = True
        while open_for_work:
            first = await self._handed.get()
            batch: list[_Handed] = []
            while first is not None:
                batch.append(first)
                if self._handed.empty() or len(batch) == _GROUP:
                    break
                first = self._handed.get_nowait()
            open_for_work = first is not None
            await self._do_all(batch)

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
                except sqlite3.OperationalError:
                    raise
                except Exception as error:  # whatever the work raised belongs to its caller
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
    except sqlite3.OperationalError as error:
        _fail(handed, _storage_error(error))
    except Exception as error:  # whatever the work raised belongs to its caller
        _fail(handed, error)
    else:
        if not handed.result.done():
            handed.result.set_result(value)


def _fail(handed: _Handed, error: BaseException) -> None:
    if not handed.result.done():
        handed.result.set_exception(error)


def _storage_error(error: sqlite3.Error) -> StorageError:
    code = getattr(error, "sqlite_errorname", "") or ""
    return StorageError(f"SQLite refused the work: {error} ({code})", broken=code.startswith("SQLITE_IOERR"))
