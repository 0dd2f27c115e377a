"""The door to the database: whole pieces of work, committed together, on both engines."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database, StorageError, Work, database
from storage.queries import Row, Tx
from storage.sqlite import SqliteDatabase
from tests.storage.made import AT, person, rows


def _named(key: str) -> dict[str, Any]:
    return person(key).model_dump()


async def _add(tx: Tx, key: str) -> str:
    await tx.many("save_person", [_named(key)])
    return key


def _adding(key: str) -> Work[str]:
    return lambda tx: _add(tx, key)


async def _people(database: Database) -> set[str]:
    async def work(tx: Tx) -> list[Row]:
        return await tx.all("persons_by_id", tenants='["01"]', ids=_ids())

    return {row["id"] for row in await database.read(work)}


def _ids() -> str:
    return "[" + ",".join(f'"p{number}"' for number in range(200)) + "]"


async def test_what_was_written_is_read(any_database: Database) -> None:
    """A write gives its result back, and a read sees what it wrote."""
    assert await any_database.write(lambda tx: _add(tx, "p1")) == "p1"
    assert await _people(any_database) == {"p1"}


async def test_many_writers_at_once_all_stay(any_database: Database) -> None:
    """Two hundred pieces of work handed in together."""
    done = await asyncio.gather(*(any_database.write(_adding(f"p{number}")) for number in range(200)))
    assert len(set(done)) == 200
    assert len(await _people(any_database)) == 200


async def test_sqlite_commits_waiting_work_together(fresh: Path) -> None:
    """What waits shares one commit, and so one wait for the disk."""
    opened = SqliteDatabase(str(fresh))
    await opened.start()
    connection = opened._connection
    assert connection is not None
    said: list[str] = []
    await connection.set_trace_callback(said.append)
    await asyncio.gather(*(opened.write(_adding(f"p{n}")) for n in range(100)))
    await opened.close()
    commits = [line for line in said if line.lower().startswith("commit")]
    assert len(commits) <= 2


async def test_one_that_raises_takes_nothing_of_the_others(any_database: Database) -> None:
    """Its own writes are undone, its exception reaches its caller, the others are kept."""

    async def fails(tx: Tx) -> None:
        await _add(tx, "p50")
        raise KeyError("a mistake in one piece of work")

    handed = [any_database.write(_adding(f"p{n}")) for n in range(20)]
    results = await asyncio.gather(any_database.write(fails), *handed, return_exceptions=True)
    assert isinstance(results[0], KeyError)
    assert await _people(any_database) == {f"p{n}" for n in range(20)}


async def test_a_broken_rule_is_the_writers_own(any_database: Database) -> None:
    """What the data forbids is not mistaken for a database that fails."""

    async def twice(tx: Tx) -> None:
        for _ in range(2):
            await tx.run("add_web_session", token_hash="t", chat="c", created_at=1, seen_at=1, expires_at=1)

    with pytest.raises(Exception, match=r"(?i)unique|duplicate") as caught:
        await any_database.write(twice)
    assert not isinstance(caught.value, StorageError)
    assert await rows(any_database, "tenants_all") == []


async def test_a_read_does_not_see_what_is_not_committed(any_database: Database) -> None:
    """While a write is under way, or after it failed, readers see the state before it."""
    halfway, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Tx) -> None:
        await _add(tx, "p1")
        halfway.set()
        await go_on.wait()
        raise KeyError("changed its mind")

    writing = asyncio.create_task(any_database.write(slow))
    await halfway.wait()
    reading = asyncio.create_task(_people(any_database))
    await asyncio.wait([reading], timeout=0.05)
    go_on.set()
    with pytest.raises(KeyError):
        await writing
    assert await reading == set()


async def test_a_read_sees_one_state(any_database: Database) -> None:
    """Two queries of one read agree, also when somebody writes between them."""
    asked, written = asyncio.Event(), asyncio.Event()

    async def twice(tx: Tx) -> tuple[int, int]:
        first = len(await tx.all("persons_by_id", tenants='["01"]', ids=_ids()))
        asked.set()
        if tx.engine == "postgresql":
            await written.wait()
        return first, len(await tx.all("persons_by_id", tenants='["01"]', ids=_ids()))

    reading = asyncio.create_task(any_database.read(twice))
    await asked.wait()
    await any_database.write(lambda tx: _add(tx, "p1"))
    written.set()
    assert await reading == (0, 0)


async def test_a_cancelled_caller_breaks_nothing(any_database: Database) -> None:
    """The work of whoever no longer waits is done whole, and others go on."""
    halfway, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Tx) -> None:
        await _add(tx, "p1")
        halfway.set()
        await go_on.wait()
        await _add(tx, "p2")

    writing = asyncio.create_task(any_database.write(slow))
    await halfway.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    go_on.set()
    await any_database.write(lambda tx: _add(tx, "p3"))
    for _ in range(200):
        if await _people(any_database) == {"p1", "p2", "p3"}:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(await _people(any_database))


async def test_work_that_is_cancelled_inside_breaks_nothing(any_database: Database) -> None:
    """A piece of work that ends in a cancellation fails alone."""

    async def cancelled(tx: Tx) -> None:
        await _add(tx, "p1")
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await any_database.write(cancelled)
    await any_database.write(lambda tx: _add(tx, "p2"))
    assert await _people(any_database) == {"p2"}


async def test_close_finishes_what_was_handed_in(any_url: str) -> None:
    """Work handed in before the close is on disk after it; work after it is refused, not forgotten."""
    opened = database(any_url)
    await opened.start()
    handed = [asyncio.create_task(opened.write(_adding(f"p{n}"))) for n in range(30)]
    await asyncio.sleep(0)
    closing = asyncio.create_task(opened.close())
    await asyncio.sleep(0)
    late = asyncio.create_task(opened.write(lambda tx: _add(tx, "p99")))
    await asyncio.wait_for(closing, 10)
    await asyncio.gather(*handed)
    with pytest.raises(StorageError):
        await asyncio.wait_for(late, 10)
    with pytest.raises(StorageError):
        await opened.read(lambda tx: _add(tx, "p100"))
    again = database(any_url)
    await again.start()
    assert await _people(again) == {f"p{n}" for n in range(30)}
    await again.close()


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


async def test_the_file_and_its_folder_are_the_owners_alone(tmp_path: Path) -> None:
    """Personal data is readable by nobody else on the machine."""
    path = tmp_path / "data" / "world.sqlite"
    opened = database(f"sqlite+aiosqlite:///{path}")
    await opened.start()
    await opened.close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


async def test_sqlite_keeps_what_it_said_it_keeps(fresh: Path) -> None:
    """A returned commit survives a power cut only with these settings."""
    opened = SqliteDatabase(str(fresh))
    await opened.start()
    connection = opened._connection
    assert connection is not None
    settings = {}
    for name in ("journal_mode", "synchronous", "secure_delete"):
        settings[name] = next(iter(await connection.execute_fetchall(f"pragma {name}")))[0]
    await opened.close()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


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


def test_moments_are_whole_microseconds() -> None:
    """Nothing is lost between a time and its column."""
    assert person(created_at=AT).created_at == AT
