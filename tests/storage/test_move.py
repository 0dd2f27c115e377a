"""Moving a database from SQLite to PostgreSQL: equal counts and hashes, also after more was written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from storage import move
from storage.database import Database, StorageError, database
from tests.sample import furnish
from tests.world import World, world

pytestmark = pytest.mark.postgresql


class Cut(Exception):
    """The process ends here."""


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
        moved = await move.copy(played.database.read, there, _quiet)
        assert moved == await move.standing(there)
        assert sum(one.rows for one in moved) > 50


async def test_a_second_move_catches_up(fresh: Path, postgresql_url: str) -> None:
    """What was written and removed since the first approach is carried over, nothing else is touched."""
    async with world(fresh) as played, _opened(postgresql_url) as there:
        await furnish(played)
        await _work(played, 2)
        await move.copy(played.database.read, there, _quiet)
        await _work(played, 2)
        await played.taps("lan", "Hoàn tác")
        await played.database.write(lambda tx: tx.run("purge_outbox", done_before=2**62))
        moved = await move.copy(played.database.read, there, _quiet)
        assert moved == await move.standing(there)


async def test_pages_join_without_a_gap(
    fresh: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small pages give the same as large ones."""
    monkeypatch.setattr(move, "PAGE", 3)
    async with world(fresh) as played, _opened(postgresql_url) as there:
        await furnish(played)
        await _work(played, 3)
        moved = await move.copy(played.database.read, there, _quiet)
        assert moved == await move.standing(there)


async def test_a_move_that_is_cut_anywhere_goes_on(
    fresh: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each page in turn, one page further every time, while people work on."""
    monkeypatch.setattr(move, "PAGE", 7)
    async with world(fresh) as played, _opened(postgresql_url) as there:
        await furnish(played)
        await _work(played, 3)
        cuts = 0
        while True:
            left = 4 * cuts

            def told(_: str, __: int) -> None:
                nonlocal left
                left -= 1
                if left == 0:
                    raise Cut

            cuts += 1
            try:
                await move.begin(there, "here")
                moved = await move.copy(played.database.read, there, told)
            except Cut:
                await _work(played, 1)
            else:
                if left > 0:
                    break
        assert cuts > 10
        assert moved == await move.standing(there)


async def test_data_that_is_there_is_not_lost(fresh: Path, postgresql_url: str) -> None:
    """A database in use is no goal, nor one that another move is under way to; after the end it is in use."""
    async with world(fresh) as played, _opened(postgresql_url) as there:
        await furnish(played)
        assert await move.under_way(there) == ""
        await move.begin(there, "/data/it's.sqlite")
        assert await move.under_way(there) == "/data/it's.sqlite"
        with pytest.raises(StorageError, match=r"from /data/it's\.sqlite is under way"):
            await move.begin(there, "/data/other.sqlite")
        await move.copy(played.database.read, there, _quiet)
        await move.begin(there, "/data/it's.sqlite")
        await move.end(there)
        assert await move.under_way(there) == ""
        with pytest.raises(StorageError, match="holds data"):
            await move.begin(there, "/data/it's.sqlite")
