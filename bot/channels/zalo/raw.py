"""A raw update before it is stored: which one it is, and what of it must not be kept.

Zalo delivers an update either flat or as the ``result`` of an answer; both are the same update.
"""

from collections.abc import Callable, Mapping
from typing import Any

from bot.bodies import digest_of, outline
from bot.channel import Envelope, Raw

_PLATFORM_NAMES = {"display_name", "name", "user_name", "alias", "avatar"}
_MEDIA = {"photo", "photo_url", "voice_url", "url", "thumb", "thumbnail"}
"""Addresses anybody could fetch: of what people photograph, nothing is kept but a sealed address."""
_LONGEST_ADDRESS = 2048
_KEPT = {"event_name", "chat_type", "message_type", "id", "sticker"}


def inner(raw: Raw) -> Raw:
    """The update without the wrapper it may have come in."""
    result = raw.get("result")
    return result if isinstance(result, Mapping) else raw


def envelope(raw: Raw) -> Envelope:
    """See ``Channel.envelope``: Zalo has no update id, so the message's own stands for it."""
    message = inner(raw).get("message")
    if not isinstance(message, Mapping):
        return Envelope(digest_of(raw), "", "")
    key = _word(message.get("message_id"))
    who, chat = _id_of(message.get("from")), _id_of(message.get("chat"))
    typed = message.get("text") or message.get("caption")
    said = typed if isinstance(typed, str) else ""
    return Envelope(key or digest_of(raw), who, chat, _photo(message), said)


def _photo(message: Mapping[str, Any]) -> str:
    """The address of the picture in a message: documented as ``photo``, delivered as ``photo_url``."""
    found = message.get("photo_url") or message.get("photo")
    return found if isinstance(found, str) and len(found) <= _LONGEST_ADDRESS else ""


def _id_of(part: Any) -> str:
    return _word(part.get("id")) if isinstance(part, Mapping) else ""


def _word(value: Any) -> str:
    """An id: short printable text; anything else is none."""
    return value if isinstance(value, str) and 0 < len(value) <= 128 and value.isprintable() else ""


def masked(raw: Raw, mask: Callable[[str], str]) -> Raw:
    """See ``Channel.masked``. Every text is masked unless it is known to be an id or a fixed word, so
    that a field Zalo adds tomorrow is masked too; an unreadable body keeps its size and digest."""
    return outline(raw) or {name: _masked(value, str(name), mask) for name, value in raw.items()}


def _masked(value: Any, name: str, mask: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {inside: _masked(part, str(inside), mask) for inside, part in value.items()}
    if isinstance(value, list):
        return [_masked(part, name, mask) for part in value]
    if not isinstance(value, str):
        return value
    if name in _PLATFORM_NAMES or name in _MEDIA:
        return ""
    return value if name in _KEPT or name.endswith("_id") else mask(value)
