"""Restoring a backup: read to its end first, built beside what is there, compared, then put in place.

What was there is kept aside: files in a folder of their own on SQLite, a schema of its own on PostgreSQL.
"""

import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot import outliving
from bot.backup_file import Checked, checked, opening, pages
from bot.keys import backup_keys
from bot.lock import FolderLock
from bot.operating import OperationError
from bot.settings import Settings
from storage import archive, outbox
from storage.archive import Shape
from storage.database import Database, StorageError, database
from storage.migrate import migrate, newest_revision, stands_at
from storage.queries import Tx
from storage.records.moments import to_micros

STALE = timedelta(minutes=15)
"""What was due longer ago is not sent after a restore: it may have been sent after the backup was taken."""


async def restored(settings: Settings, path: Path, now: datetime, *, over_newer: bool) -> str:
    """Put the backup at ``path`` in the place of the database; where the former one is, empty without one.

    Nobody else may have the data open. Raises OperationError, HeldByAnother or StorageError; then
    everything stands as before.
    """
    key = opening(path, backup_keys(settings))
    backup = checked(path, key)
    if backup.manifest.schema > newest_revision():
        raise OperationError(
            f"{path} is of schema {backup.manifest.schema}, this program knows {newest_revision()}; "
            "install the newer program"
        )
    if settings.shared:
        return await _on_postgresql(settings, path, key, backup, now, over_newer=over_newer)
    with FolderLock(settings.data_folder):
        return await _on_sqlite(settings, path, key, backup, now, over_newer=over_newer)


async def let_go(store: Database, now: datetime) -> int:
    """Messages of a restored database that are not sent any more; how many."""
    return await store.write(lambda tx: outbox.cancel_due_before(tx, now - STALE, now))


async def _on_sqlite(
    settings: Settings, path: Path, key: bytes, backup: Checked, now: datetime, *, over_newer: bool
) -> str:
    place = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
    building = place.with_name("restoring.sqlite")
    if not over_newer and _there(place):
        _compare(await _newest_in(place), backup)
    await _remembered(place, settings.data_folder, now)
    try:
        _clear(building)
        await _build(building, path, backup, key)
        aside = _put(building, place, now)
    except (OSError, sqlite3.Error) as error:
        raise OperationError(f"cannot restore to {place}: {error}") from error
    finally:
        _clear(building)
    return aside


def _there(place: Path) -> bool:
    return place.exists()


def _clear(building: Path) -> None:
    """Remove what a restore that was cut left behind."""
    for left in building.parent.glob(f"{building.name}*"):
        left.unlink()


def _put(building: Path, place: Path, now: datetime) -> str:
    """Move the former file with all that belongs to it into a folder; then the new one to its place."""
    former, folder = sorted(place.parent.glob(f"{place.name}*")), ""
    if former:
        kept = place.parent / f"before-restore-{now:%Y%m%dT%H%M%SZ}"
        kept.mkdir(mode=0o700)
        for one in former:
            one.rename(kept / one.name)
        folder = str(kept)
    building.replace(place)
    _synced(place.parent)
    return folder


async def _build(building: Path, path: Path, backup: Checked, key: bytes) -> None:
    url = f"sqlite+aiosqlite:///{building}"
    await _schema(url, backup.manifest.schema)
    with closing(sqlite3.connect(building, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        for pragma in ("synchronous=off", "journal_mode=off", "cache_size=-65536"):
            connection.execute(f"pragma {pragma}")
        tx = Tx("sqlite", connection)
        connection.execute("begin")
        for shape, rows in pages(path, key):
            await archive.put(tx, shape, rows)
        connection.execute("commit")
        await _same(tx, backup)
    await migrate(url)
    _synced(building)


async def _newest_in(place: Path) -> str | None:
    """When the last of what a file holds was written; None when that cannot be read."""
    try:
        if stands_at(place) != newest_revision():
            return None
        with closing(sqlite3.connect(place)) as connection:
            connection.row_factory = sqlite3.Row
            return await archive.newest(Tx("sqlite", connection))
    except (StorageError, sqlite3.Error):
        return None


async def _remembered(place: Path, folder: Path, now: datetime) -> None:
    """What people decided last, from the database that is put aside, as far as it can be read."""
    with suppress(StorageError, sqlite3.Error):
        if stands_at(place) == newest_revision():
            with closing(sqlite3.connect(place)) as connection:
                connection.row_factory = sqlite3.Row
                await outliving.noted(Tx("sqlite", connection), folder, now)


async def _on_postgresql(
    settings: Settings, path: Path, key: bytes, backup: Checked, now: datetime, *, over_newer: bool
) -> str:
    url, aside = settings.database_url, f"before_restore_{now:%Y%m%d%H%M%S}"
    async with _open(url) as store:
        there = await store.read(lambda tx: _stands(tx, now))
        if there and not over_newer:
            _compare(await store.read(archive.newest) if there == newest_revision() else None, backup)
        if there == newest_revision():
            settings.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            await store.read(lambda tx: outliving.noted(tx, settings.data_folder, now))
        await store.write(lambda tx: _renamed(tx, "public", aside))
    try:
        await _schema(url, backup.manifest.schema)
        async with _open(url) as store:
            await store.write(lambda tx: _load(tx, path, backup, key))
        await migrate(url)
    except BaseException:
        async with _open(url) as store:
            await store.write(lambda tx: _renamed(tx, aside, "public"))
        raise
    return f"schema {aside}" if there else ""


async def _load(tx: Tx, path: Path, backup: Checked, key: bytes) -> None:
    for shape, rows in pages(path, key):
        await archive.put(tx, shape, rows)
    await _same(tx, backup)


async def _stands(tx: Tx, now: datetime) -> str:
    """The schema of the database, empty when it has none. Raises OperationError while workers run."""
    (row,) = await tx.fetch("select to_regclass('alembic_version') is not null as found")
    if not row["found"]:
        return ""
    held = await tx.fetch("select name from leases where held_until > $1 order by name", [to_micros(now)])
    if held:
        raise OperationError(f"a running process has {held[0]['name']!r}; stop every worker first")
    (row,) = await tx.fetch("select version_num from alembic_version")
    return str(row["version_num"])


async def _renamed(tx: Tx, name: str, to: str) -> None:
    """Give a schema another name; the tables a failed restore left in its place go."""
    if to == "public":
        await tx.fetch("drop schema public cascade")
    await tx.fetch(f"alter schema {name} rename to {to}")
    if name == "public":
        await tx.fetch("create schema public")


@asynccontextmanager
async def _open(url: str) -> AsyncIterator[Database]:
    store = database(url)
    await store.start()
    try:
        yield store
    finally:
        await store.close()


async def _schema(url: str, revision: str) -> None:
    """Empty tables as they were when the backup was made."""
    from storage.migrating import upgrade  # noqa: PLC0415  # half a second to load, for once in a lifetime

    await upgrade(url, revision)


async def _same(tx: Tx, backup: Checked) -> None:
    """Every table holds what the backup says. Raises OperationError."""
    for table, digest in backup.digests.items():
        shape = backup.shapes.get(table, Shape(table, ()))
        if (await archive.summed(tx, shape)).digest != digest:
            raise OperationError(f"{table} was not restored as it stands in the backup; nothing was changed")


def _compare(newest: str | None, backup: Checked) -> None:
    if newest is None:
        raise OperationError(
            "the database that is there cannot be looked into; add --over-newer to put it aside all the same"
        )
    if newest and datetime.fromisoformat(newest) > backup.manifest.at:
        raise OperationError(
            f"the database that is there goes on until {newest}, the backup ends {backup.manifest.taken_at}: "
            "what lies between would be missing; add --over-newer to put it aside all the same"
        )


def _synced(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
