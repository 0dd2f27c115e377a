"""A raw update before it is stored: which one it is, and what of it must not be kept."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.channel import Envelope, Raw

DEEPEST = 32
"""Levels of nesting beyond which a body counts as unreadable."""

_PLATFORM_NAMES = {
    "first_name", "last_name", "username", "active_usernames", "title", "custom_title", "tag", "sender_tag",
    "phone_number", "vcard", "sender_user_name", "forward_sender_name", "forward_signature",
    "author_signature",
}  # fmt: skip
_OF_A_TAPPED_MESSAGE = ("message_id", "date", "chat")
"""What is kept of the message whose button was tapped: which one it was. The rest are our own words."""
_KEPT = {"type", "data", "callback_data", "chat_instance", "status", "language_code", "mime_type", "id"}


def parsed(body: bytes) -> Raw:
    """The update in an authenticated body; one that is no JSON object, or too deep, is kept as
    ``{"unreadable": {"sha256", "size", "body"}}`` with the body in base64."""
    try:
        update = json.loads(body, parse_constant=_refused)
    except (ValueError, RecursionError):
        update = None
    if isinstance(update, dict) and _depth(update) <= DEEPEST:
        return update
    digest = hashlib.sha256(body).hexdigest()
    return {"unreadable": {"sha256": digest, "size": len(body), "body": b64encode(body).decode()}}


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [inner for outer in level for inner in _inside(outer)]
    return depth


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def envelope(raw: Raw) -> Envelope:
    """See ``Channel.envelope``."""
    inner = next((part for part in raw.values() if isinstance(part, Mapping)), {})
    message = inner.get("message")
    chat = inner.get("chat") or (message.get("chat") if isinstance(message, Mapping) else None)
    sender = "" if inner.get("sender_chat") else _id_of(inner.get("from"))
    return Envelope(update_key=_key(raw), sender=sender, chat=_id_of(chat))


def _key(raw: Raw) -> str:
    number = raw.get("update_id")
    if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**63:
        return str(number)
    unreadable = raw.get("unreadable")
    if isinstance(unreadable, Mapping) and isinstance(unreadable.get("sha256"), str):
        return f"sha256:{unreadable['sha256']}"
    try:
        written = json.dumps(raw, sort_keys=True, default=str)
    except (ValueError, TypeError, RecursionError):
        written = ",".join(sorted(map(str, raw)))
    return f"sha256:{hashlib.sha256(written.encode()).hexdigest()}"


def _id_of(part: Any) -> str:
    number = part.get("id") if isinstance(part, Mapping) else None
    if isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63:
        return str(number)
    return ""


def masked(raw: Raw, mask: Callable[[str], str]) -> Raw:
    """See ``Channel.masked``. Every text is masked unless it is known to be an id or a fixed word,
    so that a field Telegram adds tomorrow is masked too; an unreadable body keeps only its size
    and digest."""
    unreadable = raw.get("unreadable")
    if isinstance(unreadable, Mapping):
        return {"unreadable": {name: unreadable.get(name) for name in ("sha256", "size")}}
    return {name: _masked(value, str(name), mask) for name, value in _without_our_words(raw).items()}


def _without_our_words(raw: Raw) -> Raw:
    tap = raw.get("callback_query")
    if not isinstance(tap, dict) or not isinstance(message := tap.get("message"), dict):
        return raw
    named = {name: message[name] for name in _OF_A_TAPPED_MESSAGE if name in message}
    return {**raw, "callback_query": {**tap, "message": named}}


def _masked(value: Any, name: str, mask: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {inner: _masked(part, str(inner), mask) for inner, part in value.items()}
    if isinstance(value, list):
        return [_masked(part, name, mask) for part in value]
    if not isinstance(value, str):
        return value
    if name in _PLATFORM_NAMES:
        return ""
    return value if name in _KEPT or name.endswith("_id") else mask(value)
