"""What comes with the program is in the tables after a start, and written only where it is not."""

from pathlib import Path

from bot import furniture
from storage.database import database
from storage.queries import Row, Tx

COUNT = 3355
"""Units that come with the program."""


async def test_only_what_differs_is_written(fresh: Path) -> None:
    store = database(f"sqlite+aiosqlite:///{fresh}")
    await store.start()
    try:
        assert await furniture.load(store) == COUNT
        whole, before = await store.read(_units), await store.read(_changes)
        assert await furniture.load(store) == COUNT
        assert await store.read(_changes) - before < COUNT / 10
        await store.write(_misspell)
        assert await store.read(_units) != whole
        assert await furniture.load(store) == COUNT
        assert await store.read(_units) == whole
    finally:
        await store.close()


async def _units(tx: Tx) -> list[Row]:
    return [dict(row) for row in await tx.all("units_all")]


async def _changes(tx: Tx) -> int:
    return int((await tx.fetch("select total_changes() as rows"))[0]["rows"])


async def _misspell(tx: Tx) -> None:
    one = (await tx.all("units_all"))[0]
    await tx.many("save_unit", [{**one, "name": "Ba Dinh"}])
