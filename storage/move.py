"""Move everything from SQLite to PostgreSQL: page by page, compared by counts and hashes.

The statements are made from the schema, so a new table moves without a word here. A page that is
already the same on both sides is not written again, so a move that was cut goes on where it was.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from storage.database import Database, StorageError, Work
from storage.queries import Row, Tx
from storage.schema import metadata

Read = Callable[[Work[Any]], Awaitable[Any]]
"""The way to read the source: ``Database.read``, or the one that still works while it is held."""
Key = tuple[Any, ...]
"""The primary key of a row."""
_UNDER_WAY = "moving from "
_BEARER = "alembic_version"
"""The table whose remark says that a move is under way: it is in every database and moved from none."""
_TELLING = ("tenants", "persons", "contacts", "inbox")
"""Tables that are empty as long as nobody has used a database."""
PAGE = 1000
"""Rows read, compared and written at once: some milliseconds of the connection."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What stands on both sides of one table."""

    table: str
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class _Statements:
    """The SQL of one table on both engines. Keys are compared byte by byte on either side."""

    keys: tuple[str, ...]
    columns: tuple[str, ...]
    first_here: str
    page_here: str
    first_there: str
    page_there: str
    put_there: str
    drop_there: str


def _statements(table: Table) -> _Statements:
    keys = tuple(column.name for column in table.primary_key)
    columns = tuple(column.name for column in table.columns)
    quoted = {name: f'"{name}"' for name in columns}
    text = {column.name for column in table.primary_key if column.type.python_type is str}
    there = {name: f'{quoted[name]} collate "C"' if name in text else quoted[name] for name in keys}
    listed = ", ".join(quoted[name] for name in columns)
    here_keys, there_keys = ", ".join(quoted[name] for name in keys), ", ".join(there[name] for name in keys)
    marks = ", ".join("?" for _ in keys)
    numbers = ", ".join(f"${at}" for at in range(1, len(keys) + 1))
    rest = [name for name in columns if name not in keys]
    renewed = ", ".join(f"{quoted[name]} = excluded.{quoted[name]}" for name in rest)
    values = ", ".join(f"${at}" for at in range(1, len(columns) + 1))
    conflict = f"do update set {renewed}" if rest else "do nothing"
    same = " and ".join(f"{quoted[name]} = ${at}" for at, name in enumerate(keys, start=1))
    return _Statements(
        keys,
        columns,
        f"select {listed} from {table.name} order by {here_keys} limit {PAGE}",
        f"select {listed} from {table.name} where ({here_keys}) > ({marks}) "
        f"order by {here_keys} limit {PAGE}",
        f"select {listed} from {table.name} where ({there_keys}) <= ({numbers}) order by {there_keys}",
        f"select {listed} from {table.name} where ({there_keys}) > ({numbers}) "
        f"and ({there_keys}) <= ({_shifted(keys)}) order by {there_keys}",
        f"insert into {table.name} ({listed}) values ({values}) "
        f"on conflict ({', '.join(quoted[name] for name in keys)}) {conflict}",
        f"delete from {table.name} where {same}",
    )


def _shifted(keys: Sequence[str]) -> str:
    return ", ".join(f"${at}" for at in range(len(keys) + 1, 2 * len(keys) + 1))


async def begin(there: Database, source: str) -> None:
    """Claim ``there`` for what is moved from ``source``; one that was claimed so before goes on.

    Raises StorageError when other data is there: it would be lost.
    """

    async def work(tx: Tx) -> None:
        ours, found = _UNDER_WAY + source, await _remark(tx)
        if found.startswith(_UNDER_WAY) and found != ours:
            raise StorageError(f"a move from {found.removeprefix(_UNDER_WAY)} is under way to this database")
        used = [name for name in _TELLING if await tx.fetch(f"select 1 from {name} limit 1")]
        if used and found != ours:
            raise StorageError(
                "the database to move to holds data, which would be lost; name one that is new and empty"
            )
        await _remember(tx, ours)

    await there.write(work)


async def end(there: Database) -> None:
    """The move is over: ``there`` may be used."""
    await there.write(lambda tx: _remember(tx, ""))


async def under_way(there: Database) -> str:
    """From where a move to a PostgreSQL database was begun that is not over; empty without one."""
    said = await there.read(_remark)
    return said.removeprefix(_UNDER_WAY) if said.startswith(_UNDER_WAY) else ""


async def _remark(tx: Tx) -> str:
    (row,) = await tx.fetch(
        f"select coalesce(obj_description('{_BEARER}'::regclass, 'pg_class'), '') as said"
    )
    return str(row["said"])


async def _remember(tx: Tx, said: str) -> None:
    (row,) = await tx.fetch("select quote_literal($1::text) as said", [said])
    await tx.fetch(f"comment on table {_BEARER} is {row['said']}")


async def copy(read: Read, there: Database, told: Callable[[str, int], None]) -> list[Moved]:
    """Make every table of ``there`` equal to what ``read`` reads; what stands in each afterwards.

    ``told`` hears (table, rows so far). While the source is still written to, the result is a first
    approach; call it again once nothing is written any more.
    """
    return [await _copy_table(read, there, table, told) for table in metadata.sorted_tables]


async def _copy_table(read: Read, there: Database, table: Table, told: Callable[[str, int], None]) -> Moved:
    sql = _statements(table)
    digest, rows = hashlib.sha256(), 0
    after: Key | None = None
    while True:
        page = await read(lambda tx, at=after: _page_here(tx, sql, at))  # type: ignore[misc]  # bound at once
        last = _key(page[-1], sql) if len(page) == PAGE else _highest(table)
        await there.write(lambda tx, page=page, at=after, to=last: _same(tx, sql, page, at, to))  # type: ignore[misc]  # bound at once
        for row in page:
            digest.update(_line(row, sql))
        rows += len(page)
        told(table.name, rows)
        if len(page) < PAGE:
            return Moved(table.name, rows, digest.hexdigest())
        after = last


async def _same(tx: Tx, sql: _Statements, page: Sequence[Row], after: Key | None, to: Key) -> None:
    """Make the rows of ``there`` with keys in (after, to] equal to ``page``."""
    kept = {_key(row, sql): _line(row, sql) for row in await _page_there(tx, sql, after, to)}
    wanted = {_key(row, sql): row for row in page}
    changed = [row for key, row in wanted.items() if kept.get(key) != _line(row, sql)]
    if changed:
        await tx.put(sql.put_there, [tuple(row[name] for name in sql.columns) for row in changed])
    gone = [key for key in kept if key not in wanted]
    if gone:
        await tx.put(sql.drop_there, gone)


async def standing(database: Database) -> list[Moved]:
    """Count and hash every table of a PostgreSQL database, in the same order as ``copy``."""
    return [await _stands(database, table) for table in metadata.sorted_tables]


async def _stands(database: Database, table: Table) -> Moved:
    sql = _statements(table)
    digest, rows = hashlib.sha256(), 0
    after: Key | None = None
    limit, end = f" limit {PAGE}", _highest(table)
    while True:
        page = await database.read(lambda tx, at=after: _page_there(tx, sql, at, end, limit))  # type: ignore[misc]  # bound at once
        for row in page:
            digest.update(_line(row, sql))
        rows += len(page)
        if len(page) < PAGE:
            return Moved(table.name, rows, digest.hexdigest())
        after = _key(page[-1], sql)


async def _page_here(tx: Tx, sql: _Statements, after: Key | None) -> Sequence[Row]:
    """The rows behind ``after``, or from the first: nothing is below a key that is empty."""
    return await (tx.fetch(sql.first_here) if after is None else tx.fetch(sql.page_here, after))


async def _page_there(tx: Tx, sql: _Statements, after: Key | None, to: Key, limit: str = "") -> Sequence[Row]:
    """The rows with keys in (after, to], or up to ``to``."""
    if after is None:
        return await tx.fetch(sql.first_there + limit, to)
    return await tx.fetch(sql.page_there + limit, (*after, *to))


def _key(row: Row, sql: _Statements) -> Key:
    return tuple(row[name] for name in sql.keys)


def _line(row: Row, sql: _Statements) -> bytes:
    return json.dumps([row[name] for name in sql.columns], ensure_ascii=True).encode()


def _highest(table: Table) -> Key:
    return tuple("\U0010ffff" if column.type.python_type is str else 2**62 for column in table.primary_key)
