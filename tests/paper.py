"""A platform on paper, with buttons or without."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from starlette.routing import BaseRoute

from bot.channel import Capabilities, Envelope, Raw, SendError, Sent
from bot.drawing import drawn, units
from handlers.messages import Inbound, Kind, Outbound
from tests.pictures import picture

PLENTY = Capabilities(
    buttons=True,
    edits=True,
    photos=True,
    files=True,
    max_units=4096,
    per_second=10_000,
    chat_spacing=timedelta(0),
    place_path=("place",),
)
BUTTONLESS = replace(PLENTY, buttons=False, edits=False, max_units=4000)
SCARCE = Capabilities(
    buttons=False,
    edits=False,
    photos=False,
    files=False,
    max_units=1800,
    per_second=10_000,
    chat_spacing=timedelta(0),
    plenty=False,
)


@dataclass
class PaperChannel:
    """A platform on paper: chats are nicknames, messages are kept in order, as they were meant;
    how they are drawn under its capabilities is checked on the way."""

    capabilities: Capabilities
    name: str = "paper"
    account: str = "desk"
    sent: list[tuple[str, Outbound]] = field(default_factory=list)
    failing: Callable[[str, Outbound], SendError | None] = lambda chat, message: None

    def envelope(self, raw: Raw) -> Envelope:
        """See ``Channel``."""
        return Envelope(raw["key"], raw["who"], raw["who"], raw.get("photo", ""), raw.get("text", ""))

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel``."""
        kept = {name: part for name, part in raw.items() if name != "photo"}
        return {**kept, "text": mask(raw.get("text", ""))}

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel``; the text "raise" is a message that breaks the program."""
        if raw.get("text") == "raise":
            raise RuntimeError("a poisoned update")
        return Inbound(
            channel=self.name,
            account=self.account,
            chat=raw["who"],
            sender=raw["who"],
            update_key=raw["key"],
            kind=Kind(raw.get("kind", "text")),
            text=raw.get("text", ""),
            data=raw.get("data", ""),
            private=raw.get("private", True),
            addressed=raw.get("addressed", True),
            forwarded=raw.get("forwarded", False),
            tapped=raw.get("tapped", ""),
            callback=raw.get("callback", ""),
            sealed_place=raw["place"]["sealed"] if "place" in raw else "",
        )

    async def photo(self, reference: str) -> bytes:
        """See ``Channel``; the references are those of ``tests.pictures``."""
        return picture(reference)

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel``."""
        error = self.failing(chat, message)
        if error is not None:
            raise error
        for part in drawn(message, self.capabilities):
            assert units(part.text) <= self.capabilities.max_units
            if not self.capabilities.buttons:
                assert not part.choices
        self.sent.append((chat, message))
        return Sent(f"m{len(self.sent)}")

    def routes(self) -> Sequence[BaseRoute]:
        """See ``Channel``."""
        return ()

    async def run(self) -> None:
        """See ``Channel``."""

    async def close(self) -> None:
        """See ``Channel``."""


class Meant(PaperChannel):
    """The same paper for a sender that draws nothing itself."""

    def __init__(self, paper: PaperChannel) -> None:
        super().__init__(replace(PLENTY, plenty=paper.capabilities.plenty), sent=paper.sent)
        self.paper = paper

    async def send(self, chat: str, message: Outbound) -> Sent:
        """As it was meant."""
        return await self.paper.send(chat, message)
