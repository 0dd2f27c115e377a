"""What the running bot says of itself."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

import httpx

from bot.check import Check, Finding, State, good
from bot.settings import Settings


class Health(Check):
    """See the module."""

    name = "bot"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """Its answer on this machine."""
        url = f"http://{settings.web_host}:{settings.web_port}/healthz"
        named = urlsplit(settings.public_url).hostname
        try:
            async with httpx.AsyncClient(timeout=5.0) as http:
                answer = await http.get(url, headers={"Host": named} if named else {})
        except httpx.HTTPError as error:
            todo = "start it: aoxanh run, or systemctl start aoxanh; then look at its log"
            return [Finding(State.WATCH, f"no answer at {url} ({type(error).__name__})", todo)]
        if answer.status_code == httpx.codes.OK:
            return [good(f"answers at {url}")]
        return [Finding(State.BAD, f"{answer.status_code} at {url}: {answer.text.strip()[:200]}")]
