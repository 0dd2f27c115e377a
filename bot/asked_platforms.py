"""What a platform says of a bot: whether it knows the token, and where updates go."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.calling import CallFailed, Connections
from bot.check import Finding, State, good
from bot.settings import Settings
from storage import json_text

TIMEOUT = 10.0
"""Seconds for an answer."""
BACKLOG = 100
"""Updates that wait at a platform before that is worth a word."""


async def telegram(http: Connections, token: str, settings: Settings) -> Sequence[Finding]:
    """What Telegram says of one bot."""
    account, root = token.partition(":")[0], f"{settings.telegram_api_url.rstrip('/')}/bot{token}"
    try:
        me = await _told(http, f"{root}/getMe")
        hook = await _told(http, f"{root}/getWebhookInfo") if me.get("ok") else {}
    except (CallFailed, ValueError) as error:
        todo = "Telegram may be blocked here; the web chat and Zalo go on without it"
        return [Finding(State.WATCH, _unreachable(account, error), todo)]
    if not me.get("ok"):
        return [_refused(account, "write the one from @BotFather")]
    waits = hook.get("result", {})
    return [
        good(f"@{me['result'].get('username', account)}"),
        *_elsewhere(account, str(waits.get("url", "")), settings),
        *_behind(account, waits),
    ]


async def zalo(http: Connections, token: str, settings: Settings) -> Sequence[Finding]:
    """What Zalo says of one bot."""
    account, root = token.partition(":")[0], f"{settings.zalo_api_url.rstrip('/')}/bot{token}"
    try:
        me = await _told(http, f"{root}/getMe")
        hook = await _told(http, f"{root}/getWebhookInfo")
    except (CallFailed, ValueError) as error:
        todo = "look at the network and at ZALO_API_URL; the web chat goes on without it"
        return [Finding(State.WATCH, _unreachable(account, error), todo)]
    if not me.get("ok"):
        return [_refused(account, "write the one from Zalo Bot Creator")]
    known = me.get("result") or {}
    name = known.get("display_name") or known.get("account_name") or account
    return [
        good(str(name)),
        *_elsewhere(account, str((hook.get("result") or {}).get("url") or ""), settings),
    ]


async def _told(http: Connections, address: str) -> Mapping[str, Any]:
    """Raises CallFailed, or ValueError for what is no answer of a platform's."""
    told = json_text.read((await http.post(address, b"{}", TIMEOUT)).body)
    if not isinstance(told, dict):
        raise ValueError("not an answer of a platform's")
    return told


def _unreachable(account: str, error: Exception) -> str:
    why = str(error) if isinstance(error, CallFailed) else "it answers what is no JSON"
    return f"account {account} cannot be reached ({why})"


def _refused(account: str, todo: str) -> Finding:
    return Finding(State.BAD, f"account {account}: the token is refused", todo)


def _elsewhere(account: str, url: str, settings: Settings) -> Iterator[Finding]:
    wanted = settings.public_url.rstrip("/")
    if bool(url) != bool(wanted) or not url.startswith(wanted):
        said = f"account {account}: updates go to {url or 'whoever polls'}, not to {wanted or 'a poll'}"
        yield Finding(State.WATCH, said, "start the bot; it sets or removes the webhook by itself")


def _behind(account: str, hook: Mapping[str, Any]) -> Iterator[Finding]:
    waiting = int(hook.get("pending_update_count", 0))
    if waiting > BACKLOG:
        yield Finding(State.WATCH, f"account {account}: {waiting} updates wait at Telegram")
    if hook.get("last_error_message"):
        yield Finding(State.WATCH, f"account {account}: {str(hook['last_error_message'])[:120]}")
