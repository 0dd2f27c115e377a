"""The door to the database: whole pieces of work, committed together, on both engines."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database, StorageError, Work, database
from storage.queries import Row, Tx
from storage.sqlite import SqliteDatabase
from tests.storage.made import person


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


async def test_a_read_does_not_see_what_is_not_committed(any_database: Database) -> None:
    """While a write is under way, or after it failed, readers see the state before it."""
    halfway, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Tx) -> None:
        await _add(tx, "p1")
        if tx.engine == "postgresql":
            halfway.set()
            await go_on.wait()
        raise KeyError("changed its mind")

    writing = asyncio.create_task(any_database.write(slow))
    if any_database.engine == "postgresql":
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
        if tx.engine == "postgresql":
            halfway.set()
            await go_on.wait()
        await _add(tx, "p2")

    writing = asyncio.create_task(any_database.write(slow))
    if any_database.engine == "postgresql":
        await halfway.wait()
    else:
        await asyncio.sleep(0)  # handed in
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


async def test_sqlite_work_that_waits_for_something_else_is_refused(fresh: Path) -> None:
    """It would hold the file for as long as it waits; its writes are undone and others go on."""
    opened = SqliteDatabase(str(fresh))
    await opened.start()

    async def waits(tx: Tx) -> None:
        await _add(tx, "p1")
        await asyncio.sleep(0)

    try:
        with pytest.raises(RuntimeError, match="waits for something"):
            await opened.write(waits)
        await opened.write(lambda tx: _add(tx, "p2"))
        assert await _people(opened) == {"p2"}
    finally:
        await opened.close()


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
