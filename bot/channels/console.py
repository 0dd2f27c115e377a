"""The terminal as a channel: one chat, one person, lines in and lines out."""

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import timedelta

from starlette.routing import BaseRoute

from bot.channel import Capabilities, Envelope, Intake, NewId, Raw, Rejected, Sent, Unreachable
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
        key, text = raw.get("key"), raw.get("text")
        if isinstance(key, str) and key:
            return Envelope(key, CHAT, CHAT, said=text if isinstance(text, str) else "")
        written = json.dumps(raw, sort_keys=True, default=repr)
        return Envelope(f"unreadable:{hashlib.sha256(written.encode()).hexdigest()}", CHAT, CHAT)

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel.masked``."""
        text = raw.get("text")
        return {**raw, "text": mask(text)} if isinstance(text, str) else dict(raw)

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel.read``: "/start CODE" is a start, everything else a text."""
        key, text = raw.get("key"), raw.get("text")
        if not isinstance(key, str) or not isinstance(text, str):
            raise ValueError("a line of the terminal has a key and a text; this update has not")
        head, _, code = text.partition(" ")
        start = head == "/start"
        return Inbound(
            channel=self.name,
            account=self.account,
            chat=CHAT,
            sender=CHAT,
            update_key=key,
            kind=Kind.START if start else Kind.TEXT,
            text=text,
            data=code.strip() if start else "",
        )

    async def photo(self, reference: str) -> bytes:
        """See ``Channel``: nothing but text comes from a terminal."""
        raise Rejected("a terminal sends no pictures")

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel.send``. Raises ``Unreachable`` when nobody reads what is printed any more."""
        if message.callback:
            return Sent("")
        try:
            self._shown(message)
        except OSError as error:
            raise Unreachable("the terminal is closed") from error
        return Sent(self._new_id())

    def routes(self) -> Sequence[BaseRoute]:
        """See ``Channel.routes``."""
        return ()

    async def run(self) -> None:
        """Nothing to poll: lines are typed in."""

    async def close(self) -> None:
        """Nothing to release."""
