"""What goes wrong below: whose fault it is, and one line that says what to do."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage import sqlite
from storage.database import Database, StorageError, database
from storage.queries import Row, Tx
from storage.sqlite import SqliteDatabase
from tests.chats import until
from tests.storage.made import person, rows


def _named(key: str) -> dict[str, Any]:
    return person(key).model_dump()


async def _add(tx: Tx, key: str) -> str:
    await tx.many("save_person", [_named(key)])
    return key


async def _people(database: Database) -> set[str]:
    async def work(tx: Tx) -> list[Row]:
        return await tx.all("persons_by_id", tenants='["01"]', ids='["p1","p2"]')

    return {row["id"] for row in await database.read(work)}


async def test_a_broken_rule_is_the_writers_own(any_database: Database) -> None:
    """What the data forbids is not mistaken for a database that fails."""

    async def twice(tx: Tx) -> None:
        for _ in range(2):
            await tx.run("add_web_session", token_hash="t", chat="c", created_at=1, seen_at=1, expires_at=1)

    with pytest.raises(Exception, match=r"(?i)unique|duplicate") as caught:
        await any_database.write(twice)
    assert not isinstance(caught.value, StorageError)
    assert await rows(any_database, "tenants_all") == []


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite:///x", "x.db"])
def test_an_unknown_scheme_says_what_to_write(url: str) -> None:
    """The error names both schemes that work."""
    with pytest.raises(ValueError, match=r"sqlite\+aiosqlite:///path/to/file or postgresql\+asyncpg://"):
        database(url)


async def test_a_bad_path_says_so_in_one_line(tmp_path: Path) -> None:
    """A folder that is a file: cause and cure, no traceback needed."""
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageError, match="check that the folder exists and is writable") as caught:
        await database(f"sqlite+aiosqlite:///{tmp_path}/file/world.sqlite").start()
    assert len(str(caught.value).splitlines()) == 1
    assert str(tmp_path / "file") in str(caught.value)


async def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    """Somebody named a spreadsheet."""
    path = tmp_path / "world.sqlite"
    path.write_bytes(b"not a database, but long enough to be looked at" * 40)
    with pytest.raises(StorageError, match="file is not a database"):
        await database(f"sqlite+aiosqlite:///{path}").start()


@pytest.mark.postgresql
async def test_a_server_that_is_not_there_says_so() -> None:
    """The error names the setting to look at."""
    opened = database("postgresql+asyncpg://nobody@127.0.0.1:1/none")
    with pytest.raises(StorageError, match="check DATABASE_URL"):
        await opened.start()


async def test_a_locked_file_is_the_storages_failure(fresh: Path) -> None:
    """Another process holds the file: nobody's message is to blame."""
    opened = SqliteDatabase(str(fresh))
    await opened.start()
    assert opened._connection is not None
    await opened._connection.execute_fetchall("pragma busy_timeout=50")
    other = sqlite3.connect(fresh, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(StorageError, match="locked"):
        await opened.write(lambda tx: _add(tx, "p1"))
    other.execute("rollback")
    other.close()
    await opened.write(lambda tx: _add(tx, "p2"))
    assert await _people(opened) == {"p2"}
    await opened.close()


async def test_it_is_noticed_that_a_locked_file_is_free_again(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to write for it; until then it says what it ails from."""
    monkeypatch.setattr(sqlite, "_TRY_AGAIN", 0.01)
    opened = SqliteDatabase(str(fresh))
    await opened.start()
    assert opened._connection is not None
    await opened._connection.execute_fetchall("pragma busy_timeout=20")
    with closing(sqlite3.connect(fresh, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(StorageError, match="locked by another process"):
            await opened.write(lambda tx: _add(tx, "p1"))
        await asyncio.sleep(0.2)
        assert "locked by another process" in opened.ails
        other.execute("rollback")
    await until(lambda: not opened.ails, 5)
    await opened.close()


async def test_after_a_failed_disk_nothing_more_is_taken(fresh: Path) -> None:
    """Not even what was handed in together with it: a second sync may succeed without having written."""
    opened = SqliteDatabase(str(fresh))
    await opened.start()

    async def failing(tx: Tx) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
        raise error

    first = asyncio.create_task(opened.write(failing))
    await asyncio.sleep(0)
    late = [asyncio.create_task(opened.write(lambda tx: _add(tx, "p1"))) for _ in range(3)]
    results = await asyncio.gather(first, *late, return_exceptions=True)
    assert [type(one) for one in results] == [StorageError] * 4
    assert opened.broken
    await opened.close()


async def test_a_log_that_cannot_be_emptied_is_told(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody forgot a reader: the log grows, and it says who is to blame; without one it is emptied."""
    monkeypatch.setattr(sqlite, "_LARGEST_LOG", 64 * 1024)
    opened = SqliteDatabase(str(fresh))
    await opened.start()
    for at in range(40):
        await opened.write(lambda tx, at=at: _add(tx, f"p{at}"))  # type: ignore[misc]  # bound at once
    assert "another process keeps an old state open" in opened.ails
    assert opened._connection is not None
    await opened._connection.execute_fetchall("pragma wal_checkpoint(truncate)")
    assert not opened.ails
    await opened.close()


async def test_a_damaged_file_stops_the_program(fresh: Path) -> None:
    """What cannot be read is the disk's fault, and says that the process should end."""
    opened = SqliteDatabase(str(fresh))
    await opened.start()

    async def damaged(tx: Tx) -> None:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorname = "SQLITE_CORRUPT"
        raise error

    for do in (opened.read, opened.write):
        with pytest.raises(StorageError) as caught:
            await do(damaged)
        assert caught.value.broken
    await opened.close()


@pytest.mark.postgresql
async def test_a_server_that_drops_a_connection_blames_nobody(postgresql_url: str) -> None:
    """The connection is cut in the middle of a write: a failure of storage, and the next write goes."""
    opened = database(postgresql_url)
    await opened.start()

    async def cut(tx: Tx) -> None:
        await _add(tx, "p1")
        await tx._connection.execute("select pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(StorageError, match="PostgreSQL did not take the work"):
        await opened.write(cut)
    await opened.write(lambda tx: _add(tx, "p2"))
    assert await _people(opened) == {"p2"}
    await opened.close()


@pytest.mark.postgresql
async def test_two_who_wait_for_each_other_blame_nobody(postgresql_url: str) -> None:
    """The server ends a deadlock by refusing one: a failure of storage, to be tried again."""
    opened = database(postgresql_url)
    await opened.start()
    await opened.write(lambda tx: tx.many("save_person", [_named("p1"), _named("p2")]))
    both = asyncio.Barrier(2)

    async def takes(tx: Tx, first: str, second: str) -> None:
        await _add(tx, first)
        await both.wait()
        await _add(tx, second)

    results = await asyncio.gather(
        opened.write(lambda tx: takes(tx, "p1", "p2")),
        opened.write(lambda tx: takes(tx, "p2", "p1")),
        return_exceptions=True,
    )
    assert [type(result) for result in results if result] == [StorageError]
    await opened.close()


async def test_a_value_that_does_not_fit_is_the_works_own(any_database: Database) -> None:
    """A number too large for its column must not look like a server that is down."""
    with pytest.raises(Exception, match=r"(?i)too large|out of") as caught:
        await any_database.write(lambda tx: tx.many("save_person", [{**_named("p1"), "created_at": 10**300}]))
    assert not isinstance(caught.value, StorageError)
