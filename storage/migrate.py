"""Bring a database to the schema of this program; refuse one that is newer."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.queries import Tx
from storage.soundness import damaged, error_names_damage, whole

_VERSIONS = Path(__file__).parent / "migrations" / "versions"
_SOON_READ = 128 * 1024 * 1024
"""Bytes of a file that is read from end to end at every start; a larger one only when its last process did
not end well, which a log beside it shows, and before a migration."""


def newest_revision() -> str:
    """The schema this program was written for: files of migrations are named by their number."""
    return max(path.stem.partition("_")[0] for path in _VERSIONS.glob("[0-9]*.py"))


async def migrate(url: str) -> tuple[str | None, str]:
    """Upgrade the database at ``url``; (schema before, schema now).

    Nothing else may have the database open. Raises StorageError when it is newer than this, or damaged.
    """
    newest = newest_revision()
    if url.startswith("sqlite") and stands_at(Path(url.removeprefix("sqlite+aiosqlite:///"))) == newest:
        return newest, newest
    from storage.migrating import upgrade  # noqa: PLC0415  # half a second that most starts need not take

    return await upgrade(url)


async def revision(tx: Tx) -> str:
    """The schema of a database on a server; empty when it has none."""
    (row,) = await tx.fetch("select to_regclass('alembic_version') is not null as found")
    if not row["found"]:
        return ""
    (row,) = await tx.fetch("select version_num from alembic_version")
    return str(row["version_num"])


def stands_at(path: Path) -> str:
    """The schema of a file; empty where that takes a longer look. Raises StorageError when it is damaged."""
    log = path.with_name(path.name + "-wal")
    if not path.is_file():
        return ""
    ended_well = not log.exists() or not log.stat().st_size
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("select version_num from alembic_version").fetchone()
            if path.stat().st_size <= _SOON_READ or not ended_well:
                whole(lambda query: connection.execute(query).fetchone()[0])
    except sqlite3.Error as error:
        if error_names_damage(error):
            raise damaged(str(error)) from error
        return ""
    return str(found[0]) if found else ""
