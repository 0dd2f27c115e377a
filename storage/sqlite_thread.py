"""A SQLite connection that does a whole piece of work in one hop to its thread.

A piece of work is a coroutine because on PostgreSQL its queries wait for a server. Here they answer at once,
so that it runs from beginning to end where the file is; a hop for each query would cost more than the query.
"""

from collections.abc import Awaitable
from typing import TypeVar, cast

import aiosqlite

T = TypeVar("T")


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with its thread, for whole pieces of work."""

    async def whole(self, work: Awaitable[T]) -> T:
        """The result of ``work``, done on the connection's thread without a break."""
        return cast(T, await self._execute(_driven, work))  # type: ignore[no-untyped-call]  # untyped there


def _driven(work: Awaitable[T]) -> T:
    steps = work.__await__()
    try:
        next(steps)
    except StopIteration as end:
        return cast(T, end.value)
    steps.close()
    raise RuntimeError("a piece of work waits for something that is not its transaction; read that before")
