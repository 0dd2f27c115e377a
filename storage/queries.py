"""The named SQL, loaded once an engine: ``sql/*.sql`` shared, ``sql/<engine>/*.sql`` its own.

The adapters differ from aiosql's in two ways: on SQLite a query runs where it is called, which is the
connection's own thread, and a changed-rows count means the same on both engines.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import aiosql
from aiosql.adapters.aiosqlite import AioSQLiteAdapter
from aiosql.adapters.asyncpg import AsyncPGAdapter
from aiosql.queries import Queries

Engine = Literal["sqlite", "postgresql"]
Row = Mapping[str, Any]
Params = Mapping[str, Any]

SQL_FOLDER = Path(__file__).parent / "sql"


class _SqliteAdapter(AioSQLiteAdapter):
    """aiosql on the standard library's connection, for work that is already on its thread: every query
    answers at once, and is waited for only because on PostgreSQL it has to be."""

    async def select(
        self, conn: Any, _query_name: str, sql: str, parameters: Any, _record_class: Any = None
    ) -> AsyncIterator[Row]:
        for row in conn.execute(sql, parameters).fetchall():
            yield row

    async def select_one(
        self, conn: Any, _query_name: str, sql: str, parameters: Any, _record_class: Any = None
    ) -> Row | None:
        rows = conn.execute(sql, parameters).fetchall()
        return cast(Row, rows[0]) if rows else None

    async def insert_update_delete(self, conn: Any, _query_name: str, sql: str, parameters: Any) -> int:
        return int(conn.execute(sql, parameters).rowcount)

    async def insert_update_delete_many(self, conn: Any, _query_name: str, sql: str, parameters: Any) -> None:
        conn.executemany(sql, parameters)


class _PostgresqlAdapter(AsyncPGAdapter):
    """aiosql on asyncpg with the number of changed rows as the value of a statement."""

    async def insert_update_delete(self, conn: Any, query_name: str, sql: str, parameters: Any) -> int:
        status: str = await conn.execute(sql, *self.maybe_order_params(query_name, parameters))  # type: ignore[no-untyped-call]  # aiosql's adapters are untyped
        return int(status.rsplit(" ", 1)[-1])


@cache
def queries(engine: Engine) -> Queries:
    """Every named query of ``engine``; a name defined twice is an error of the first start."""
    adapter: Any = _SqliteAdapter if engine == "sqlite" else _PostgresqlAdapter
    shared = sorted(SQL_FOLDER.glob("*.sql"))
    own = sorted((SQL_FOLDER / engine).glob("*.sql"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in (*shared, *own))
    return cast(Queries, aiosql.from_str(text, adapter))


class Tx:
    """Named queries on the connection of one piece of work: a read, or a transaction."""

    __slots__ = ("_connection", "_queries", "engine")

    def __init__(self, engine: Engine, connection: Any) -> None:
        self.engine = engine
        self._connection = connection
        self._queries = queries(engine)

    async def all(self, name: str, /, **params: Any) -> list[Row]:
        """Every row of query ``name``."""
        return [row async for row in getattr(self._queries, name)(self._connection, **params)]

    async def one(self, name: str, /, **params: Any) -> Row | None:
        """The first row of query ``name`` (declared with ``^``), or None."""
        return cast(Row | None, await getattr(self._queries, name)(self._connection, **params))

    async def run(self, name: str, /, **params: Any) -> int:
        """Run statement ``name`` (declared with ``!``); the number of changed rows."""
        return cast(int, await getattr(self._queries, name)(self._connection, **params))

    async def many(self, name: str, rows: Sequence[Params]) -> None:
        """Run statement ``name`` (declared with ``*!``) once a row, in one round."""
        if rows:
            await getattr(self._queries, name)(self._connection, [dict(row) for row in rows])

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Rows of a statement made from the schema, with ``$1`` (PostgreSQL) or ``?`` (SQLite): for moving
        whole tables alone; everything else has a name."""
        if self.engine == "sqlite":
            return cast(list[Row], self._connection.execute(sql, params).fetchall())
        return cast(list[Row], await self._connection.fetch(sql, *params))

    async def stream(self, sql: str, most: int) -> AsyncIterator[Sequence[Row]]:
        """As ``fetch``, ``most`` rows at a time: for copying whole tables alone."""
        cursor = (
            self._connection.execute(sql) if self.engine == "sqlite" else await self._connection.cursor(sql)
        )
        while True:
            page = cursor.fetchmany(most) if self.engine == "sqlite" else await cursor.fetch(most)
            if not page:
                return
            yield page

    async def put(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement made from the schema once a row; as ``fetch``, for moving alone."""
        if self.engine == "sqlite":
            self._connection.executemany(sql, rows)
        else:
            await self._connection.executemany(sql, rows)
