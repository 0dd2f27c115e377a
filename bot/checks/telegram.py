"""Whether Telegram can be reached, knows the tokens, and delivers to the right address."""

from collections.abc import Sequence
from datetime import datetime

from bot import asked_platforms
from bot.calling import Connections
from bot.check import Check, Finding
from bot.settings import Settings


class Telegram(Check):
    """See the module."""

    name = "Telegram"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """A line or two for each account of the settings."""
        found: list[Finding] = []
        async with Connections() as http:
            for token in settings.telegram_tokens:
                found += await asked_platforms.telegram(http, token, settings)
        return found
