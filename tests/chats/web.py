"""A person in a browser: does what the page does, over HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from types import TracebackType
from typing import Any, Self

import httpx

from tests.chats.chat import seen

_RETRY = 0.05


@dataclass
class _Card:
    """A message on the page: its id through all edits, how it first came, and as it stands."""

    name: str
    first: str
    text: str
    buttons: dict[str, str]


class WebChat:
    """See ``Chat``. The page keeps what the person does and posts it, under the same key, until the
    server has taken it; it comes back to the stream by itself from the message it last saw."""

    def __init__(self, url: str) -> None:
        timeout = httpx.Timeout(5.0, read=30.0)
        self._http = httpx.AsyncClient(base_url=url, headers={"Origin": url}, timeout=timeout)
        self._cards: list[_Card] = []
        self._looks_at: _Card | None = None
        self._last = ""
        self._keys = count(1)
        self._taken: set[str] = set()
        self._following: asyncio.Task[None] | None = None
        self._chat = ""
        self._done = 0
        self.edits = 0

    async def opens(self, link: str = "") -> None:
        """Open the page, as somebody new or by an entering link."""
        answer = await self._tried("/enter", {"k": link}) if link else await self._tried("/session", None)
        opened = answer.json()
        self._chat = opened["chat"]
        self._http.headers["X-CSRF-Token"] = opened["csrf"]
        self._following = asyncio.create_task(self._follow())

    async def starts(self, code: str = "") -> None:
        """See ``Chat``."""
        await self._does(start=code)

    async def says(self, text: str) -> None:
        """See ``Chat``."""
        await self._does(text=text)

    async def taps(self, label: str) -> None:
        """See ``Chat``."""
        card = self._looks_at
        if card is None or label not in card.buttons:
            raise AssertionError(f"no button {label!r}; there are {list(card.buttons) if card else []}")
        await self._does(data=card.buttons[label], tapped=card.name)

    async def sees(self, fragment: str, within: float = 40.0) -> str:
        """See ``Chat``."""
        at = await seen(lambda: [card.text for card in self._cards], fragment, within)
        self._looks_at = self._cards[at]
        return self._looks_at.text

    @property
    def new(self) -> list[str]:
        """See ``Chat``."""
        return [card.first for card in self._cards]

    @property
    def done(self) -> int:
        """See ``Chat``."""
        return self._done

    @property
    def acknowledged(self) -> set[str]:
        """See ``Chat``: what was answered with 202."""
        return self._taken

    async def _does(self, **thing: str) -> None:
        key = f"page-key-{next(self._keys):04d}"
        self._done += 1
        await self._tried("/messages", {"key": key, **thing})
        self._taken.add(f"{self._chat}:{key}")

    async def _tried(self, path: str, body: dict[str, str] | None) -> httpx.Response:
        """Post until the server has taken it. Raises what it refuses for good."""
        while True:
            with suppress(httpx.TransportError):
                answer = await self._http.post(path, json=body)
                if answer.status_code not in (429, 503):
                    return answer.raise_for_status()
            await asyncio.sleep(_RETRY)

    async def _follow(self) -> None:
        while True:
            with suppress(httpx.HTTPError):
                await self._listen()
            await asyncio.sleep(_RETRY)

    async def _listen(self) -> None:
        async with self._http.stream("GET", "/events", headers={"Last-Event-ID": self._last}) as answer:
            answer.raise_for_status()
            event: dict[str, str] = {}
            async for line in answer.aiter_lines():
                name, _, value = line.partition(": ")
                if line:
                    event[name] = value
                    continue
                if event.get("event") == "message":
                    self._last = event["id"]
                    self._put(json.loads(event["data"]))
                event = {}

    def _put(self, message: dict[str, Any]) -> None:
        buttons = {one["label"]: one["value"] for row in message["choices"] for one in row}
        replaced = next((card for card in self._cards if card.name == message.get("replaces")), None)
        if replaced is None:
            name = str(message.get("replaces") or message["id"])
            self._cards.append(_Card(name, message["text"], message["text"], buttons))
        else:
            replaced.text, replaced.buttons = message["text"], buttons
            self.edits += 1

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError):
                await self._following
        await self._http.aclose()


@asynccontextmanager
async def browser(url: str, link: str = "") -> AsyncIterator[WebChat]:
    """An open page."""
    async with WebChat(url) as chat:
        await chat.opens(link)
        yield chat
