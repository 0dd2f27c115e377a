"""What the bot says, streamed to the open pages of a chat as server-sent events.

The stream reads the store, never a memory of its own: what a page missed is sent in order from
the id it last saw, and a second process that stored a message is noticed at the next heartbeat.
"""

import asyncio
import json
import logging
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from sse_starlette import ServerSentEvent

from bot.channels.web.store import WebStore
from bot.channels.web.wire import event_of
from storage.database import StorageError
from storage.records.web_chat import WebMessage

HISTORY = 200
PAGE = 100
PAGES_OF_A_CHAT = 3

# The library writes every chunk it sends at DEBUG, and chunks are what people read.
logging.getLogger("sse_starlette").setLevel(logging.WARNING)


class _Bell:
    """One open page: rung when its chat has something new."""

    def __init__(self) -> None:
        self.rung = asyncio.Event()
        self.notices: deque[str] = deque(maxlen=10)
        self.closed = False
        self.crowded = False

    def ring(self) -> None:
        self.rung.set()

    def close(self, *, crowded: bool = False) -> None:
        self.crowded = crowded
        self.closed = True
        self.rung.set()

    async def wait(self, seconds: float) -> bool:
        """True when rung within ``seconds``."""
        try:
            async with asyncio.timeout(seconds):
                await self.rung.wait()
        except TimeoutError:
            return False
        self.rung.clear()
        return True


class Streams:
    """The open pages of all chats. ``beat`` is the time between two signs of life."""

    def __init__(self, store: WebStore, beat: timedelta) -> None:
        self._store = store
        self._beat = beat.total_seconds()
        self._bells: dict[str, list[_Bell]] = {}

    def ring(self, chat: str) -> None:
        """Say that ``chat`` has a new message in the store."""
        for bell in self._bells.get(chat, ()):
            bell.ring()

    def ring_all(self) -> None:
        """Say that any chat may have a new message in the store."""
        for chat in list(self._bells):
            self.ring(chat)

    def notice(self, chat: str, text: str) -> None:
        """Show ``text`` for a moment on the open pages; nobody keeps it."""
        for bell in self._bells.get(chat, ()):
            bell.notices.append(text)
            bell.ring()

    def end(self, chat: str) -> None:
        """Close every page of ``chat``."""
        for bell in self._bells.get(chat, ()):
            bell.close()

    def end_all(self) -> None:
        """Close every page."""
        for chat in list(self._bells):
            self.end(chat)

    async def follow(
        self, chat: str, after: str, alive: Callable[[], Awaitable[bool]]
    ) -> AsyncGenerator[ServerSentEvent, None]:
        """What ``chat`` missed since ``after`` (its newest messages when empty), ``ready``, then all
        that comes, with a ``beat`` in every silence; ends when the session is not ``alive``, and with
        ``crowded`` when the chat is open on too many pages: the page then waits to be looked at."""
        with self._listening(chat) as bell:
            try:
                async for event in self._events(bell, chat, after, alive):
                    yield event
            except StorageError:
                return  # the page comes back by itself, and the storage's own log names the cause

    async def _events(
        self, bell: _Bell, chat: str, after: str, alive: Callable[[], Awaitable[bool]]
    ) -> AsyncIterator[ServerSentEvent]:
        missed = await self._missed(chat, after)
        ready = False
        while not bell.closed:
            for message in missed:
                after = message.id
                yield ServerSentEvent(event_of(message), event="message", id=message.id)
            while bell.notices:
                yield ServerSentEvent(json.dumps({"text": bell.notices.popleft()}), event="notice")
            if not missed:
                if not ready:
                    ready = True
                    yield ServerSentEvent("{}", event="ready")
                if not await bell.wait(self._beat):
                    yield ServerSentEvent("{}", event="beat")
                    if not await alive():
                        return
            missed = await self._store.messages_after(chat, after, PAGE)
        if bell.crowded:
            yield ServerSentEvent("{}", event="crowded")

    async def _missed(self, chat: str, after: str) -> Sequence[WebMessage]:
        if after:
            return await self._store.messages_after(chat, after, PAGE)
        return await self._store.latest_messages(chat, HISTORY)

    @contextmanager
    def _listening(self, chat: str) -> Iterator[_Bell]:
        bell = _Bell()
        bells = self._bells.setdefault(chat, [])
        bells.append(bell)
        for oldest in bells[:-PAGES_OF_A_CHAT]:
            oldest.close(crowded=True)
        try:
            yield bell
        finally:
            bells.remove(bell)
            if not bells:
                self._bells.pop(chat, None)
