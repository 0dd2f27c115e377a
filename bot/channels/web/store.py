"""What the web chat needs kept; ``storage/web_chats.py`` keeps it, tests may hold it in memory."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from storage.records.web_chat import WebHome, WebMessage, WebSession


class WebStore(Protocol):
    """Sessions, links that enter, and the bot's messages. Every method may raise ``StorageError``."""

    async def open_session(self, session: WebSession) -> None:
        """Keep a new session."""

    async def session(self, token_hash: str) -> WebSession | None:
        """The session of a cookie, expired or not; None when there is none."""

    async def extend(self, token_hash: str, seen_at: datetime, expires_at: datetime) -> None:
        """Note that the session is in use."""

    async def end_session(self, token_hash: str) -> None:
        """Sign one browser out."""

    async def end_chat(self, chat: str) -> None:
        """Sign every browser of a chat out."""

    async def redeem(self, link_hash: str, session: WebSession) -> bool:
        """Use up one entry of an enter-link, open ``session`` and make its chat a contact of the
        link's person, all or nothing. False when the link is unknown, expired or used up."""

    async def add_message(self, message: WebMessage, *, replaces: str) -> WebMessage | None:
        """Append a message, or put it in the place of the card ``replaces`` when the chat has it.

        The id is moved forward where it would not be the chat's greatest (a clock stepped back).
        None when no live session (at ``message.at``) can read the chat any more.
        """

    async def message(self, chat: str, message_id: str) -> WebMessage | None:
        """One message of a chat."""

    async def messages_after(self, chat: str, after: str, limit: int) -> Sequence[WebMessage]:
        """The oldest ``limit`` messages later than the id ``after``, oldest first."""

    async def latest_messages(self, chat: str, limit: int) -> Sequence[WebMessage]:
        """The newest ``limit`` messages, oldest first."""

    async def home(self, chat: str) -> WebHome:
        """Where the chat's person belongs; nowhere while unknown."""
