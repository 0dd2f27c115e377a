"""The methods of the Bot API the fake knows; whatever else is called does not exist, as on the platform."""

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tests.fakes.rules import Refusal
from tests.fakes.zalo.account import Account
from tests.fakes.zalo.ledger import Call
from tests.fakes.zalo.shown import Shown
from tests.fakes.zalo.webhook import Webhook

Json = dict[str, Any]
Method = Callable[[Account, Call], Awaitable[Any]]

LONGEST_TEXT = 2000


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _text(call: Call, name: str) -> str:
    text = call.params.get(name)
    if not isinstance(text, str) or not 1 <= _units(text) <= LONGEST_TEXT:
        raise Refusal(400, f"Bad request: {name} must be 1 to {LONGEST_TEXT} characters")
    return text


def _chat(account: Account, call: Call) -> str:
    if call.chat is None:
        raise Refusal(400, "Bad request: chat_id")
    account.admit(call.chat)
    return call.chat


def _shown(account: Account, shown: Shown) -> Json:
    account.show(shown)
    return {"message_id": shown.message_id, "date": account.date()}


async def get_me(account: Account, _: Call) -> Json:
    """``getMe``."""
    return account.bot


async def get_updates(account: Account, call: Call) -> Json:
    """``getUpdates``: one update, not a list."""
    return await account.poll(float(call.params.get("timeout") or 30))


async def send_message(account: Account, call: Call) -> Json:
    """``sendMessage``."""
    text, chat = _text(call, "text"), _chat(account, call)
    return _shown(account, Shown(chat, account.next_id(), text, time.monotonic()))


async def send_photo(account: Account, call: Call) -> Json:
    """``sendPhoto``: the address is fetched, and fetched again when the person looks at it."""
    caption = _text(call, "caption") if call.params.get("caption") else ""
    chat, address = _chat(account, call), str(call.params.get("photo") or "")
    if not address.startswith("https://"):
        raise Refusal(400, "Bad request: photo")
    fetcher = account.webhook or Webhook(ledger=account.ledger, rng=account.rng, scale=1.0)
    try:
        photo, again = await fetcher.fetch(address), await fetcher.fetch(address)
    finally:
        if fetcher is not account.webhook:
            await fetcher.close()
    if not photo:
        raise Refusal(400, "Bad request: photo could not be fetched")
    shown = Shown(chat, account.next_id(), caption, time.monotonic(), photo, black=not again)
    return _shown(account, shown)


async def set_webhook(account: Account, call: Call) -> Json:
    """``setWebhook``: kept even when it cannot be reached, which the answer says."""
    url, secret = str(call.params.get("url") or ""), str(call.params.get("secret_token") or "")
    if not url.startswith("https://") or not 8 <= len(secret) <= 256:
        raise Refusal(400, "Bad request")
    hook = await account.hook(url, secret)
    return {"url": url, "updated_at": account.date(), "verification": await hook.probe()}


async def delete_webhook(account: Account, _: Call) -> Json:
    """``deleteWebhook``."""
    await account.unhook()
    return {"url": "", "updated_at": account.date()}


async def get_webhook_info(account: Account, _: Call) -> Json:
    """``getWebhookInfo``: 404 where none is set."""
    if account.webhook is None:
        raise Refusal(404, "Not found")
    return {"url": account.webhook.url, "updated_at": account.date()}


async def send_chat_action(account: Account, call: Call) -> None:
    """``sendChatAction``: ok, without a result."""
    _chat(account, call)


METHODS: Mapping[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendChatAction": send_chat_action,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
"""Names are case-sensitive."""
