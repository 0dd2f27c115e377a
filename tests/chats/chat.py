"""What a person can do and see, whatever the channel."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol


class Silence(AssertionError):
    """The person waited and did not see what should have come."""


class Chat(Protocol):
    """One person's chat with the bot. What the person does is kept by the platform (or by the
    page) until the bot has taken it, also while the bot is down."""

    async def starts(self, code: str = "") -> None:
        """Press START, with a join code if there is one."""

    async def says(self, text: str) -> None:
        """Type ``text``."""

    async def taps(self, label: str) -> None:
        """Press the button with ``label`` under the message seen last."""

    async def sees(self, fragment: str, within: float = 40.0) -> str:
        """Wait until a message has ``fragment`` in it; the newest such message.

        It need not be the newest of all: below a card that was changed in place there may be a
        second copy of what it was before. Raises Silence with what is there instead.
        """

    @property
    def new(self) -> list[str]:
        """The bot's messages as they first came, oldest first: those repeated by mistake too."""

    @property
    def edits(self) -> int:
        """How often a message was changed in place."""

    @property
    def done(self) -> int:
        """How many updates the person made."""

    @property
    def acknowledged(self) -> set[str]:
        """The keys of the updates that the platform was told are received."""


async def until(true: Callable[[], bool], within: float, *, every: float = 0.01) -> None:
    """Wait until ``true``, looking again and again: it may be about another process. Raises TimeoutError."""
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(every)


async def seen(texts: Callable[[], Sequence[str]], fragment: str, within: float) -> int:
    """Where in ``texts`` (oldest first) the newest one with ``fragment`` stands. Raises Silence."""
    try:
        await until(lambda: any(fragment in text for text in texts()), within)
    except TimeoutError:
        told = f"waited {within:.0f} s for {fragment!r}; the newest is {texts()[-1:]}"
        raise Silence(told) from None
    return max(at for at, text in enumerate(texts()) if fragment in text)
