"""Whose fault a failure of SQLite is: the work's own, of a file that refuses, or of a disk that failed."""

import sqlite3

from storage.database import StorageError

_DAMAGED = ("SQLITE_IOERR", "SQLITE_CORRUPT", "SQLITE_NOTADB")
_HELD = ("SQLITE_BUSY", "SQLITE_LOCKED")


def storages_own(error: BaseException) -> bool:
    """Whether the file failed and not the work: it is full, locked or unreadable.
    What the data forbids, and a query that is wrong, are the work's own."""
    code = _code(error)
    return code.startswith(_DAMAGED) or (
        isinstance(error, sqlite3.OperationalError) and code != "SQLITE_ERROR"
    )


def storage_error(error: BaseException) -> StorageError:
    """The failure as the rest of the program knows it; ``broken`` when the disk itself failed."""
    code = _code(error)
    if code.startswith(_HELD):
        return StorageError(f"the database is locked by another process ({code}); stop whatever has it open")
    return StorageError(f"SQLite refused the work: {error} ({code})", broken=code.startswith(_DAMAGED))


def _code(error: BaseException) -> str:
    return getattr(error, "sqlite_errorname", "") or ""
