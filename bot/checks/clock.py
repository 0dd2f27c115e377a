"""Whether the machine's clock can be right: codes, shifts and digests hang on it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.check import Check, Finding, State, good
from bot.settings import Settings
from locales.formats import local

_INSTALLED = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)


class Clock(Check):
    """See the module."""

    name = "clock"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """A clock before the program was installed is wrong."""
        said = f"{local(now):%d/%m/%Y %H:%M} in Vietnam"
        if now < _INSTALLED:
            return [
                Finding(State.BAD, f"{said}, before this program was installed", "timedatectl set-ntp true")
            ]
        return [good(said)]
