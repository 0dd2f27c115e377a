"""``move --to``: people go on while it copies, nothing is taken while it catches up, the file is sealed."""

import asyncio
from pathlib import Path

import pytest

from bot.moving import moved
from bot.operating import OperationError
from storage import move
from storage.database import StorageError, database
from tests.sample import furnish
from tests.world import world

pytestmark = pytest.mark.postgresql


async def test_a_live_database_moves(fresh: Path, postgresql_url: str) -> None:
    """Reports made during the copy are on the other side; afterwards the file is refused by name."""
    async with world(fresh) as played:
        await furnish(played)
        moving = asyncio.create_task(moved(played.database, {"to": postgresql_url}))
        told = 0
        while not moving.done():
            try:
                await played.says("lan", "1 vneid")
                told += 1
            except StorageError:
                await asyncio.sleep(0.01)
        assert "set DATABASE_URL" in await moving
        with pytest.raises(StorageError, match="being moved"):
            await played.says("lan", "1 vneid")
    there = database(postgresql_url)
    await there.start()
    rows = {one.table: one.rows for one in await move.standing(there)}
    await there.close()
    assert rows["inbox"] >= told > 0
    with pytest.raises(StorageError, match="was moved to"):
        await database(f"sqlite+aiosqlite:///{fresh}").start()


async def test_only_postgresql_is_a_goal(fresh: Path) -> None:
    """Anything else is refused before anything happens."""
    async with world(fresh) as played:
        with pytest.raises(OperationError, match="postgresql"):
            await moved(played.database, {"to": "sqlite+aiosqlite:///elsewhere"})
