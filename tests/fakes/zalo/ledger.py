"""What the fake saw: every call of the bot, every delivery, and what was refused or lost."""

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Json = dict[str, Any]

SENDING = ("sendMessage", "sendPhoto")


@dataclass(slots=True)
class Call:
    """One request of the bot. ``at`` is monotonic seconds, ``size`` the bytes of its body.

    ``code`` is the error code answered (200 for success, 0 when nothing was answered); ``done`` says
    whether the method took effect, which a lost answer hides from the bot.
    """

    method: str
    params: Mapping[str, Any]
    at: float
    size: int = 0
    code: int = 0
    done: bool = False

    @property
    def chat(self) -> str | None:
        """The chat it is about, if any."""
        chat = self.params.get("chat_id")
        return chat if isinstance(chat, str) else None

    @property
    def text(self) -> str:
        """The text or caption it carries."""
        return str(self.params.get("text") or self.params.get("caption") or "")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt to hand a message to the webhook; ``status`` 0 when no answer came."""

    message_id: str
    attempt: int
    status: int
    at: float
    size: int


@dataclass(slots=True)
class Ledger:
    """Everything in order of arrival.

    ``refused``: calls refused by the fake's own checks, not by a rule of the test. ``lost``: messages nobody
    was there to fetch, or whose deliveries all failed. ``taken``: messages the bot has. ``sent`` and
    ``received`` count against the month. ``styled``: calls that asked for markup.
    """

    calls: list[Call] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    taken: dict[str, float] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    refused: int = 0
    month_sent: int = 0
    month_received: int = 0
    styled: int = 0

    def of(self, method: str, chat: str | None = None) -> list[Call]:
        """The calls of one method, of one chat if given."""
        return [call for call in self.calls if call.method == method and chat in (None, call.chat)]

    def sent(self, chat: str | None = None) -> list[Call]:
        """Calls that put a message before a person, in order."""
        return [
            call for call in self.calls if call.method in SENDING and call.done and chat in (None, call.chat)
        ]

    @property
    def decomposed(self) -> list[str]:
        """Texts that were not in NFC."""
        return [call.text for call in self.calls if not unicodedata.is_normalized("NFC", call.text)]

    def to_json(self, since: int = 0) -> Json:
        """For the control API: calls and deliveries from index ``since`` on, counters whole."""
        whole = asdict(self)
        return whole | {"calls": whole["calls"][since:], "deliveries": whole["deliveries"][since:]}
