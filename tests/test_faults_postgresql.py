"""PostgreSQL restarts, is killed, has no connection left, refuses: under load nobody waits for long,
nothing is lost, and nothing is there twice.

``python -m tests.test_faults_postgresql --restarts 50`` restarts it so often under load, by ``--blow``
SIGINT, SIGQUIT or SIGKILL, and prints the toll.
"""

import argparse
import asyncio
import logging
import os
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import asyncpg
import pytest
import structlog
from rich.console import Console
from rich.table import Table

from bot import clock, sample
from locales import words
from storage.database import database
from storage.effects import carry_out
from tests.fleet import rows
from tests.postgresql import NoServer, Server, running
from tests.province import Province, Toll, province

pytestmark = pytest.mark.postgresql

PEOPLE = 12
LONGEST = 5.0
"""Seconds of silence after the server takes work again. How long it is away is its own: on a slow disk a
killed one takes seconds to put itself in order."""
MEMORY = Path("/dev/shm")
"""Where a killed server is soon in order again, and holds up no other test."""
CALM = 0.7
"""Seconds of load before and after a fault."""


@pytest.fixture(scope="module")
def victim() -> Iterator[Server]:
    """A server for these tests alone."""
    try:
        with running(MEMORY if MEMORY.is_dir() else None) as server:
            yield server
    except NoServer as error:
        pytest.skip(str(error))


@asynccontextmanager
async def _under_load(url: str) -> AsyncIterator[Province]:
    """The sample team at work."""
    store = database(url)
    await store.start()
    await store.write(lambda tx: carry_out(tx, sample.effects(words("vi"), clock.now())))
    await store.close()
    async with province(url, PEOPLE) as found:
        found.begin(PEOPLE)
        await asyncio.sleep(CALM)
        yield found


async def _suffered(url: str, fault: Callable[[], Awaitable[float]]) -> tuple[Toll, float]:
    """The toll of ``fault`` under load, and the longest silence. ``fault`` gives back since when the server
    takes work again."""
    async with _under_load(url) as found:
        since = await fault()
        await asyncio.sleep(CALM)
        toll = await found.settle()
        return toll, found.post.longest_gap(since)


async def _holds(url: str, fault: Callable[[], Awaitable[float]]) -> None:
    toll, gap = await _suffered(url, fault)
    assert toll == Toll()
    assert gap < LONGEST


async def _restart(server: Server, blow: signal.Signals) -> float:
    await server.restart(blow)
    return time.monotonic()


async def _kill_backend(url: str) -> float:
    """SIGKILL one of the processes that serve us: the server then restarts all of them by itself."""
    (found,) = await rows(
        url, "select pid from pg_stat_activity where application_name = 'aoxanh' order by pid desc limit 1"
    )
    os.kill(found["pid"], signal.SIGKILL)
    while True:
        with suppress(asyncpg.PostgresError, OSError):
            await rows(url, "select 1")
            return time.monotonic()
        await asyncio.sleep(0.02)


async def _use_up_connections(url: str, seconds: float = 2.0) -> float:
    """Others take every connection the moment ours are cut, and keep them for a while."""
    dsn, hoard = url.replace("+asyncpg", ""), []
    await _cut(url)
    with suppress(asyncpg.TooManyConnectionsError):
        while True:
            hoard.append(await asyncpg.connect(dsn))
    await asyncio.sleep(seconds)
    freed_at = time.monotonic()
    await asyncio.gather(*(one.close() for one in hoard))
    return freed_at


async def _cut(url: str) -> None:
    with suppress(asyncpg.PostgresError, OSError):
        await rows(
            url,
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()",
        )


async def _set_for_a_while(url: str, setting: str, value: str, seconds: float = 2.0) -> float:
    """New connections get a setting under which our work fails now and then."""
    name = url.partition("@/")[2].partition("?")[0]
    other = url.replace(name, "postgres", 1)
    refused = f"select xact_rollback as n from pg_stat_database where datname = '{name}'"
    ((before,), began) = await rows(other, refused), time.monotonic()
    await rows(other, f"alter database {name} set {setting} = '{value}'")
    await _cut(url)
    await asyncio.sleep(seconds)
    await rows(other, f"alter database {name} reset {setting}")
    await _cut(url)
    (after,) = await rows(other, refused)
    assert after["n"] > before["n"], f"{setting} = {value} refused nothing"
    return began


async def _wait_for_each_other(url: str, times: int = 3) -> float:
    """Somebody locks what we lock in the other order, and is the more patient, until so many of us or of
    them were given up."""
    began = time.monotonic()
    other = await asyncpg.connect(url.replace("+asyncpg", ""))
    await other.execute("set deadlock_timeout = '1500ms'")
    while (
        await other.fetchval("select deadlocks from pg_stat_database where datname = current_database()")
    ) < times:
        with suppress(asyncpg.DeadlockDetectedError):
            async with other.transaction():
                await other.execute("select 1 from day_totals order by item desc for update")
                await other.execute("select 1 from inbox where state = 'waiting' order by id desc for update")
    await other.close()
    return began


@pytest.fixture
def url(victim: Server) -> Iterator[str]:
    """A database on it."""
    made = victim.fresh()
    yield made
    victim.drop(made)


@pytest.mark.parametrize(
    "blow", [signal.SIGINT, signal.SIGQUIT, signal.SIGKILL], ids=["fast", "immediate", "kill"]
)
async def test_the_server_restarts(victim: Server, url: str, blow: signal.Signals) -> None:
    """In order, at once, and from the ruins of a killed one."""
    await _holds(url, lambda: _restart(victim, blow))


async def test_a_process_of_the_server_is_killed(url: str) -> None:
    """It takes all the others with it."""
    await _holds(url, lambda: _kill_backend(url))


async def test_connections_are_used_up(url: str) -> None:
    """As soon as there is one again, work goes on."""
    await _holds(url, lambda: _use_up_connections(url))


@pytest.mark.parametrize(
    ("setting", "value"), [("statement_timeout", "4ms"), ("default_transaction_isolation", "serializable")]
)
async def test_the_server_refuses_now_and_then(url: str, setting: str, value: str) -> None:
    """A statement that takes too long, two that cannot both be right: the whole work is done again."""
    await _holds(url, lambda: _set_for_a_while(url, setting, value))


async def test_two_wait_for_each_other(url: str) -> None:
    """The one the server gives up is done again."""
    await _holds(url, lambda: _wait_for_each_other(url))


async def _restarts(server: Server, url: str, blow: signal.Signals, times: int) -> tuple[Toll, float, float]:
    """So many restarts under one load; the toll, the longest silence, and how much of it came after the
    server was back."""
    async with _under_load(url) as found:
        whole, ours = 0.0, 0.0
        for _ in range(times):
            began = time.monotonic()
            await server.restart(blow)
            back = time.monotonic()
            await asyncio.sleep(CALM)
            whole = max(whole, found.post.longest_gap(began))
            ours = max(ours, found.post.longest_gap(back))
        return await found.settle(), whole, ours


def main() -> None:
    """Read the command line, restart, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.test_faults_postgresql", description=__doc__)
    parser.add_argument("--restarts", type=int, default=50)
    parser.add_argument("--blow", choices=("SIGINT", "SIGQUIT", "SIGKILL"), default="SIGQUIT")
    given = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with running() as server:
        blow = signal.Signals[given.blow]
        toll, gap, ours = asyncio.run(_restarts(server, server.fresh(), blow, given.restarts))
    table = Table(
        "restarts",
        "lost",
        "doubled",
        "messages repeated",
        "out of order",
        "longest gap",
        "with the server back",
    )
    shown = (given.restarts, toll.lost, toll.doubled, toll.repeated, toll.disordered)
    table.add_row(*map(str, shown), f"{gap:.1f} s", f"{ours:.1f} s")
    Console(width=110).print(table)
    if toll != Toll() or ours > LONGEST:
        raise SystemExit("more was lost, doubled or waited for than is promised")


if __name__ == "__main__":
    main()
