"""Health: bad a few seconds after trouble began, good when it ended, whatever a restart would do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest

from bot import watching
from bot.telemetry import Vitals
from tests.chats import until


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks every moment."""
    monkeypatch.setattr(watching, "LOOK", 0.01)


@asynccontextmanager
async def following(work: Any) -> AsyncIterator[None]:
    """Follow while the test goes on."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_trouble_shows_when_it_lasts_and_goes_when_it_ends() -> None:
    """A short one does not."""
    now, trouble = [100.0], [98.0]
    vitals = Vitals(lambda: now[0])
    since: list[float | None] = [*trouble]
    async with following(watching.follow(vitals.sign("poll 7"), lambda: since[0], lambda: now[0])):
        await asyncio.sleep(0.05)
        assert vitals.ill() == []
        now[0] += watching.PATIENCE
        await until(lambda: vitals.ill() == ["poll 7"], 5)
        assert vitals.silent() == []
        since[0] = None
        await until(lambda: vitals.ill() == [], 5)
