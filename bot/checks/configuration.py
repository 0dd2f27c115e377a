"""What the settings leave open: who may read them, keys that are being changed, what is logged."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bot.check import Check, Finding, State, good
from bot.settings import Settings


class Configuration(Check):
    """See the module. What keeps the program from starting is said before any check."""

    name = "settings"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """A line for each thing to do; one that all is well without any."""
        return list(_open(settings)) or [good("complete" if settings.real else "for a first look, no tokens")]


def _open(settings: Settings) -> Iterator[Finding]:
    file = Path(".env")
    if file.exists() and file.stat().st_mode & 0o077:
        yield Finding(State.BAD, "others may read .env, which holds tokens and keys", "chmod 600 .env")
    if settings.former_keys:
        todo = (
            "aoxanh secrets rotate while the bot is stopped; a day later take SECRET_KEY_BEFORE out of .env"
        )
        yield Finding(State.WATCH, "a former SECRET_KEY still opens what it sealed", todo)
    if settings.real and not settings.public_url:
        todo = "set PUBLIC_URL, and put a TLS proxy before the bot: docs/howto/server.md"
        yield Finding(State.WATCH, "no PUBLIC_URL: the web chat is for this machine alone", todo)
    if settings.log_level == "DEBUG":
        yield Finding(State.WATCH, "LOG_LEVEL is DEBUG, which fills disks", "LOG_LEVEL=INFO")
