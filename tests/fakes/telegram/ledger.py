"""What the fake saw: every call of the bot, every webhook attempt, and what was refused."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Json = dict[str, Any]

SENDING = ("sendMessage", "sendPhoto", "sendDocument")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Call:
    """One request of the bot. ``at`` is monotonic seconds.

    ``status`` is what was answered (0 when nothing was: hang, reset or cut); ``done`` says
    whether the method took effect, which a cut answer hides from the bot.
    """

    method: str
    params: Mapping[str, Any]
    files: Mapping[str, Upload]
    at: float
    status: int = 0
    done: bool = False
    result: Any = None
    refusal: str = ""

    @property
    def chat(self) -> int | None:
        """The chat it is about, if any."""
        chat = self.params.get("chat_id")
        return chat if isinstance(chat, int) else None

    def to_json(self) -> Json:
        """For the control API; files are named, not carried."""
        files = {part: [upload.name, upload.mime, len(upload.content)] for part, upload in self.files.items()}
        return {
            "method": self.method,
            "params": dict(self.params),
            "files": files,
            "at": self.at,
            "status": self.status,
            "done": self.done,
            "result": self.result,
            "refusal": self.refusal,
        }


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt to hand an update to the webhook; ``status`` 0 when no answer came."""

    update_id: int
    line: str
    attempt: int
    status: int
    at: float
    body_size: int


@dataclass(slots=True)
class Ledger:
    """Everything in order of arrival.

    ``refused``: calls refused by Telegram's own checks, not by a rule of the test.
    ``too_soon``: calls made inside a ``retry_after``. ``conflicts``: 409s given.
    ``hook_method_reply``: webhook answers that Telegram would have run as a call.
    ``parse_modes``: calls that asked for Markdown or HTML. ``dropped``: updates that expired
    or were too large. ``confirmed``: when each update was taken off the queue.
    """

    calls: list[Call] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    confirmed: dict[int, float] = field(default_factory=dict)
    dropped: list[int] = field(default_factory=list)
    refused: int = 0
    too_soon: int = 0
    conflicts: int = 0
    hook_method_reply: int = 0
    parse_modes: int = 0

    def of(self, method: str, chat: int | None = None) -> list[Call]:
        """The calls of one method, of one chat if given."""
        return [call for call in self.calls if call.method == method and chat in (None, call.chat)]

    def sent(self, chat: int | None = None) -> list[Call]:
        """Calls that put a new message before a person, in order."""
        return [
            call for call in self.calls if call.method in SENDING and call.done and chat in (None, call.chat)
        ]

    def to_json(self, since: int = 0) -> Json:
        """For the control API: calls and deliveries from index ``since`` on, counters whole."""
        return {
            "calls": [call.to_json() for call in self.calls[since:]],
            "deliveries": [asdict(delivery) for delivery in self.deliveries[since:]],
            "confirmed": {str(update_id): at for update_id, at in self.confirmed.items()},
            "dropped": self.dropped,
            "refused": self.refused,
            "too_soon": self.too_soon,
            "conflicts": self.conflicts,
            "hook_method_reply": self.hook_method_reply,
            "parse_modes": self.parse_modes,
        }
