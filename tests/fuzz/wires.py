"""What arrives from each platform: raw updates as its wire brings them, read by its real channel."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from random import Random
from typing import Any, Protocol

from bot.channel import Capabilities, Envelope, Raw
from bot.channels.web import WebChannel, updates
from handlers.messages import Inbound
from tests.channels.telegram_site import telegram
from tests.channels.zalo_site import zalo
from tests.fakes.telegram import TelegramFake
from tests.fakes.telegram.payloads import message
from tests.fakes.zalo import ZaloFake
from tests.paper import PaperChannel

DATE = 1795393500
"""When everything is said: 23/11/2026, 7h25 in Vietnam."""
PEOPLE = {"lan": "501", "nam": "502", "hoa": "503", "tam": "504"}


class Reads(Protocol):
    """The reading half of a channel."""

    capabilities: Capabilities

    def envelope(self, raw: Raw) -> Envelope: ...
    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw: ...
    def read(self, raw: Raw) -> Inbound | None: ...


class Wire(PaperChannel):
    """A paper platform whose updates are those of a real one; what is sent stays on paper."""

    def __init__(self, reads: Reads, raw: "Makes") -> None:
        super().__init__(reads.capabilities)
        self._reads = reads
        self.raw = raw

    def envelope(self, raw: Raw) -> Envelope:
        return self._reads.envelope(raw)

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        return self._reads.masked(raw, mask)

    def read(self, raw: Raw) -> Inbound | None:
        try:
            said = self._reads.read(raw)
        except ValueError:  # the promise of a channel for what cannot be read; in life it is set aside
            return None
        return replace(said, channel=self.name, account=self.account, sent_at=None) if said else None


Makes = Callable[[int, str, Mapping[str, Any]], dict[str, Any]]
"""(number, sender, what they do) → a raw update: ``text``, ``tap`` with ``on``, or ``other``."""


class _Web:
    capabilities = WebChannel.capabilities
    envelope = staticmethod(updates.envelope)
    masked = staticmethod(updates.masked)
    read = staticmethod(updates.read)


def _telegram(number: int, sender: str, does: Mapping[str, Any]) -> dict[str, Any]:
    who = {"id": int(sender), "is_bot": False, "first_name": "Mai", "language_code": "vi"}
    chat = {"id": int(sender), "type": "private", "first_name": "Mai"}
    if "tap" in does:
        on = message(
            int(does["on"].removeprefix("m") or 1), {"id": 7, "is_bot": True, "first_name": "b"}, chat, DATE
        )
        query = {"id": f"q{number}", "from": who, "chat_instance": "1", "data": does["tap"], "message": on}
        return {"update_id": number, "callback_query": query}
    said = {"text": does["text"]} if "text" in does else _TELEGRAM_OTHER[does["other"] % len(_TELEGRAM_OTHER)]
    return {"update_id": number, "message": message(number, who, chat, DATE, **said)}


_FILE = {"file_id": "f", "file_unique_id": "u"}
_TELEGRAM_OTHER: tuple[dict[str, Any], ...] = (
    {
        "sticker": {
            **_FILE,
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        }
    },
    {"photo": [{**_FILE, "width": 9, "height": 9}], "caption": "5 vneid sđt 0912345678"},
    {"voice": {**_FILE, "duration": 3}},
    {"location": {"latitude": 21.02, "longitude": 105.84}},
    {"contact": {"phone_number": "0912345678", "first_name": "Hoa", "user_id": 9}},
    {"document": {**_FILE, "file_name": "../../x.xlsx"}},
    {"text": "/start BK7M2QXA"},
)


def _zalo(number: int, sender: str, does: Mapping[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {
        "message_id": f"z{number}",
        "date": DATE * 1000,
        "from": {"id": sender, "display_name": "Mai", "is_bot": False},
        "chat": {"id": sender, "chat_type": "PRIVATE"},
    }
    if "text" in does or "tap" in does:
        return {
            "event_name": "message.text.received",
            "message": {**body, "text": does.get("text", does.get("label"))},
        }
    event, content = _ZALO_OTHER[does["other"] % len(_ZALO_OTHER)]
    return {"event_name": f"message.{event}.received", "message": {**body, **content}}


_ZALO_OTHER: tuple[tuple[str, dict[str, Any]], ...] = (
    ("sticker", {"sticker": "1", "url": "https://zalo-api.zadn.vn/s.png"}),
    ("image", {"photo_url": "https://photo.zdn.vn/a.jpg", "caption": "cccd 079203012345"}),
    ("voice", {"voice_url": "https://f2.zdn.vn/a.aac"}),
    ("text", {"text": "/start BK7M2QXA"}),
)


def _web(number: int, sender: str, does: Mapping[str, Any]) -> dict[str, Any]:
    raw = {
        "chat": sender,
        "key": f"k{number}",
        "kind": "text",
        "text": does.get("text", ""),
        "data": "",
        "tapped": "",
    }
    raw["sent_at"] = "2026-11-23T00:25:00+00:00"
    if "tap" in does:
        return {**raw, "kind": "tap", "text": "", "data": does["tap"], "tapped": does["on"]}
    if "other" in does:
        place = {"latitude": 21.02, "longitude": 105.84, "accuracy": 9}
        return (
            {**raw, "kind": "place", "place": place}
            if does["other"] % 2
            else {**raw, "kind": "start", "data": "BK7M2QXA"}
        )
    return raw


@asynccontextmanager
async def wires() -> AsyncIterator[dict[str, Wire]]:
    """The three platforms; nothing of them is on a network."""
    async with telegram(TelegramFake()) as one, zalo(ZaloFake()) as other:
        yield {"telegram": Wire(one, _telegram), "zalo": Wire(other, _zalo), "web": Wire(_Web(), _web)}


def mutated(raw: dict[str, Any], chance: Random) -> dict[str, Any]:
    """The update with something in it broken, taken out, blown up or put elsewhere."""
    whole: dict[str, Any] = _mutated(raw, chance, depth=0)
    return whole


_ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**63, 10**300, 1e308, "", " ", "\x00", "\ud83d", "\u202e", "a" * 5000, [], {}, [[]],
    [{}], {"id": None}, "0912345678", "f:00000000:1:yes", "do:team:x", "/start", "٣٤", "😀" * 200,
)  # fmt: skip


def _mutated(value: Any, chance: Random, depth: int) -> Any:
    if isinstance(value, dict) and value and (depth == 0 or chance.random() < 0.8):
        name = chance.choice(sorted(value))
        way = chance.random()
        if way < 0.15:
            return {key: part for key, part in value.items() if key != name}
        if way < 0.25:
            return {
                **value,
                chance.choice(("text", "from", "chat", "data", "message", "x")): chance.choice(_ODD),
            }
        return {**value, name: _mutated(value[name], chance, depth + 1)}
    if isinstance(value, list) and value and chance.random() < 0.7:
        at = chance.randrange(len(value))
        return [*value[:at], _mutated(value[at], chance, depth + 1), *value[at + 1 :]]
    return chance.choice(_ODD)
