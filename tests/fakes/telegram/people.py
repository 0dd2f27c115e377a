"""The people on the other side: they write, tap, send places and pictures, block and come back."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram import payloads
from tests.fakes.telegram.queue import MESSAGE_LIFE, TAP_LIFE
from tests.fakes.telegram.shown import Shown

if TYPE_CHECKING:
    from tests.fakes.telegram.account import Account

Json = dict[str, Any]


@dataclass(slots=True)
class Group:
    """A group chat; ``migrated_to`` is set when it has become a supergroup."""

    account: "Account"
    group_id: int
    title: str
    migrated_to: int | None = None

    @property
    def chat(self) -> Json:
        """As it stands in an update."""
        kind = "supergroup" if str(self.group_id).startswith("-100") else "group"
        return {"id": self.group_id, "title": self.title, "type": kind}

    def migrates(self, new_id: int) -> "Group":
        """Become a supergroup: sending to the old id now names the new one."""
        self.migrated_to = new_id
        return self.account.group(new_id, self.title)

    def shown(self) -> list[Shown]:
        """The bot's messages here, oldest first."""
        return self.account.shown(self.group_id)


@dataclass(slots=True)
class Person:
    """One person with a private chat of the same id. Every action returns the update's id
    (0 when the update was too large or its kind is not among the bot's ``allowed_updates``)."""

    account: "Account"
    person_id: int
    first_name: str = "Minh"
    last_name: str = ""
    username: str = ""
    language: str = "vi"
    blocked: bool = False
    deactivated: bool = False
    notices: list[str] = field(default_factory=list)
    _heard: int = 0

    @property
    def sender(self) -> Json:
        """As ``from`` of an update."""
        user: Json = {"id": self.person_id, "is_bot": False, "first_name": self.first_name}
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        return user | {name: value for name, value in optional.items() if value}

    @property
    def chat(self) -> Json:
        """The private chat as it stands in an update."""
        chat: Json = {"id": self.person_id, "first_name": self.first_name, "type": "private"}
        optional = {"last_name": self.last_name, "username": self.username}
        return chat | {name: value for name, value in optional.items() if value}

    def sends(self, *, group: Group | None = None, life: float = MESSAGE_LIFE, **content: Any) -> int:
        """Send a message with any content fields of the Bot API."""
        chat = group.chat if group else self.chat
        body = payloads.message(
            self.account.next_message_id(), self.sender, chat, self.account.date(), **content
        )
        return self.account.push({"message": body}, line=f"chat {chat['id']}", life=life)

    def says(self, text: str, *, group: Group | None = None, reply_to: Shown | None = None) -> int:
        """Send a text, in a group if given, as a reply if given."""
        extra: Json = {}
        if reply_to:
            chat = group.chat if group else self.chat
            extra["reply_to_message"] = payloads.bots_message(reply_to, self.account.bot, chat)
        return self.sends(group=group, text=text, **extra)

    def starts(self, payload: str = "") -> int:
        """Press START, with the payload of a deep link if there is one."""
        return self.says(f"/start {payload}".strip())

    def forwards(self, text: str) -> int:
        """Send on something another person wrote."""
        origin = {"type": "hidden_user", "sender_user_name": "Người khác", "date": self.account.date() - 60}
        return self.sends(text=text, forward_origin=origin)

    def sends_place(self, latitude: float, longitude: float, accuracy: float = 0.0) -> int:
        """Send a position."""
        place: Json = {"latitude": latitude, "longitude": longitude}
        if accuracy:
            place["horizontal_accuracy"] = accuracy
        return self.sends(location=place)

    def sends_photo(self, caption: str = "") -> int:
        """Send a picture."""
        extra: Json = {"caption": caption} if caption else {}
        return self.sends(photo=payloads.photo_sizes(f"p{self.person_id}"), **extra)

    def sends_voice(self) -> int:
        """Send a voice message of three seconds."""
        return self.sends(voice={"file_id": "v", "file_unique_id": "uv", "duration": 3})

    def sends_sticker(self) -> int:
        """Send a sticker."""
        sizes = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self.sends(sticker={"file_id": "s", "file_unique_id": "us", "type": "regular", **sizes})

    def sends_file(self, name: str) -> int:
        """Send a document."""
        return self.sends(document={"file_id": "d", "file_unique_id": "ud", "file_name": name})

    def sends_contact(self, phone: str, user_id: int | None = None) -> int:
        """Send a card; ``user_id`` is the account it belongs to, if any."""
        card: Json = {"phone_number": phone, "first_name": self.first_name}
        return self.sends(contact=card | ({"user_id": user_id} if user_id else {}))

    def edits(self, message_id: int, text: str) -> int:
        """Change an own message."""
        now = self.account.date()
        body = payloads.message(message_id, self.sender, self.chat, now, text=text, edit_date=now)
        return self.account.push({"edited_message": body}, line=f"chat {self.person_id}", life=MESSAGE_LIFE)

    def taps(self, choice: str, *, on: Shown | None = None, forged: bool = False) -> int:
        """Press the button with that label or data, on the newest message with buttons or ``on``.

        ``forged`` sends ``choice`` as data that stands under no button.
        """
        shown = on or self.account.newest_with_buttons(self.person_id)
        data = choice if forged else shown.data(choice)
        chat = self.account.chat(shown.chat)
        body = {
            "id": self.account.next_tap(self),
            "from": self.sender,
            "message": payloads.bots_message(shown, self.account.bot, chat),
            "chat_instance": f"{self.person_id}",
            "data": data,
        }
        return self.account.push({"callback_query": body}, line=f"tap {self.person_id}", life=TAP_LIFE)

    def blocks(self) -> int:
        """Block the bot."""
        self.blocked = True
        return self._changes("member", "kicked")

    def returns(self) -> int:
        """Unblock the bot."""
        self.blocked = False
        return self._changes("kicked", "member")

    def _changes(self, *statuses: str) -> int:
        account = self.account
        body = payloads.member_change(self.chat, self.sender, account.bot, account.date(), statuses)
        return account.push({"my_chat_member": body}, line=f"member {self.person_id}", life=MESSAGE_LIFE)

    def shown(self) -> list[Shown]:
        """The bot's messages in the private chat, oldest first."""
        return self.account.shown(self.person_id)

    def last(self) -> Shown:
        """The newest message of the bot.

        Raises:
            AssertionError: there is none.
        """
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
