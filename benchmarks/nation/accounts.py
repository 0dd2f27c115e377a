"""The platforms of the simulation: each account with its real rate, every message counted."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from starlette.routing import BaseRoute

from bot.channel import Capabilities, Envelope, Raw, Rejected, Sent
from handlers.messages import Inbound, Kind, Lane, Outbound

TELEGRAM = Capabilities(
    buttons=True,
    edits=True,
    photos=True,
    files=True,
    max_units=4096,
    per_second=25,
    chat_spacing=timedelta(seconds=1),
)
WEB = Capabilities(
    buttons=True,
    edits=True,
    photos=True,
    files=True,
    max_units=4000,
    per_second=1000,
    chat_spacing=timedelta(0),
)


@dataclass(slots=True)
class Heard:
    """What left, and how long people waited for their answers."""

    said_at: dict[str, datetime] = field(default_factory=dict)
    waits: list[tuple[datetime, float]] = field(default_factory=list)
    messages: Counter[tuple[str, str]] = field(default_factory=Counter)
    last: dict[str, datetime] = field(default_factory=dict)


class Account:
    """One account of one platform; sending takes no time of its own."""

    def __init__(self, name: str, account: str, heard: Heard, now: Callable[[], datetime]) -> None:
        self.name = name
        self.account = account
        self.capabilities = WEB if name == "web" else TELEGRAM
        self._heard = heard
        self._now = now

    def envelope(self, raw: Raw) -> Envelope:
        """See ``Channel``."""
        return Envelope(raw["key"], raw["who"], raw["who"], said=raw["text"])

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel``."""
        return {**raw, "text": mask(raw["text"])}

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel``."""
        return Inbound(
            channel=self.name,
            account=self.account,
            chat=raw["who"],
            sender=raw["who"],
            update_key=raw["key"],
            kind=Kind.TEXT,
            text=raw["text"],
        )

    async def photo(self, reference: str) -> bytes:
        """Nobody sends pictures on such a day."""
        raise Rejected("no pictures here")

    async def send(self, chat: str, message: Outbound) -> Sent:
        """Count the message; an answer ends the wait of its person."""
        now, heard = self._now(), self._heard
        heard.messages[self.name, self.account] += 1
        heard.last[message.lane.name] = now
        if message.lane is Lane.REPLY and chat in heard.said_at:
            said = heard.said_at.pop(chat)
            heard.waits.append((said, (now - said).total_seconds()))
        return Sent("m")

    def routes(self) -> Sequence[BaseRoute]:
        """See ``Channel``."""
        return ()

    async def run(self) -> None:
        """See ``Channel``."""

    async def close(self) -> None:
        """See ``Channel``."""
