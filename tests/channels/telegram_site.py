"""A Telegram channel on the fake, with an intake that keeps what it is given."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from bot.calling import Connections
from bot.channel import Channel, Raw
from bot.channels.telegram import TelegramChannel, Webhook
from tests.fakes.telegram import TelegramFake

SECRET = "canary-secret_" + "s" * 32


class Kept:
    """An intake in memory. While ``fails`` is set, it raises that instead of keeping."""

    def __init__(self) -> None:
        self.updates: list[Raw] = []
        self.pages: list[int] = []
        self.fails: Exception | None = None
        self.before: Callable[[], Awaitable[None]] | None = None

    async def store(self, channel: Channel, updates: Sequence[Raw]) -> None:
        """See ``Intake.store``."""
        if self.before:
            await self.before()
        if self.fails:
            raise self.fails
        self.updates += updates
        self.pages.append(len(updates))

    @property
    def texts(self) -> list[str]:
        """The texts kept, in order."""
        return [update.get("message", {}).get("text", "") for update in self.updates]


class Alarms:
    """What the operator was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    async def __call__(self, kind: str, text: str) -> None:
        """See ``Alarm``."""
        self.told.append((kind, text))

    @property
    def kinds(self) -> list[str]:
        """The kinds alone."""
        return [kind for kind, _ in self.told]


@asynccontextmanager
async def telegram(
    fake: TelegramFake, intake: Kept | None = None, **given: Any
) -> AsyncIterator[TelegramChannel]:
    """A channel for the fake's first bot; ``given`` goes to its constructor."""
    settings: dict[str, Any] = {
        "api_url": fake.url,
        "monotonic": time.monotonic,
        "rng": random.Random(1),
        "poll_timeout": 2.0,
        "send_timeout": 2.0,
    }
    async with Connections() as http:
        channel = TelegramChannel(fake.token, intake=intake or Kept(), http=http, **settings | given)
        try:
            yield channel
        finally:
            await channel.close()


def hook(public_url: str = "http://127.0.0.1:1") -> Webhook:
    """A webhook with a good secret."""
    return Webhook(public_url=public_url, secrets=(SECRET,))


class Naps:
    """Pauses that are noted and cut short."""

    def __init__(self, shortened: float = 0.0) -> None:
        self.asked: list[float] = []
        self._shortened = shortened

    async def __call__(self, seconds: float) -> None:
        """Sleep a fraction of what is asked."""
        self.asked.append(seconds)
        await asyncio.sleep(seconds * self._shortened)


@asynccontextmanager
async def polling(fake: TelegramFake, intake: Kept, **given: Any) -> AsyncIterator[TelegramChannel]:
    """A channel that polls meanwhile."""
    async with telegram(fake, intake, **given) as channel:
        task = asyncio.create_task(channel.run())
        try:
            yield channel
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def until(true: Callable[[], bool], within: float = 5.0) -> None:
    """Wait for ``true``."""
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
