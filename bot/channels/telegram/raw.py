"""A raw update before it is stored: which one it is, and what of it must not be kept."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.bodies import digest_of, outline
from bot.channel import Envelope, Raw

_PLATFORM_NAMES = {
    "first_name", "last_name", "username", "active_usernames", "title", "custom_title", "tag", "sender_tag",
    "phone_number", "vcard", "sender_user_name", "forward_sender_name", "forward_signature",
    "author_signature",
}  # fmt: skip
_OF_A_TAPPED_MESSAGE = ("message_id", "date", "chat")
"""What is kept of the message whose button was tapped: which one it was. The rest are our own words."""
_LONGEST_FILE_ID = 256
_KEPT = {"type", "data", "callback_data", "chat_instance", "status", "language_code", "mime_type", "id"}


def envelope(raw: Raw) -> Envelope:
    """See ``Channel.envelope``."""
    inner = next((part for part in raw.values() if isinstance(part, Mapping)), {})
    message = inner.get("message")
    chat = inner.get("chat") or (message.get("chat") if isinstance(message, Mapping) else None)
    sender = "" if inner.get("sender_chat") else _id_of(inner.get("from"))
    new = raw.get("message")
    return Envelope(_key(raw), sender, _id_of(chat), photo=_photo(new), said=_said(new))


def _said(message: Any) -> str:
    typed = (message.get("text") or message.get("caption")) if isinstance(message, Mapping) else None
    return typed if isinstance(typed, str) else ""


def _photo(message: Any) -> str:
    """The file of the picture in a message: the largest of the sizes it comes in."""
    sizes = message.get("photo") if isinstance(message, Mapping) else None
    last = sizes[-1] if isinstance(sizes, list) and sizes else None
    named = last.get("file_id") if isinstance(last, Mapping) else None
    return named if isinstance(named, str) and len(named) <= _LONGEST_FILE_ID else ""


def _key(raw: Raw) -> str:
    number = raw.get("update_id")
    if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**63:
        return str(number)
    return digest_of(raw)


def _id_of(part: Any) -> str:
    number = part.get("id") if isinstance(part, Mapping) else None
    if isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63:
        return str(number)
    return ""


def masked(raw: Raw, mask: Callable[[str], str]) -> Raw:
    """See ``Channel.masked``. Every text is masked unless it is known to be an id or a fixed word,
    so that a field Telegram adds tomorrow is masked too; an unreadable body keeps only its size
    and digest."""
    return outline(raw) or {
        name: _masked(value, str(name), mask) for name, value in _without_our_words(raw).items()
    }


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
