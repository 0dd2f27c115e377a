"""From a stored update to what a person said."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.channel import Raw
from bot.channels.zalo.raw import inner
from handlers.messages import Inbound, Kind

NAME = "zalo"

_KINDS = {
    "message.text.received": Kind.TEXT,
    "message.image.received": Kind.PHOTO,
    "message.voice.received": Kind.VOICE,
    "message.sticker.received": Kind.STICKER,
    "message.unsupported.received": Kind.WITHHELD,
}

Id = Annotated[str, Field(min_length=1, max_length=128)]


class _Shape(BaseModel):
    """Only what we need is checked; errors hide the values they are about."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class Sender(_Shape):
    """A person or a bot."""

    id: Id
    is_bot: bool = False


class Chat(_Shape):
    """Where it was said: ``PRIVATE`` or ``GROUP``."""

    id: Id
    chat_type: str = "PRIVATE"


class Message(_Shape):
    """A message; ``date`` in milliseconds."""

    message_id: Id
    sender: Sender = Field(alias="from")
    chat: Chat
    date: Annotated[int, Field(gt=0, lt=2**53)] | None = None
    text: str = ""
    caption: str = ""


class Update(_Shape):
    """One update."""

    event_name: str = ""
    message: Message | None = None


def read(raw: Raw, account: str) -> Inbound | None:
    """See ``Channel.read``. Events that are not messages, and bots, say nothing to us; in a group the
    platform hands over only what is addressed to the bot.

    Raises ValueError when a field we need is missing or crooked.
    """
    update = Update.model_validate(inner(raw))
    message = update.message
    if message is None or message.sender.is_bot:
        return None
    private = message.chat.chat_type.upper() != "GROUP"
    kind = _KINDS.get(update.event_name, Kind.OTHER)
    inbound = Inbound(
        channel=NAME,
        account=account,
        chat=message.chat.id,
        sender=message.sender.id,
        update_key=message.message_id,
        kind=kind,
        text=message.text or message.caption,
        private=private,
        addressed=private or kind is Kind.TEXT,
        sent_at=datetime.fromtimestamp(message.date / 1000, UTC) if message.date else None,
    )
    return _started(inbound) if kind is Kind.TEXT else inbound


def _started(inbound: Inbound) -> Inbound:
    """``/start CODE`` as people know it from elsewhere; Zalo itself has no link that carries a code."""
    command, _, code = inbound.text.partition(" ")
    if command.casefold() != "/start":
        return inbound
    return replace(inbound, kind=Kind.START, data=code.strip())
