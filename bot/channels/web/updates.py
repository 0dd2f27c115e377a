"""A stored update of the web chat: named, masked, read."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.channel import Envelope, Raw
from handlers.messages import Inbound, Kind

NAME = "web"
ACCOUNT = "web"

_START = re.compile(r"/start(?:\s+([A-Za-z0-9_-]{1,64}))?\s*", re.IGNORECASE)


def envelope(raw: Raw) -> Envelope:
    """See ``Channel.envelope``: the update is named by chat and the page's own key."""
    chat, key = raw.get("chat"), raw.get("key")
    if _name(chat) and _name(key):
        photo = raw.get("photo")
        sent = photo if isinstance(photo, str) else ""
        text = raw.get("text")
        said = text if isinstance(text, str) else ""
        return Envelope(f"{chat}:{key}", sender=str(chat), chat=str(chat), photo=sent, said=said)
    digest = hashlib.sha256(json.dumps(raw, sort_keys=True, default=repr).encode()).hexdigest()
    return Envelope(f"unreadable:{digest}", sender="", chat="")


def _name(value: Any) -> bool:
    """Whether ``value`` can name something: text that a database keeps."""
    return isinstance(value, str) and 0 < len(value) <= 128 and value.isprintable()


def masked(raw: Raw, mask: Callable[[str], str]) -> Raw:
    """See ``Channel.masked``: only ``text`` is human text, and the page knows no names; a picture is kept
    sealed or not at all."""
    text, kept = raw.get("text"), {name: part for name, part in raw.items() if name != "photo"}
    return {**kept, "text": mask(text)} if isinstance(text, str) else kept


def read(raw: Raw) -> Inbound:
    """See ``Channel.read``; a typed "/start CODE" is a start like the one of a join link."""
    try:
        kind, text, data = Kind(raw["kind"]), _text(raw, "text"), _text(raw, "data")
        typed = _START.fullmatch(text.strip()) if kind is Kind.TEXT else None
        if typed:
            kind, data = Kind.START, typed.group(1) or ""
        return Inbound(
            channel=NAME,
            account=ACCOUNT,
            chat=_chat(raw),
            sender=_chat(raw),
            update_key=envelope(raw).update_key,
            kind=kind,
            text=text,
            data=data,
            tapped=_text(raw, "tapped"),
            callback=_text(raw, "key") if kind is Kind.TAP else "",
            sealed_place=_sealed(raw["place"]) if kind is Kind.PLACE else "",
            sent_at=datetime.fromisoformat(_text(raw, "sent_at")),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"web update {envelope(raw).update_key}: cannot read {error}") from error


def _chat(raw: Raw) -> str:
    """The chat, which the session gave; anything a database could not keep is none."""
    if not _name(raw["chat"]):
        raise TypeError("chat")
    return str(raw["chat"])


def _text(raw: Raw, name: str) -> str:
    value = raw[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _sealed(place: Any) -> str:
    """The position as the intake sealed it; empty when it was none."""
    if not isinstance(place, Mapping):
        raise TypeError("place")
    return str(place.get("sealed", ""))
