"""A Telegram channel on the fake, with an intake that keeps what it is given."""

import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

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
    channel = TelegramChannel(fake.token, intake=intake or Kept(), **settings | given)
    try:
        yield channel
    finally:
        await channel.close()


def hook(public_url: str = "http://127.0.0.1:1") -> Webhook:
    """A webhook with a good secret."""
    return Webhook(public_url=public_url, secrets=(SECRET,))
