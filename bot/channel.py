"""What every channel is: how updates come in, how messages go out, what can go wrong.

A channel knows one platform's wire and nothing of the conversations. It hands raw updates
to the intake and is told what to send; files beside this one in ``channels/`` are its kinds.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

from starlette.routing import BaseRoute

from handlers.messages import Inbound, Outbound

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can draw, and how fast it may be spoken to.

    ``max_units`` is the longest text in UTF-16 code units; longer ones are split.
    ``per_second`` is the account's rate; ``chat_spacing`` the least time between two
    messages of one chat; ``longest_pause`` the most time between two tries while the
    platform is down, so that people are answered soon after it is back. ``plenty`` says
    that messages cost nothing, so that a form may ask one field at a time. ``place_path`` is
    where a raw update carries a position that was sent; empty where none can be sent.
    """

    buttons: bool
    edits: bool
    photos: bool
    files: bool
    max_units: int
    per_second: float
    chat_spacing: timedelta
    longest_pause: timedelta = timedelta(seconds=6)
    plenty: bool = True
    place_path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the intake needs of a raw update, without reading the rest.

    ``update_key`` is unique within (channel, account); ``sender`` and ``chat`` are empty
    when the update has none. ``photo`` is where the platform has the picture that came with it, ``said``
    what the person typed now (not what they quote, or wrote before and changed).
    """

    update_key: str
    sender: str
    chat: str
    photo: str = ""
    said: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform's id of a message that has arrived there (empty for tap answers)."""

    message_id: str


@dataclass(frozen=True, slots=True)
class Introduced:
    """What a platform says of one of its bots: the name people see, the link that opens a chat (with
    ``{code}`` in it where it can carry one), the webhook that is set (empty where we poll)."""

    title: str
    link: str
    hook_url: str


class SendError(Exception):
    """A send that failed. The message never contains a token or a person's text."""


class Throttled(SendError):
    """Too fast: nothing may be sent for ``retry_after``, to the chat or (``whole``) at all."""

    def __init__(self, retry_after: timedelta, *, whole: bool = False) -> None:
        super().__init__(f"throttled for {retry_after.total_seconds():.0f} s")
        self.retry_after = retry_after
        self.whole = whole


class NetworkDown(SendError):
    """Surely not sent: the connection failed before the request left, or the platform is down."""


class Doubtful(SendError):
    """Timed out after leaving: the platform may or may not have delivered it."""


class Unreachable(SendError):
    """The person blocked the bot, left, or does not exist: do not try this contact again."""


class Rejected(SendError):
    """The platform refuses this message for good; others to the chat may still go."""


class Moved(SendError):
    """The chat has a new id (a group became a supergroup); send there instead."""

    def __init__(self, chat: str) -> None:
        super().__init__("the chat has moved")
        self.chat = chat


class AccountRefused(SendError):
    """The platform refuses the account's token; an operator must act."""


class Intake(Protocol):
    """Where a channel puts raw updates: returns only after they are on disk."""

    async def store(self, channel: "Channel", updates: Sequence[Raw]) -> None:
        """Mask, insert and commit ``updates``; raises when the disk did not take them."""


class Channel(Protocol):
    """One account on one platform."""

    name: str
    account: str
    capabilities: Capabilities

    def envelope(self, raw: Raw) -> Envelope:
        """Name the update, its sender and chat. Never raises: an unreadable update still
        gets a stable key, so that it can be stored and looked at."""

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """A copy of ``raw`` with ``mask`` applied to every path of human text and platform
        names (first_name, username …) replaced by an empty string; ids untouched."""

    def read(self, raw: Raw) -> Inbound | None:
        """The stored update as a message; None when it is nothing we act on.
        Raises ValueError when it cannot be read."""

    async def send(self, chat: str, message: Outbound) -> Sent:
        """Send one message (already within ``max_units``). Raises a ``SendError``."""

    async def photo(self, reference: str) -> bytes:
        """The picture that ``Envelope.photo`` named. Raises ``Rejected`` when it is not to be had, any other
        ``SendError`` when it may be later."""

    def routes(self) -> Sequence[BaseRoute]:
        """HTTP routes this channel serves (webhook, web chat); may be empty."""

    async def run(self) -> None:
        """Receive until cancelled (polling); returns at once when updates come by HTTP."""

    async def close(self) -> None:
        """Release connections."""


NewId = Callable[[], str]
Alarm = Callable[[str, str], Awaitable[None]]
