"""A furnished world for the workers, on both engines."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.sample import furnish
from tests.world import World, world


@pytest.fixture
async def played(any_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """The sample team with Lan, Nam and Hoa in their chats; it is Monday, 7h25."""
    async with world(tmp_path / "unused", url=any_url) as found:
        await furnish(found)
        yield found


@pytest.fixture
async def quick(fresh: Path) -> AsyncIterator[World]:
    """The same on SQLite alone, where the engine makes no difference."""
    async with world(fresh) as found:
        await furnish(found)
        yield found
