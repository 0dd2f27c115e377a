"""Whether Zalo can be reached, knows the tokens, and delivers to the right address."""

from collections.abc import Sequence
from datetime import datetime

from bot import asked_platforms
from bot.calling import Connections
from bot.check import Check, Finding, State
from bot.settings import Settings


class Zalo(Check):
    """See the module."""

    name = "Zalo"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """A line or two for each account of the settings."""
        found: list[Finding] = []
        async with Connections() as http:
            for token in settings.zalo_tokens:
                found += await asked_platforms.zalo(http, token, settings)
        if settings.zalo_tokens and not settings.public_url:
            todo = "set PUBLIC_URL: Zalo's polling loses what is written while nobody polls"
            found.append(Finding(State.WATCH, "polled", todo))
        return found
