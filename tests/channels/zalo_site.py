"""A Zalo channel on the fake, with an intake that keeps what it is given."""

import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.calling import Connections
from bot.channels.zalo import Webhook, ZaloChannel
from tests.channels.telegram_site import Kept
from tests.fakes.zalo import ZaloFake

SECRET = "canary-secret_" + "s" * 32


@asynccontextmanager
async def zalo(fake: ZaloFake, intake: Kept | None = None, **given: Any) -> AsyncIterator[ZaloChannel]:
    """A channel for the fake's first bot; ``given`` goes to its constructor."""
    settings: dict[str, Any] = {
        "api_url": fake.url,
        "monotonic": time.monotonic,
        "rng": random.Random(1),
        "poll_timeout": 1.0,
        "send_timeout": 2.0,
    }
    async with Connections() as http:
        yield ZaloChannel(fake.token, intake=intake or Kept(), http=http, **settings | given)


def hook(public_url: str = "https://bot.example") -> Webhook:
    """A webhook with a good secret."""
    return Webhook(public_url=public_url, secrets=(SECRET,))
