"""The audit log: it only grows, its entries follow one another, and every break is named by its place."""

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from storage import audit, teams
from storage.audit import Head
from storage.database import Database, database
from storage.effects import Effect, Lost
from storage.purge import KEPT, purge
from tests.storage.made import AT, TENANT, later, rows, team, tenant, write

OTHER = "79"


def entry(at: int = 0, of: str = TENANT, **more: str) -> Effect:
    return audit.noted(of, later(at), "lan", more.get("what", "looked"), f"team:t{at}")


async def grown(store: Database, entries: int = 5) -> None:
    """A chain of single entries, and a second one beside it."""
    for at in range(entries):
        await write(store, entry(at))
    await write(store, entry(0, OTHER), entry(1, OTHER))


async def test_entries_are_numbered_and_linked_in_the_order_noted(any_database: Database) -> None:
    await write(any_database, entry(3), entry(1), entry(0, OTHER))
    await write(any_database, entry(2))
    kept = [row async for row in audit.entries(any_database, TENANT)]
    assert [(row["seq"], row["subject"]) for row in kept] == [(1, "team:t3"), (2, "team:t1"), (3, "team:t2")]
    assert len({row["hash"] for row in kept}) == 3
    assert [(one.tenant, one.seq) for one in await audit.heads(any_database)] == [(TENANT, 3), (OTHER, 1)]
    assert await audit.verify(any_database, await audit.heads(any_database)) == []


async def test_an_entry_is_true_together_with_what_it_tells_of(any_database: Database) -> None:
    await write(any_database, tenant(), teams.saved(team()), entry())
    lost = Effect("cancel_shift", {"tenant": TENANT, "id": "none", "cancelled_at": 1}, contested=True)
    with pytest.raises(Lost):
        await write(any_database, lost, entry(1))
    assert [row["subject"] async for row in audit.entries(any_database, TENANT)] == ["team:t0"]


async def test_many_writers_make_one_chain(any_url: str) -> None:
    """Several processes on PostgreSQL, many pieces in one commit on SQLite; two tenants in either order."""
    stores = [database(any_url) for _ in range(1 if any_url.startswith("sqlite") else 3)]
    for one in stores:
        await one.start()
    works = [
        write(stores[at % len(stores)], *(entry(at, of) for of in (TENANT, OTHER)[:: 1 if at % 2 else -1]))
        for at in range(60)
    ]
    await asyncio.gather(*works)
    assert await audit.verify(stores[0]) == []
    assert [one.seq for one in await audit.heads(stores[0])] == [60, 60]
    for one in stores:
        await one.close()


async def test_long_chains_are_read_page_by_page(any_database: Database) -> None:
    await write(any_database, *(entry(at) for at in range(2 * audit.PAGE + 7)))
    assert len([row async for row in audit.entries(any_database, TENANT)]) == 2 * audit.PAGE + 7
    assert await audit.verify(any_database) == []


_EDITS = ("what = 'nothing'", "actor = 'mai'", "subject = ''", "at = at + 1", "detail = 'x'", "hash = 'x'")


@pytest.mark.parametrize("edit", _EDITS)
async def test_a_changed_entry_is_named(any_url: str, edit: str) -> None:
    wrong = await _after(any_url, f"update audit_events set {edit} where tenant = '{TENANT}' and seq = 3")
    assert wrong
    assert wrong[0].startswith("tenant '01', entry 3 of 2026-11-23 01:00: it is not what was written")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ("delete from audit_events where tenant = '01' and seq in (2, 3)", "entry 4 of 2026-11-23 01:00: 2"),
        ("delete from audit_events where tenant = '01' and seq = 1", "entry 2 of 2026-11-23 01:00: 1"),
        ("delete from audit_events where tenant = '01' and seq >= 4", "after entry 3: the end is missing"),
        ("delete from audit_events where tenant = '79'", "tenant '79', after entry 0: the end is missing"),
        ("update audit_chains set seq = 4 where tenant = '01'", "after entry 4: the end is missing"),
    ],
)
async def test_a_missing_entry_is_named(any_url: str, edit: str, said: str) -> None:
    wrong = await _after(any_url, edit)
    assert said in wrong[0], wrong


async def test_a_log_that_was_written_anew_does_not_hold_an_earlier_end(any_url: str) -> None:
    store = database(any_url)
    await store.start()
    await grown(store)
    before = await audit.heads(store)
    await write(store, entry(9))
    assert await audit.verify(store, before) == []
    await store.close()
    await _edit(any_url, "delete from audit_events")
    await _edit(any_url, "delete from audit_chains")

    await store.start()
    assert await audit.verify(store, before) == [
        "tenant '01' has no log any more",
        "tenant '79' has no log any more",
    ]
    for at in range(7):
        await write(store, entry(at, what="invented"))
    (wrong, *_) = await audit.verify(store, before)
    assert "entry 5 of" in wrong
    assert "written anew" in wrong
    assert (await audit.verify(store, [Head(TENANT, 99, "x")]))[0].endswith(
        "entry 99, noted earlier, is missing"
    )
    await store.close()


@pytest.mark.parametrize("query", ["update audit_events set actor = 'x'", "delete from audit_events"])
async def test_the_database_itself_refuses_to_change_it(any_database: Database, query: str) -> None:
    await grown(any_database)
    with pytest.raises(Exception, match="the audit log only grows"):
        await any_database.write(lambda tx: tx.fetch(query))
    assert await audit.verify(any_database) == []


async def test_after_a_year_the_beginning_is_cut_and_the_rest_holds(any_database: Database) -> None:
    await grown(any_database)
    await write(any_database, audit.noted(TENANT, AT + timedelta(days=200), "lan", "looked"))
    gone = await any_database.write(lambda tx: purge(tx, AT + KEPT["audit_events"] + timedelta(days=1)))
    assert gone["audit_events"] == 7
    assert [
        row["seq"] for row in await rows(any_database, "audit_events_after", tenant=TENANT, after=0, most=9)
    ] == [6]
    await write(any_database, entry(8))
    assert await audit.verify(any_database) == []
    assert [(one.tenant, one.seq) for one in await audit.heads(any_database)] == [(TENANT, 7), (OTHER, 2)]


async def _after(url: str, edit: str) -> list[str]:
    """What is found after somebody with the whole database in their hand did ``edit``."""
    store = database(url)
    await store.start()
    await grown(store)
    await store.close()
    await _edit(url, edit)
    await store.start()
    wrong = await audit.verify(store)
    await store.close()
    return wrong


async def _edit(url: str, statement: str) -> None:
    """As an operator could: with the guards taken off."""
    if url.startswith("sqlite"):
        _edit_file(Path(url.removeprefix("sqlite+aiosqlite:///")), statement)
        return
    connection: Any = await asyncpg.connect(url.replace("+asyncpg", ""))
    async with connection.transaction():
        await connection.execute("set local session_replication_role = replica")
        await connection.execute(statement)
    await connection.close()


def _edit_file(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    guards = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"drop trigger {name}")
    connection.execute(statement)
    for _, sql in guards:
        connection.execute(sql)
    connection.commit()
    connection.close()
