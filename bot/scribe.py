"""Writes the files of messages that leave: one at a time, page by page, in a folder that goes with it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from bot.channel import Capabilities
from handlers.export import Readable, export, write
from handlers.messages import File, Outbound, Paper
from locales import Words

log = structlog.get_logger()

LARGEST = 20 * 1024 * 1024
"""Bytes: what every platform takes, and a phone too."""
Publish = Callable[[File], Awaitable[str]]
"""Makes a file fetchable for a while; its address."""


class Scribe:
    """``publish`` hands files over where a channel takes none; without it people are told to open the web."""

    def __init__(self, source: Readable, words: Words, publish: Publish | None = None) -> None:
        self._source = source
        self._words = words
        self._publish = publish
        self._one = asyncio.Lock()

    async def filed(self, message: Outbound, able: Capabilities) -> Outbound:
        """``message`` with its paper written: as a file, as a link, or as words that say why not."""
        if message.paper is None:
            return message
        try:
            file = await self._file(message.paper)
            if file is None:
                return self._said(message, self._words("file-too-large"))
            if able.files:
                return replace(message, paper=None, file=file)
            if self._publish is None:
                return self._said(message, self._words("file-elsewhere"))
            return self._said(message, self._words("file-link", link=await self._publish(file)))
        except Exception as error:  # a file that fails must not cost the message
            log.error("a file could not be written", export=message.paper.export, exc_info=error)
            return self._said(message, self._words("file-failed"))

    async def _file(self, paper: Paper) -> File | None:
        """The file; None when it is larger than may be sent."""
        async with self._one:
            with TemporaryDirectory(prefix="aoxanh-") as folder:
                to = Path(folder) / "paper"
                await write(paper, to, self._source)
                if to.stat().st_size > LARGEST:
                    return None
                return File(await asyncio.to_thread(to.read_bytes), paper.name, export(paper.export).mime)

    def _said(self, message: Outbound, more: str) -> Outbound:
        return replace(message, paper=None, text=f"{message.text}\n{more}".strip())
