"""No question reads a whole province to find one person: SQLite's plan of every named query, made with the
statistics that every database gets."""

import csv
import re
import sqlite3
from contextlib import closing
from fnmatch import fnmatch
from pathlib import Path

import pytest

from storage.migrate import migrate
from storage.queries import queries

_PARAMETER = re.compile(r"(?<![:\w]):(\w+)")
_WIDE = re.compile(r"^SCAN (?!.*(VIRTUAL TABLE|CONSTANT ROW))|\(tenant=\?\)$|AUTOMATIC")
_KNOWN = tuple(
    csv.DictReader((Path(__file__).parent / "wide_reads.csv").read_text(encoding="utf-8").splitlines())
)


@pytest.fixture(name="fresh")
async def _fresh(tmp_path: Path) -> Path:
    path = tmp_path / "fresh.sqlite"
    await migrate(f"sqlite+aiosqlite:///{path}")
    return path


def _wide(connection: sqlite3.Connection, text: str) -> list[str]:
    """The steps of a plan that read a table, or all of a tenant's part of it."""
    given = dict.fromkeys(_PARAMETER.findall(text), "[]")
    steps = connection.execute(f"explain query plan {text}", given).fetchall()
    return [step[3] for step in steps if _WIDE.search(step[3])]


def _wide_queries(path: Path) -> dict[str, list[str]]:
    asked = queries("sqlite")
    names = [name for name in asked.available_queries if not name.endswith("_cursor")]
    with closing(sqlite3.connect(path)) as connection:
        found = {name: _wide(connection, getattr(asked, name).sql) for name in names}
    return {name: steps for name, steps in found.items() if steps}


async def test_a_query_that_reads_a_whole_tenant_has_a_reason(fresh: Path) -> None:
    """Without one: give it an index, or the order of its joins, or a line with the reason."""
    wide = _wide_queries(fresh)
    patterns = [line["query"] for line in _KNOWN]
    assert {
        name: steps for name, steps in wide.items() if not any(fnmatch(name, one) for one in patterns)
    } == {}


async def test_every_reason_is_for_a_query_there_is(fresh: Path) -> None:
    wide = _wide_queries(fresh)
    assert [line["query"] for line in _KNOWN if not any(fnmatch(name, line["query"]) for name in wide)] == []


async def test_without_the_statistics_the_planner_reads_a_province(fresh: Path) -> None:
    assert "author_contacts_of_cases" not in _wide_queries(fresh)
    with closing(sqlite3.connect(fresh)) as connection, connection:
        connection.execute("delete from sqlite_stat1")
    assert "author_contacts_of_cases" in _wide_queries(fresh)
