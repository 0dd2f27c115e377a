"""Whether the file, while nobody has it open, is sound and of this program's schema."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.check import Check, Finding, State, good
from bot.lock import FolderLock, HeldByAnother
from bot.settings import Settings
from storage.database import StorageError
from storage.migrate import newest_revision, stands_at


class Schema(Check):
    """See the module."""

    name = "database"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """The file's schema beside the program's."""
        if settings.shared:
            return [good("PostgreSQL; its schema is brought to the program's at every start")]
        path = Path(settings.database_url.removeprefix("sqlite+aiosqlite:///"))
        return [_standing(path, settings.data_folder)]


def _standing(path: Path, folder: Path) -> Finding:
    newest = newest_revision()
    if not path.exists():
        return Finding(State.WATCH, f"{path} is not there yet", "the first start makes it: aoxanh run")
    try:
        with FolderLock(folder):
            stands = stands_at(path)
    except HeldByAnother:
        return good(f"in use by the running bot, schema {newest}")
    except StorageError as error:
        return Finding(State.BAD, str(error))
    if stands == newest:
        return good(f"schema {stands}, the bot is not running")
    said = f"schema {stands or 'none'}, the program has {newest}"
    return Finding(State.WATCH, said, "aoxanh backup FILE, then aoxanh migrate")
