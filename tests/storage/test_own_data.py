"""What somebody gets of what is kept about them: every table, every column in words."""

import pytest

from locales import words
from storage.database import Database
from storage.own_data import held
from storage.queries import SQL_FOLDER
from storage.schema import metadata
from tests.storage.made import TENANT
from tests.storage.traces import GONE, fill, tables


@pytest.mark.parametrize("table", [table.name for table in tables()])
def test_every_table_of_a_person_is_in_their_copy_or_passes(table: str) -> None:
    """Whoever adds one says in ``sql/own_data.sql`` what a person sees of it."""
    text = (SQL_FOLDER / "own_data.sql").read_text(encoding="utf-8")
    own = "person_id" in metadata.tables[table].columns
    assert not own or f"-- name: own_{table}(" in text or table in OWN_IN_WORDS, table


OWN_IN_WORDS = {"data_links", "enter_links"}
"""Links that live for minutes: hashes, which say nothing."""


async def test_every_column_of_a_copy_has_a_name_in_words(any_database: Database) -> None:
    """So that people can read it; whoever adds one writes ``my-data-column-…``."""
    await fill(any_database)
    found = await any_database.read(lambda tx: held(tx, (TENANT, GONE)))
    reader = words("vi")
    wanted = {f"my-data-table-{table}" for table in found}
    wanted |= {f"my-data-column-{name}" for rows in found.values() for row in rows for name in row}
    assert [key for key in sorted(wanted) if not reader.has(key.replace("_", "-"))] == []


def test_whoever_is_told_something_is_not_paused() -> None:
    """A query that leaves out people who left also leaves out those who paused: both hear nothing first."""
    files = [
        path for path in sorted(SQL_FOLDER.glob("*.sql")) if path.name not in ("rights.sql", "retention.sql")
    ]
    queries = [
        f"{path.name}: {query.partition('(')[0]}"
        for path in files
        for query in path.read_text(encoding="utf-8").split("-- name: ")
        if "p.left_at is null" in query and "p.paused_at is null" not in query
    ]
    assert queries == []
