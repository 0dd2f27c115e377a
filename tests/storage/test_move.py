"""Moving a database from SQLite to PostgreSQL: equal counts and hashes, also after more was written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from storage import move
from storage.database import Database, database
from tests.sample import furnish
from tests.world import World, world

pytestmark = pytest.mark.postgresql


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Database]:
    store = database(url)
    await store.start()
    try:
        yield store
    finally:
        await store.close()


async def _work(played: World, people: int) -> None:
    for number in range(people):
        await played.says("lan", f"{number + 1} vneid 2 dvc")
        await played.taps("lan", "✓ Đúng, ghi lại")


def _quiet(_: str, __: int) -> None:
    """Nobody watches the progress."""


async def test_both_sides_are_equal(fresh: Path, postgresql_url: str) -> None:
    """Every table has the same rows; words that sort differently in Vietnamese do not matter."""
    async with world(fresh) as played, _opened(postgresql_url) as there:
        await furnish(played)
        await _work(played, 5)
        moved = await move.copy(played.database, there, _quiet)
        assert moved == await move.standing(there)
        assert sum(one.rows for one in moved) > 50


async def test_a_second_move_catches_up(fresh: Path, postgresql_url: str) -> None:
    """What was written and removed since the first approach is carried over, nothing else is touched."""
    async with world(fresh) as played, _opened(postgresql_url) as there:
        await furnish(played)
        await _work(played, 2)
        await move.copy(played.database, there, _quiet)
        await _work(played, 2)
        await played.taps("lan", "Hoàn tác")
        await played.database.write(lambda tx: tx.run("purge_outbox", done_before=2**62))
        moved = await move.copy(played.database, there, _quiet)
        assert moved == await move.standing(there)


async def test_pages_join_without_a_gap(
    fresh: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small pages give the same as large ones."""
    monkeypatch.setattr(move, "PAGE", 3)
    async with world(fresh) as played, _opened(postgresql_url) as there:
        await furnish(played)
        await _work(played, 3)
        moved = await move.copy(played.database, there, _quiet)
        assert moved == await move.standing(there)
