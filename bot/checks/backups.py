"""Whether there is a backup that can be read, and how old it is."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.backup_file import Manifest, manifest_of, opening
from bot.backups import kept
from bot.check import Check, Finding, State, good
from bot.keys import backup_keys
from bot.operating import OperationError
from bot.settings import Settings

OLD = timedelta(hours=36)
"""A backup is made each night; one that is older was missed."""
CURE = "aoxanh backup FILE, each night by docs/howto/files/aoxanh-backup.timer"


class Backups(Check):
    """See the module."""

    name = "backup"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """The newest backup, by what it says of itself."""
        files = kept(settings)
        if not files:
            return [Finding(State.BAD if settings.real else State.WATCH, "no backup was found", CURE)]
        newest = max(files, key=lambda path: path.stat().st_mtime)
        try:
            manifest = manifest_of(newest, opening(newest, backup_keys(settings)))
        except OperationError as error:
            return [Finding(State.BAD, str(error), CURE)]
        return [_told(newest, manifest, now)]


def _told(path: Path, manifest: Manifest, now: datetime) -> Finding:
    age = now - manifest.at
    rows = sum(manifest.counts.values())
    found = f"{path}, {age / timedelta(hours=1):.0f} hours old, schema {manifest.schema}, {rows} rows"
    return Finding(State.BAD, found, CURE) if age > OLD else good(found)
