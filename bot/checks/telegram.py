"""Whether Telegram can be reached, knows the tokens, and delivers to the right address."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import httpx

from bot.check import Check, Finding, State, good
from bot.settings import Settings


class Telegram(Check):
    """See the module."""

    name = "Telegram"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """A line or two for each account; the token is in none of them."""
        found: list[Finding] = []
        async with httpx.AsyncClient(base_url=settings.telegram_api_url, timeout=10.0) as http:
            for token in settings.telegram_tokens:
                account = token.partition(":")[0]
                try:
                    me = (await http.get(f"/bot{token}/getMe")).json()
                    hook = (await http.get(f"/bot{token}/getWebhookInfo")).json() if me.get("ok") else {}
                except (httpx.HTTPError, ValueError) as error:
                    said = f"account {account} cannot be reached ({type(error).__name__})"
                    todo = "Telegram may be blocked here; the web chat and Zalo go on without it"
                    found.append(Finding(State.WATCH, said, todo))
                    continue
                found += _told(account, me, hook.get("result", {}), settings)
        return found


def _told(
    account: str, me: Mapping[str, Any], hook: Mapping[str, Any], settings: Settings
) -> Iterator[Finding]:
    if not me.get("ok"):
        yield Finding(State.BAD, f"account {account}: the token is refused", "write the one from @BotFather")
        return
    yield good(f"@{me['result'].get('username', account)}")
    url = str(hook.get("url", ""))
    wanted = settings.public_url.rstrip("/")
    if bool(url) != bool(wanted) or not url.startswith(wanted):
        said = f"account {account}: updates go to {url or 'whoever polls'}, not to {wanted or 'a poll'}"
        yield Finding(State.WATCH, said, "start the bot; it sets or removes the webhook by itself")
    waiting = int(hook.get("pending_update_count", 0))
    if waiting > 100:
        yield Finding(State.WATCH, f"account {account}: {waiting} updates wait at Telegram")
    if hook.get("last_error_message"):
        yield Finding(State.WATCH, f"account {account}: {str(hook['last_error_message'])[:120]}")
