"""Databases of every earlier schema come along with what is in them: rows of each of their tables, on both
engines, walked from the first migration to the last."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, insert, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.types import TypeEngine

from storage.migrating import upgrade
from storage.schema import metadata
from tests.storage.test_migrate import every_revision

Key = tuple[Any, ...]
Kept = dict[tuple[str, Key], dict[str, Any]]
"""Rows that must be there at the end, by table and key."""


def _value(column: Column[Any], row: int) -> Any:
    """Something that fits and is there once: text that is JSON, days as days, yes and no."""
    kind: TypeEngine[Any] = column.type
    if kind.python_type is not str:
        return row if column.name.endswith("_at") or column.primary_key else row % 2
    if column.name.endswith("_on"):
        return f"2026-{row // 28 + 1:02}-{row % 28 + 1:02}"
    return f'{{"{column.name}": {row}}}'


def _filled(connection: Connection, revision: int) -> Kept:
    """Two rows into every table there is at ``revision``."""
    found = MetaData()
    found.reflect(connection)
    kept: Kept = {}
    for table in found.sorted_tables:
        if table.name == "alembic_version" or table.name.startswith("audit"):
            continue  # a chain is made by its own hand and held by its own tests
        for row in (2 * revision, 2 * revision + 1):
            values = {column.name: _value(column, row) for column in table.columns}
            connection.execute(insert(table).values(values))
            kept[table.name, _key(table, values)] = values
    return kept


def _key(table: Table, row: dict[str, Any]) -> Key:
    return tuple(row[column.name] for column in table.primary_key)


def _there(connection: Connection) -> Iterator[tuple[tuple[str, Key], dict[str, Any]]]:
    for table in metadata.sorted_tables:
        for row in connection.execute(select(table)).mappings():
            yield (table.name, _key(table, dict(row))), dict(row)


async def test_what_is_in_every_earlier_schema_comes_along(bare_url: str) -> None:
    kept: Kept = {}
    engine = create_async_engine(bare_url)
    for number, revision in enumerate(every_revision(), start=1):
        await upgrade(bare_url, revision)
        async with engine.begin() as connection:
            kept |= await connection.run_sync(_filled, number)
    async with engine.begin() as connection:
        there = await connection.run_sync(lambda one: dict(_there(one)))
    await engine.dispose()
    assert len(kept) > 700
    lost = [where for where in kept if where not in there]
    assert lost == []
    changed = [
        (where, name, value, there[where][name])
        for where, row in kept.items()
        for name, value in row.items()
        if there[where].get(name, value) != value
    ]
    assert changed == []
