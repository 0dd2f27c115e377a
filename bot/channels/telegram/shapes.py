"""What we read of an update, and nothing else.

Only these fields are checked: Telegram adds fields and makes others optional, and what we do
not need must not make a person's message unreadable. Errors hide the values they are about.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[int, Field(gt=-(2**63), lt=2**63)]
Seconds = Annotated[int, Field(ge=0, lt=2**33)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class User(_Shape):
    """A person or a bot."""

    id: Id
    is_bot: bool = False


class Chat(_Shape):
    """Where it was said: ``private``, ``group``, ``supergroup`` or ``channel``."""

    id: Id
    type: str


class Mark(_Shape):
    """A stretch of a text (an entity); offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    user: User | None = None


class Position(_Shape):
    """A position as the intake sealed it; empty when it was none."""

    sealed: str = ""


class Card(_Shape):
    """A contact card and the account it belongs to."""

    user_id: Id | None = None


class Reply(_Shape):
    """The message replied to: only whose it is."""

    sender: User | None = Field(default=None, alias="from")


class Message(_Shape):
    """A message. ``sender_chat`` is there when a chat and not a person speaks."""

    message_id: Id
    chat: Chat
    sender: User | None = Field(default=None, alias="from")
    sender_chat: Any = None
    date: Seconds = 0
    edit_date: Seconds | None = None
    text: str = ""
    caption: str = ""
    entities: tuple[Mark, ...] = ()
    caption_entities: tuple[Mark, ...] = ()
    reply_to_message: Reply | None = None
    forward_origin: Any = None
    forward_date: Any = None
    location: Position | None = None
    venue: Any = None
    contact: Card | None = None


class Tap(_Shape):
    """A press of a button; without a message it came from elsewhere than one of our chats."""

    id: str
    sender: User = Field(alias="from")
    message: Message | None = None
    data: str = ""


class Member(_Shape):
    """The bot's standing in a chat: ``member`` or ``kicked``, among others."""

    status: str


class MemberChange(_Shape):
    """The bot was blocked, unblocked, added or removed."""

    chat: Chat
    sender: User = Field(alias="from")
    date: Seconds = 0
    new_chat_member: Member


class Update(_Shape):
    """One update; at most one of the others is there."""

    update_id: Id
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Tap | None = None
    my_chat_member: MemberChange | None = None
