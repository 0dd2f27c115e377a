"""Which SQLite writes the data, and which of its known mistakes it has."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from bot.check import Check, Finding, State, good
from bot.settings import Settings

MENDED = (3, 51, 3)
"""From here on two connections to one write-ahead log cannot lose committed pages. The bot keeps one."""
OLDEST = (3, 38, 0)
"""Has ``returning`` and JSON in every build."""


class SqliteVersion(Check):
    """See the module."""

    name = "SQLite"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """The version of the library."""
        if settings.shared:
            return []
        version = sqlite3.sqlite_version
        if sqlite3.sqlite_version_info < OLDEST:
            return [Finding(State.BAD, version, "install a Python with SQLite 3.38 or newer")]
        if sqlite3.sqlite_version_info < MENDED:
            todo = "open the file with nothing else while the bot runs; copies are made by aoxanh backup"
            return [Finding(State.GOOD, f"{version}: safe with one connection, which the bot keeps", todo)]
        return [good(version)]
