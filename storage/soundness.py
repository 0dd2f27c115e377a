"""Whether a SQLite file is sound: nothing may be written into a damaged one."""

from collections.abc import Callable
from typing import Any

from storage.database import StorageError


def whole(ask: Callable[[str], Any]) -> None:
    """Read the whole file with ``ask``, which gives the one value of a query. Raises StorageError."""
    found = str(ask("pragma quick_check(1)"))
    if found != "ok":
        raise damaged(found)


def damaged(found: str) -> StorageError:
    """What was found, in one line, and what to do."""
    said = found.replace("\n", " ")
    return StorageError(
        f"the database is damaged ({said}); put the newest good backup in its place and keep this file"
    )


def error_names_damage(error: BaseException) -> bool:
    """Whether SQLite refused the file itself."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))
