"""The web chat as a channel: what the page posts comes in, what the bot says is kept and streamed."""

import secrets
from base64 import b64decode
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from starlette.routing import BaseRoute

from bot.channel import Capabilities, Envelope, Intake, NetworkDown, NewId, Raw, Rejected, Sent, Unreachable
from bot.channels.web import updates
from bot.channels.web.pace import Pace
from bot.channels.web.page import Pages
from bot.channels.web.posted import MAX_TEXT
from bot.channels.web.routes import Endpoints
from bot.channels.web.sessions import Lifetimes, Sessions
from bot.channels.web.store import WebStore
from bot.channels.web.stream import Streams
from bot.channels.web.wire import body_of
from handlers.messages import Inbound, Outbound
from locales import Words
from storage.database import StorageError
from storage.records.web_chat import WebMessage

NEWCOMERS = 120
"""New browsers of one address in ten minutes: a school joins together, and a mobile network shares one."""


class WebChannel:
    """One deployment's web chat.

    ``new_id`` gives ids that grow (UUIDv7); ``new_token`` unguessable ones. ``secure`` says that
    browsers reach us over TLS. ``beat`` is the longest silence of a stream. ``announce`` tells every
    process, this one too, that a chat has something new; each then calls ``wake``.
    """

    name = updates.NAME
    account = updates.ACCOUNT
    capabilities = Capabilities(
        buttons=True,
        edits=True,
        photos=True,
        files=True,
        max_units=MAX_TEXT,
        per_second=1000,
        chat_spacing=timedelta(),
        place_path=("place",),
    )

    def __init__(
        self,
        *,
        intake: Intake,
        store: WebStore,
        new_id: NewId,
        now: Callable[[], datetime],
        words: Words,
        secure: bool,
        new_token: Callable[[], str] = secrets.token_urlsafe,
        beat: timedelta = timedelta(seconds=15),
        announce: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        self._intake = intake
        self._store = store
        self._new_id = new_id
        self._now = now
        self._streams = Streams(store, beat)
        self._announce = announce
        self._endpoints = Endpoints(
            store=store,
            take=self._take,
            sessions=Sessions(
                store, new_id=new_id, new_token=new_token, now=now, secure=secure, lifetimes=Lifetimes()
            ),
            streams=self._streams,
            pages=Pages(words),
            words=words,
            messages_pace=Pace(now, times=30, within=timedelta(seconds=10)),
            sessions_pace=Pace(now, times=300, within=timedelta(seconds=10)),
            newcomers_pace=Pace(now, times=NEWCOMERS, within=timedelta(minutes=10)),
            new_id=new_id,
            now=now,
            secure=secure,
        )

    def envelope(self, raw: Raw) -> Envelope:
        """See ``Channel.envelope``."""
        return updates.envelope(raw)

    def masked(self, raw: Raw, mask: Callable[[str], str]) -> Raw:
        """See ``Channel.masked``."""
        return updates.masked(raw, mask)

    def read(self, raw: Raw) -> Inbound:
        """See ``Channel.read``."""
        return updates.read(raw)

    async def send(self, chat: str, message: Outbound) -> Sent:
        """Keep the message and wake the chat's pages; the id returned is the same through all edits.

        Raises ``Unreachable`` when no browser is signed in to the chat any more, ``NetworkDown`` when
        the disk did not take the message.
        """
        if message.callback:
            if message.text:
                self._streams.notice(chat, message.text)
            return Sent("")
        fresh = WebMessage(chat=chat, id=self._new_id(), body=body_of(message), at=self._now())
        try:
            kept = await self._store.add_message(fresh, replaces=message.edits)
        except StorageError as error:
            raise NetworkDown("the web chat's store did not take the message") from error
        if kept is None:
            raise Unreachable("no browser is signed in to this chat any more")
        if self._announce is None:
            self._streams.ring(chat)
        else:
            await self._announce(chat)
        return Sent(kept.card)

    async def photo(self, reference: str) -> bytes:
        """See ``Channel.photo``: the page posts the picture itself."""
        try:
            return b64decode(reference, validate=True)
        except ValueError as error:
            raise Rejected("what the page posted is no picture") from error

    def routes(self) -> Sequence[BaseRoute]:
        """See ``Channel.routes``."""
        return self._endpoints.routes()

    def wake(self, chat: str) -> None:
        """Tell the chat's pages (all pages, when ``chat`` is empty) that another process may have stored a
        message for them."""
        if chat:
            self._streams.ring(chat)
        else:
            self._streams.ring_all()

    async def sign_out(self, chat: str) -> None:
        """End every session of ``chat`` and close its pages, for someone who left."""
        await self._store.end_chat(chat)
        self._streams.end(chat)

    async def run(self) -> None:
        """Nothing to poll: messages come by HTTP."""

    async def close(self) -> None:
        """Close every open page's stream."""
        self._streams.end_all()

    async def _take(self, raw: Raw) -> None:
        await self._intake.store(self, [raw])
