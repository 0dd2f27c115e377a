"""An update that fails five times is set aside, seen, tried again and dropped."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import dead_letters
from bot.operating import OperationError
from tests.sample import furnish
from tests.world import World, world


async def _die(played: World) -> str:
    await played.says("lan", "raise")
    for _ in range(5):
        played.clock.move(played.clock.now() + timedelta(minutes=3))
        await played.settle()
    return (await dead_letters.listed(played.database, {})).split()[0]


async def test_it_is_listed_shown_replayed_and_dropped(fresh: Path) -> None:
    """Each operation says what it did, and no longer finds what is gone."""
    async with world(fresh) as played:
        await furnish(played)
        dead = await _die(played)
        assert "RuntimeError" in await dead_letters.listed(played.database, {})
        assert "raise" in await dead_letters.shown(played.database, {"id": dead})
        assert "again" in await dead_letters.replayed(played.database, {"id": dead})
        assert await dead_letters.listed(played.database, {}) == "no dead updates"
        assert await _die(played) == dead, "the older one of the same person goes first"
        assert "gone" in await dead_letters.dropped(played.database, {"id": dead})
        assert await dead_letters.listed(played.database, {}) == "no dead updates"


async def test_what_is_not_there_is_said(fresh: Path) -> None:
    """A wrong id says where to look for the right ones."""
    async with world(fresh) as played:
        for operation in (dead_letters.shown, dead_letters.replayed, dead_letters.dropped):
            with pytest.raises(OperationError, match="dead list"):
                await operation(played.database, {"id": "nothing"})
