"""The people on the other side: they write, send pictures, voices, stickers and links."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.zalo.shown import Shown

if TYPE_CHECKING:
    from tests.fakes.zalo.account import Account

Json = dict[str, Any]


@dataclass(slots=True)
class Person:
    """One person with a private chat of the same id. Every action returns the message's id ("" when the
    platform did not let the person in)."""

    account: "Account"
    person_id: str
    name: str = "Minh"
    _heard: int = 0

    def sends(self, event: str, *, group: str = "", **content: Any) -> str:
        """Send a message with any content fields."""
        chat = {"id": group or self.person_id, "chat_type": "GROUP" if group else "PRIVATE"}
        message: Json = {
            "message_id": self.account.next_id(),
            "date": self.account.date(),
            "from": {"id": self.person_id, "display_name": self.name, "is_bot": False},
            "chat": chat,
            **content,
        }
        return self.account.push({"event_name": f"message.{event}.received", "message": message})

    def says(self, text: str, *, group: str = "") -> str:
        """Send a text; one with a link in it loses all its content on the way."""
        if "http://" in text or "https://" in text:
            return self.sends("unsupported", group=group)
        return self.sends("text", group=group, text=text)

    def starts(self, code: str = "") -> str:
        """Say hello with a join code: Zalo has no link that carries one."""
        return self.says(f"/start {code}".strip())

    def chooses(self, label: str) -> str:
        """Answer the newest message that lists ``label`` by its number, or in its words."""
        for shown in reversed(self.shown()):
            if label in shown.choices:
                return self.says(shown.typed(label))
        return self.says(label)

    def sends_photo(self, caption: str = "", *, old_field: bool = False) -> str:
        """Send a picture; the documents name the field ``photo``, the platform ``photo_url``."""
        address = "https://photo-stal-1.zdn.vn/jpg/0912345678/anh.jpg"
        field = {"photo": address} if old_field else {"photo_url": address, "message_type": "CHAT_PHOTO"}
        return self.sends("image", **field, **({"caption": caption} if caption else {}))

    def sends_voice(self) -> str:
        """Send a voice message."""
        return self.sends(
            "voice", voice_url="https://f2-voice-aac-dl.zdn.vn/a.aac", message_type="CHAT_VOICE"
        )

    def sends_sticker(self) -> str:
        """Send a sticker."""
        return self.sends("sticker", sticker="46130", url="https://zalo-api.zadn.vn/s.png")

    def sends_link(self) -> str:
        """Send a link, a file, a place or a card: all of them arrive without content."""
        return self.sends("unsupported")

    def shown(self) -> list[Shown]:
        """The bot's messages, oldest first."""
        return self.account.shown(self.person_id)

    def last(self) -> Shown:
        """The newest message of the bot. Raises AssertionError when there is none."""
        shown = self.shown()
        if not shown:
            raise AssertionError(f"the bot has not written to {self.person_id}")
        return shown[-1]

    async def hears(self, within: float = 5.0) -> Shown:
        """The next message of the bot not returned by ``hears`` before; waits for it.

        Raises:
            AssertionError: nothing came ``within`` so many seconds.
        """
        try:
            async with asyncio.timeout(within):
                while len(self.shown()) <= self._heard:
                    await self.account.something_happens()
        except TimeoutError:
            raise AssertionError(f"the bot said nothing to {self.person_id} in {within} s") from None
        self._heard += 1
        return self.shown()[self._heard - 1]
