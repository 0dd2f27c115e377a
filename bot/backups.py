"""Making a backup: one state of the data, taken while people go on, sealed into a file of our own."""

import os
import secrets
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import BinaryIO

from bot import clock
from bot.backup_file import Manifest, pack
from bot.keys import backup_key
from bot.operating import Given, OperationError
from bot.sealed_file import SALT, SealedWriter
from bot.settings import Settings
from storage import archive
from storage.database import Database
from storage.migrate import newest_revision
from storage.queries import Tx

FOLDER = "backups"
Ask = Callable[[str, Given], Awaitable[str]]
"""Have an operation done where the data is open: here, or in the running bot."""


async def made(settings: Settings, path: Path, ask: Ask, database: Database | None) -> Manifest:
    """Back up to ``path``; what it says of itself.

    On SQLite a plain copy is asked for first (``ask``), private and beside the data, and read here: the
    running bot spends no time on sealing. On PostgreSQL ``database`` is read in one snapshot. The file has
    its name only when it is whole and on disk; one that is there is replaced. Raises OperationError.
    """
    with written(path) as file:
        writer = SealedWriter(file, backup_key(settings), secrets.token_bytes(SALT))
        return await (_from_postgresql(database, writer) if database else _from_sqlite(settings, writer, ask))


def kept(settings: Settings) -> list[Path]:
    """The backups in ``backups`` beside the data, or one folder up."""
    folders = [settings.data_folder / FOLDER, settings.data_folder.parent / FOLDER]
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.aoxanh"))]


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A private file beside ``path`` that takes its name when it is whole and on disk. Raises
    OperationError."""
    part = path.with_name(f"{path.name}.part")
    try:
        with suppress(FileNotFoundError):
            part.unlink()
        with os.fdopen(
            os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600), "wb"
        ) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _synced(path.parent)
    except OSError as error:
        raise OperationError(f"cannot back up to {path}: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


async def _from_postgresql(database: Database, writer: SealedWriter) -> Manifest:
    async def work(tx: Tx) -> Manifest:
        return await _packed(tx, writer)

    return await database.read(work)


async def _from_sqlite(settings: Settings, writer: SealedWriter, ask: Ask) -> Manifest:
    plain = (settings.data_folder / f"backup-{os.getpid()}.copy").absolute()
    try:
        await ask("backup", {"file": str(plain)})
        with closing(sqlite3.connect(plain)) as connection:
            connection.row_factory = sqlite3.Row
            return await _packed(Tx("sqlite", connection), writer)
    finally:
        plain.unlink(missing_ok=True)


async def _packed(tx: Tx, writer: SealedWriter) -> Manifest:
    chains = await tx.all("audit_chains_all")
    manifest = Manifest(
        taken_at=clock.now().isoformat(),
        program=_program(),
        schema=newest_revision(),
        engine=tx.engine,
        counts=await archive.counts(tx),
        heads=tuple(f"{one['tenant']}/{one['seq']}/{one['hash']}" for one in chains),
    )
    await pack(tx, writer, manifest)
    return manifest


def _program() -> str:
    try:
        return version("aoxanh")
    except PackageNotFoundError:
        return "unknown"


def _synced(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
