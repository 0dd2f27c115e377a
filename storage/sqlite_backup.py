"""A copy of a SQLite file that is in use, made through the one connection that may have it open."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.database import StorageError

PAGES = 64
"""Pages a step; the connection's owner waits for one step at most."""
AIR = 0.001
"""Seconds between two steps that belong to the owner alone."""


def copy(source: sqlite3.Connection, path: Path, given_up: Callable[[], bool]) -> int:
    """Copy ``source`` to ``path``, from a thread beside its owner's; the size of the copy in bytes.

    A step takes the connection's own mutex and is refused while a transaction writes, so only what is
    committed is copied; pages that the owner writes meanwhile go into the copy as well. The copy bears
    ``.part`` until ``quick_check`` has read all of it and it is on disk. Raises StorageError, also when
    ``given_up`` says so between two steps; then nothing is left behind.
    """
    if sqlite3.threadsafety < 3:
        raise StorageError("this SQLite cannot share a connection between threads; stop the bot to back up")
    part = path.with_name(f"{path.name}.part")
    try:
        _make_private(part)
        with closing(sqlite3.connect(part, isolation_level=None)) as target:
            _step_through(source, target, given_up)
            _check(target)
        size = _on_disk(part)
        part.replace(path)
        _on_disk(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"cannot back up to {path}: {error}") from error
    finally:
        for left in (part, Path(f"{part}-journal"), Path(f"{part}-wal"), Path(f"{part}-shm")):
            left.unlink(missing_ok=True)
    return size


def _make_private(part: Path) -> None:
    """An empty file that only its owner can read, before there is anything to read in it."""
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _step_through(
    source: sqlite3.Connection, target: sqlite3.Connection, given_up: Callable[[], bool]
) -> None:
    def between(_status: int, _remaining: int, _total: int) -> None:
        if given_up():
            raise StorageError("the backup was given up: the database is closing")
        time.sleep(AIR)

    # The last step would wait for the disk while it holds the connection: the copy is synced afterwards.
    target.execute("pragma synchronous=off")
    target.execute("pragma journal_mode=off")
    source.backup(target, pages=PAGES, progress=between, sleep=AIR)


def _check(target: sqlite3.Connection) -> None:
    """The copy as a single file, without a WAL beside it, read from end to end."""
    target.execute("pragma journal_mode=delete")
    found = [str(row[0]) for row in target.execute("pragma quick_check(3)")]
    if found != ["ok"]:
        raise sqlite3.DatabaseError(f"the copy is damaged, and so may be the database: {'; '.join(found)}")


def _on_disk(path: Path) -> int:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
        return os.fstat(handle).st_size
    finally:
        os.close(handle)
