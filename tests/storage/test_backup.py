"""A copy of the database that is made while people use it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.operating import OperationError
from bot.remote import Door, ask
from storage.database import Database, StorageError, database
from storage.queries import Tx
from storage.sqlite import SqliteDatabase
from tests.storage.made import person

LONG = "x" * 2000
SIDES = ("left", "right")


@pytest.fixture
async def store(fresh: Path) -> AsyncIterator[SqliteDatabase]:
    """A database of a few megabytes, open."""
    opened = SqliteDatabase(str(fresh))
    await opened.start()
    for pair in range(0, 1500, 100):
        await _write_pairs(opened, range(pair, pair + 100))
    yield opened
    await opened.close()


async def _write_pairs(store: Database, pairs: Sequence[int]) -> None:
    """Two rows a number in one commit: a copy has both or neither."""

    async def work(tx: Tx) -> None:
        for side in SIDES:
            records = [person(f"{side}-{pair:06d}", name=LONG).model_dump() for pair in pairs]
            await tx.many("save_person", records)

    await store.write(work)


async def _write_until(store: Database, stop: asyncio.Event) -> list[int]:
    """Write pair after pair; the numbers written."""
    written: list[int] = []
    while not stop.is_set():
        pair = 100_000 + len(written)
        await _write_pairs(store, [pair])
        written.append(pair)
        await asyncio.sleep(0)
    return written


def _pairs(path: Path) -> set[int]:
    """The numbers in the copy; each must have both of its rows."""
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("pragma integrity_check").fetchone() == ("ok",)
        ids = [str(row[0]) for row in copy.execute("select id from persons")]
    sides = [{int(one.split("-")[1]) for one in ids if one.startswith(side)} for side in SIDES]
    assert sides[0] == sides[1]
    return sides[0]


async def test_a_copy_under_load_is_whole(store: SqliteDatabase, tmp_path: Path) -> None:
    """Everything committed before it began is there, nothing by halves, and writing went on."""
    path, stop = tmp_path / "copy.sqlite", asyncio.Event()
    writing = asyncio.create_task(_write_until(store, stop))
    await asyncio.sleep(0.05)
    before = await _count(store)
    size = await store.backup(path)
    stop.set()
    written = await writing
    copied = _pairs(path)
    assert size == path.stat().st_size
    assert len(copied) >= before
    assert set(range(1500)) <= copied <= {*range(1500), *written}
    assert await _count(store) > before


async def _count(store: Database) -> int:
    async def work(tx: Tx) -> int:
        return len(await tx.all("persons_by_id", tenants='["01"]', ids=_all_ids()))

    return await store.read(work)


def _all_ids() -> str:
    numbers = [*range(1500), *range(100_000, 103_000)]
    return "[" + ",".join(f'"left-{number:06d}"' for number in numbers) + "]"


async def test_a_copy_is_private_single_and_usable(store: SqliteDatabase, tmp_path: Path) -> None:
    """One file that only its owner reads, in the place of an older one, and a database when opened."""
    path = tmp_path / "copy.sqlite"
    path.write_text("yesterday's")
    await store.backup(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.glob("copy*")] == ["copy.sqlite"]
    restored = SqliteDatabase(str(path))
    await restored.start()
    assert await _count(restored) == 1500
    await restored.close()


async def test_closing_gives_a_backup_up(store: SqliteDatabase, tmp_path: Path) -> None:
    """A stop does not wait for a long copy, and half a copy is not left lying about."""
    backing_up = asyncio.create_task(store.backup(tmp_path / "copy.sqlite"))
    await asyncio.sleep(0.01)
    await store.close()
    with pytest.raises(StorageError, match="closing"):
        await backing_up
    assert list(tmp_path.glob("copy*")) == []


async def test_a_caller_who_leaves_breaks_nothing(store: SqliteDatabase, tmp_path: Path) -> None:
    """The copy is finished, a second one at the same time refused, and the database closes after it."""
    backing_up = asyncio.create_task(store.backup(tmp_path / "copy.sqlite"))
    await asyncio.sleep(0.01)
    with pytest.raises(StorageError, match="under way"):
        await store.backup(tmp_path / "second.sqlite")
    backing_up.cancel()
    await asyncio.wait([backing_up])
    await store.close()
    with pytest.raises(StorageError, match="not open"):
        await store.backup(tmp_path / "third.sqlite")


async def test_it_refuses_what_cannot_be(store: SqliteDatabase, tmp_path: Path) -> None:
    """The database itself, a folder that is not there, and a folder in the place of the file."""
    with pytest.raises(StorageError, match="the database itself"):
        await store.backup(store.path)
    for wrong in (tmp_path / "nowhere" / "copy.sqlite", tmp_path):
        with pytest.raises(StorageError, match="cannot back up to") as caught:
            await store.backup(wrong)
        assert len(str(caught.value).splitlines()) == 1
    assert list(tmp_path.parent.glob("*.part")) == []


async def test_a_damaged_database_gives_no_copy(store: SqliteDatabase, tmp_path: Path) -> None:
    """A copy that cannot be trusted is not kept: yesterday's stays."""
    await store.close()
    with store.path.open("r+b") as file:
        file.seek(4096 * 400)
        file.write(b"\xff" * 4096 * 20)
    damaged = SqliteDatabase(str(store.path))
    await damaged.start()
    path = tmp_path / "copy.sqlite"
    path.write_text("yesterday's")
    with pytest.raises(StorageError, match="damaged"):
        await damaged.backup(path)
    await damaged.close()
    assert path.read_text() == "yesterday's"


async def test_the_running_bot_makes_it_when_asked(store: SqliteDatabase, tmp_path: Path) -> None:
    """The command line asks over the socket, and hears where the copy is or why there is none."""
    door = Door(tmp_path, store)
    await door.open()
    said = await ask(tmp_path, "backup", {"file": str(tmp_path / "copy.sqlite")})
    assert said == f"{tmp_path}/copy.sqlite: {(tmp_path / 'copy.sqlite').stat().st_size} bytes, checked"
    with pytest.raises(OperationError, match="cannot back up to"):
        await ask(tmp_path, "backup", {"file": str(tmp_path / "nowhere" / "copy.sqlite")})
    await door.close()


@pytest.mark.postgresql
async def test_postgresql_names_its_own_tool(tmp_path: Path) -> None:
    """What to type instead is in the error."""
    store = database("postgresql+asyncpg://nobody@127.0.0.1:1/none")
    with pytest.raises(StorageError, match="pg_dump"):
        await store.backup(tmp_path / "copy.sqlite")
