"""A group of work done on the connection's own thread: reads first, then every write in one transaction.

From the first read to the commit nothing goes back to the event loop: each way between the threads costs
more than a query.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from storage.database import StorageError, Work
from storage.queries import Tx
from storage.sqlite_failures import storage_error, storages_own

T = TypeVar("T")


@dataclass(slots=True)
class Handed:
    """One piece of work and the future of whoever waits for it."""

    work: Work[Any]
    writes: bool
    result: asyncio.Future[Any]


@dataclass(slots=True)
class Outcome:
    """What came of one piece of work: a value, an error of its own, or a file that refused it."""

    handed: Handed
    value: Any = None
    error: BaseException | None = None
    refused: StorageError | None = None


def done(connection: sqlite3.Connection, *, tx: Tx, group: Sequence[Handed]) -> list[Outcome]:
    """Do the whole group; after a disk that failed while reading, nothing is written any more."""
    outcomes = [_read(tx, one) for one in group if not one.writes]
    writes = [one for one in group if one.writes]
    failed = next((one.refused for one in outcomes if one.refused and one.refused.broken), None)
    if failed is not None:
        return [*outcomes, *(Outcome(one, refused=failed) for one in writes)]
    return [*outcomes, *(_committed(connection, tx, writes) if writes else ())]


def _read(tx: Tx, handed: Handed) -> Outcome:
    try:
        return Outcome(handed, _driven(handed.work(tx)))
    except (Exception, asyncio.CancelledError) as error:
        return (
            Outcome(handed, refused=storage_error(error))
            if storages_own(error)
            else Outcome(handed, error=error)
        )


def _committed(connection: sqlite3.Connection, tx: Tx, writes: Sequence[Handed]) -> list[Outcome]:
    """One transaction for all; each piece behind its own savepoint, so that one that raises takes nothing of
    the others with it. When the file refuses, it refuses all."""
    try:
        connection.execute("begin immediate")
        outcomes = [_piece(connection, tx, one) for one in writes]
        connection.execute("commit")
    except (Exception, asyncio.CancelledError) as error:
        _undo(connection)
        return [Outcome(one, refused=storage_error(error)) for one in writes]
    return outcomes


def _piece(connection: sqlite3.Connection, tx: Tx, handed: Handed) -> Outcome:
    """Raises what the file itself refused."""
    connection.execute("savepoint piece")
    try:
        outcome = Outcome(handed, _driven(handed.work(tx)))
    except (Exception, asyncio.CancelledError) as error:
        if storages_own(error):
            raise
        connection.execute("rollback to piece")
        outcome = Outcome(handed, error=error)
    connection.execute("release piece")
    return outcome


def _undo(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        try:
            connection.execute("rollback")
        except sqlite3.Error:
            # SQLite rolls back by itself after an I/O error; a second rollback then has nothing to do.
            return


def _driven(work: Awaitable[T]) -> T:
    """The result of a coroutine that waits for nothing but queries, which answer at once here."""
    steps = work.__await__()
    try:
        next(steps)
    except StopIteration as end:
        return cast(T, end.value)
    steps.close()
    raise RuntimeError("a piece of work waits for something that is not its transaction; read that before")
