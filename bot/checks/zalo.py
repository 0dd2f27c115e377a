"""Whether Zalo can be reached, knows the tokens, and delivers to the right address."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import httpx

from bot.check import Check, Finding, State, good
from bot.settings import Settings


class Zalo(Check):
    """See the module."""

    name = "Zalo"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """A line or two for each account; the token is in none of them."""
        found: list[Finding] = []
        async with httpx.AsyncClient(base_url=settings.zalo_api_url, timeout=10.0) as http:
            for token in settings.zalo_tokens:
                account = token.partition(":")[0]
                try:
                    me = (await http.post(f"/bot{token}/getMe", json={})).json()
                    hook = (await http.post(f"/bot{token}/getWebhookInfo", json={})).json()
                except (httpx.HTTPError, ValueError) as error:
                    said = f"account {account} cannot be reached ({type(error).__name__})"
                    todo = "look at the network and at ZALO_API_URL; the web chat goes on without it"
                    found.append(Finding(State.WATCH, said, todo))
                    continue
                found += _told(account, me, hook, settings)
        if settings.zalo_tokens and not settings.public_url:
            todo = "set PUBLIC_URL: Zalo's polling loses what is written while nobody polls"
            found.append(Finding(State.WATCH, "polled", todo))
        return found


def _told(
    account: str, me: Mapping[str, Any], hook: Mapping[str, Any], settings: Settings
) -> Sequence[Finding]:
    if not me.get("ok"):
        todo = "write the one from Zalo Bot Creator"
        return [Finding(State.BAD, f"account {account}: the token is refused", todo)]
    known = me.get("result") or {}
    found = [good(str(known.get("display_name") or known.get("account_name") or account))]
    url, wanted = str((hook.get("result") or {}).get("url") or ""), settings.public_url.rstrip("/")
    if bool(url) != bool(wanted) or not url.startswith(wanted):
        said = f"account {account}: updates go to {url or 'whoever polls'}, not to {wanted or 'a poll'}"
        found.append(Finding(State.WATCH, said, "start the bot; it sets or removes the webhook by itself"))
    return found
