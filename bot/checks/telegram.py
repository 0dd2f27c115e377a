"""Whether Telegram can be reached, knows the tokens, and delivers to the right address."""

from collections.abc import Sequence
from datetime import datetime

import httpx

from bot import asked_platforms
from bot.check import Check, Finding
from bot.settings import Settings


class Telegram(Check):
    """See the module."""

    name = "Telegram"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """A line or two for each account of the settings."""
        found: list[Finding] = []
        async with httpx.AsyncClient(
            base_url=settings.telegram_api_url, timeout=asked_platforms.TIMEOUT
        ) as http:
            for token in settings.telegram_tokens:
                found += await asked_platforms.telegram(http, token, settings)
        return found
