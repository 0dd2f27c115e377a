"""Whether the file, while nobody has it open, is sound, and the data of this program's schema."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.check import Check, Finding, State, good
from bot.lock import FolderLock, HeldByAnother
from bot.settings import Settings
from storage.database import StorageError, database
from storage.migrate import newest_revision, revision, stands_at
from storage.sqlite_gate import Gate


class Schema(Check):
    """See the module."""

    name = "database"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """The file's schema beside the program's."""
        if settings.shared:
            return [await _on_server(settings)]
        path = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
        return [_standing(path, settings.data_folder)]


async def _on_server(settings: Settings) -> Finding:
    """What the server says of itself; nothing is migrated."""
    store, newest = database(settings.database_url), newest_revision()
    try:
        await store.start()
        stands = await store.read(revision)
    except StorageError as error:
        todo = "look whether the server runs, and at DATABASE_URL"
        return Finding(State.BAD, f"PostgreSQL cannot be asked: {type(error).__name__}", todo)
    finally:
        await store.close()
    return _compared(stands, newest, "on PostgreSQL")


def _compared(stands: str, newest: str, where: str) -> Finding:
    if stands == newest:
        return good(f"schema {stands}, {where}")
    if stands > newest:
        todo = "install the newer program; this one refuses to start"
        return Finding(State.BAD, f"schema {stands}, this program knows {newest}", todo)
    said = f"schema {stands or 'none'}, the program has {newest}"
    return Finding(State.WATCH, said, "aoxanh backup FILE, then aoxanh migrate")


def _standing(path: Path, folder: Path) -> Finding:
    newest = newest_revision()
    try:
        Gate(path).refuse_if_sealed()
    except StorageError as error:
        return Finding(State.BAD, str(error), "write that address into .env; this file is only kept")
    if not path.exists():
        return Finding(State.WATCH, f"{path} is not there yet", "the first start makes it: aoxanh run")
    try:
        with FolderLock(folder):
            stands = stands_at(path)
    except HeldByAnother:
        return good(f"in use by the running bot, schema {newest}")
    except StorageError as error:
        return Finding(State.BAD, str(error))
    return _compared(stands, newest, "the bot is not running")
