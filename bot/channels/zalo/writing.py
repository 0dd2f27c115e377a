"""From a message to calls: plain text in NFC, pictures by an address that Zalo fetches them from."""

import unicodedata
from collections.abc import Awaitable, Callable
from typing import Any

from bot.channel import Rejected, SendError, Sent
from bot.channels.zalo.failures import Refusal, ZaloFailure, send_error
from bot.channels.zalo.limits import Limits
from bot.channels.zalo.wire import Wire
from handlers.messages import Outbound

Publish = Callable[[bytes], Awaitable[str]]
"""Makes a picture (PNG) fetchable for a while; its address."""

PICTURE_TIMEOUT = 150.0
"""Seconds: Zalo fetches the picture before it answers."""


class Writer:
    """Sends through ``wire``."""

    def __init__(self, wire: Wire, publish: Publish | None) -> None:
        self._wire = wire
        self._publish = publish
        self._limits = Limits()

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel.send``."""
        if message.callback:
            return Sent("")
        text = unicodedata.normalize("NFC", message.text)
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise Rejected("the text holds half a character (a lone surrogate)")
        if message.photo and self._publish:
            address = message.photo.address or await self._publish(message.photo.png)
            caption = text or message.photo.alt
            given = {"chat_id": chat, "photo": address, "caption": caption}
            return await self._called("sendPhoto", given, PICTURE_TIMEOUT)
        return await self._called("sendMessage", {"chat_id": chat, "text": text})

    async def _called(self, method: str, given: dict[str, Any], within: float | None = None) -> Sent:
        failure: SendError
        chat = given["chat_id"]
        try:
            result = await self._wire.call(method, given, within)
        except ZaloFailure as error:
            limited = isinstance(error, Refusal) and error.code == 429
            failure = self._limits.limited(chat) if limited else send_error(error)
        else:
            self._limits.served(chat)
            name = result.get("message_id") if isinstance(result, dict) else None
            return Sent(str(name or "unnamed"))
        raise failure
