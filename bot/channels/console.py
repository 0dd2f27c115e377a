"""The terminal as a channel: one chat, one person, lines in and lines out."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from starlette.routing import BaseRoute

from bot.channel import Capabilities, Envelope, Intake, NewId, Raw, Sent
from handlers.messages import Inbound, Kind, Outbound

CHAT = "terminal"


class ConsoleChannel:
    """See the module. ``shown`` is called with each message for the person."""

    name = "console"
    account = "local"
    capabilities = Capabilities(
        buttons=False,
        edits=False,
        photos=False,
        files=False,
        max_units=4000,
        per_second=1000,
        chat_spacing=timedelta(0),
    )

    def __init__(self, intake: Intake, new_id: NewId, shown: Callable[[Outbound], None]) -> None:
        self._intake = intake
        self._new_id = new_id
        self._shown = shown

    async def type(self, line: str) -> None:
        """The person types ``line``; returns when it is on disk."""
        await self._intake.store(self, [{"key": self._new_id(), "text": line}])

    def envelope(self, raw: Raw) -> Envelope:
        """See ``Channel.envelope``."""
        return Envelope(str(raw.get("key", "")), CHAT, CHAT)

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel.masked``."""
        return {**raw, "text": mask(str(raw.get("text", "")))}

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel.read``: "/start CODE" is a start, everything else a text."""
        text = str(raw["text"])
        head, _, code = text.partition(" ")
        start = head == "/start"
        return Inbound(
            channel=self.name,
            account=self.account,
            chat=CHAT,
            sender=CHAT,
            update_key=str(raw["key"]),
            kind=Kind.START if start else Kind.TEXT,
            text=text,
            data=code.strip() if start else "",
        )

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel.send``."""
        if not message.callback:
            self._shown(message)
        return Sent(self._new_id())

    def routes(self) -> Sequence[BaseRoute]:
        """See ``Channel.routes``."""
        return ()

    async def run(self) -> None:
        """Nothing to poll: lines are typed in."""

    async def close(self) -> None:
        """Nothing to release."""
