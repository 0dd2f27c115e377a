"""What SQLite's planner is told about the size of things: a tenant is a whole province.

Without statistics it believes that a tenant holds ten rows and reads a province to find one person; with
those of the moment its plans would change from day to day. So it gets these, the same everywhere, after each
migration (https://sqlite.org/queryplanner-ng.html, "query planner stability guarantee").
"""

from collections.abc import Iterator

from sqlalchemy import Connection

_ROWS, _TENANTS = 1_000_000, 34
_PARTIAL = 100
"""One row in so many is in an index with a condition: what is open, due, or of a unit."""
_OF_ONE_VALUE = (20, 10, 5)
"""Rows that share the first one, two, three columns after the tenant (or of an index without one)."""
_ONE_ROW_A_TENANT = ("tenants", "units")


def expect(connection: Connection) -> None:
    """Write the statistics of every table and index."""
    connection.exec_driver_sql("analyze sqlite_schema")
    connection.exec_driver_sql("delete from sqlite_stat1")
    tables = "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name"
    for (table,) in connection.exec_driver_sql(tables).all():
        for index, figures in _of_indexes(connection, table):
            connection.exec_driver_sql("insert into sqlite_stat1 values (?, ?, ?)", (table, index, figures))


def _of_indexes(connection: Connection, table: str) -> Iterator[tuple[str | None, str]]:
    yield None, str(_ROWS)
    for _, index, unique, _, partial in connection.exec_driver_sql(f"pragma index_list({table})").all():
        columns = [row[2] for row in connection.exec_driver_sql(f"pragma index_info({index})").all()]
        rows = _ROWS // _PARTIAL if partial else _ROWS
        shares = [1] * len(columns) if table in _ONE_ROW_A_TENANT else _shares(rows, columns, bool(unique))
        yield index, " ".join(map(str, (rows, *shares)))


def _shares(rows: int, columns: list[str], unique: bool) -> list[int]:
    """Rows that share the first column, the first two, and so on."""
    tenant = [rows // _TENANTS] if columns[0] == "tenant" else []
    shares = [*tenant, *_OF_ONE_VALUE][: len(columns)]
    shares += [2] * (len(columns) - len(shares))
    return [*shares[:-1], 1] if unique else shares
