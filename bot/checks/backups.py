"""Whether there is a copy, and how old it is."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.check import Check, Finding, State, good
from bot.settings import Settings

OLD = timedelta(hours=36)
"""A copy is made each night; one that is older was missed."""
FOLDER = "backups"


class Backups(Check):
    """See the module."""

    name = "backup"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """The newest copy in ``backups`` beside the data, or one folder up."""
        if settings.shared:
            return [good("PostgreSQL: made by its own tools (pg_basebackup, pg_dump)")]
        folders = [settings.data_folder / FOLDER, settings.data_folder.parent / FOLDER]
        copies = [path for folder in folders if folder.is_dir() for path in folder.glob("*.sqlite*")]
        todo = "aoxanh backup FILE, each night by docs/howto/files/aoxanh-backup.timer"
        if not copies:
            return [Finding(State.WATCH if not settings.real else State.BAD, "no copy was found", todo)]
        newest = max(copies, key=lambda path: path.stat().st_mtime)
        age = now - datetime.fromtimestamp(newest.stat().st_mtime, UTC)
        found = f"{newest}, {age / timedelta(hours=1):.0f} hours old"
        return [Finding(State.BAD, found, todo) if age > OLD else good(found)]
