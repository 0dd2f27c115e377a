"""What a person sees in the chat: the bot's messages and their buttons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.ledger import Upload


@dataclass(slots=True)
class Shown:
    """One message of the bot as it stands now.

    ``buttons`` are rows of (label, data); ``keys`` the rows of a reply keyboard's labels.
    ``edits`` counts changes in place; ``at`` is monotonic seconds of the sending.
    """

    chat: int
    message_id: int
    text: str
    at: float
    date: int
    markup: Mapping[str, Any] = field(default_factory=dict)
    photo: Upload | None = None
    document: Upload | None = None
    edits: int = 0
    deleted: bool = False

    @property
    def buttons(self) -> list[list[tuple[str, str]]]:
        """Rows of (label, data) under the message."""
        rows = self.markup.get("inline_keyboard", [])
        return [[(button["text"], button.get("callback_data", "")) for button in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """The labels under the message, row after row."""
        return [label for row in self.buttons for label, _ in row]

    @property
    def keys(self) -> list[list[str]]:
        """Rows of labels of the reply keyboard that came with it."""
        rows = self.markup.get("keyboard", [])
        return [[key if isinstance(key, str) else key["text"] for key in row] for row in rows]

    def data(self, choice: str) -> str:
        """The data behind the button whose label or data is ``choice``.

        Raises:
            AssertionError: there is no such button; says which there are.
        """
        for label, data in (button for row in self.buttons for button in row):
            if choice in (label, data):
                return data
        raise AssertionError(f"no button {choice!r} under message {self.message_id}; there are {self.labels}")

    def to_json(self) -> dict[str, Any]:
        """For the control API."""
        return {
            "chat": self.chat,
            "message_id": self.message_id,
            "text": self.text,
            "at": self.at,
            "buttons": self.buttons,
            "keys": self.keys,
            "photo": len(self.photo.content) if self.photo else 0,
            "document": self.document.name if self.document else "",
            "edits": self.edits,
            "deleted": self.deleted,
        }
