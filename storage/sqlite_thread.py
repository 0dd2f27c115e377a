"""A SQLite connection that does a whole group of work in one hop to its thread.

A piece of work is a coroutine because on PostgreSQL its queries wait for a server. Here they answer at once,
so that it runs from beginning to end where the file is; a hop for each query would cost more than the query.
"""

import sqlite3
from collections.abc import Callable
from typing import TypeVar, cast

import aiosqlite

T = TypeVar("T")


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with its thread, for whole groups of work."""

    async def whole(self, group: Callable[[sqlite3.Connection], T]) -> T:
        """The result of ``group``, done on the connection's thread without a break."""
        return cast(T, await self._execute(group, self._conn))  # type: ignore[no-untyped-call]  # untyped there
