"""What a read takes: on the clock, and of a core."""

import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from storage.database import Database
from storage.queries import Tx


@dataclass(frozen=True)
class Spent:
    """One run: seconds on the wall, seconds of a core, and what it found."""

    wall: float
    cpu: float
    found: int


async def timed(store: Database, work: Callable[[Tx], Awaitable[int]]) -> Spent:
    """What a read takes; on a busy machine the seconds of a core are what can be compared. They are of the
    program and its server together."""

    async def run(tx: Tx) -> Spent:
        server = await _server(tx)
        wall, cpu = time.perf_counter(), time.process_time() + _used(server)
        found = await work(tx)
        return Spent(time.perf_counter() - wall, time.process_time() + _used(server) - cpu, found)

    return await store.read(run)


async def _server(tx: Tx) -> int:
    """The process of PostgreSQL that answers here; 0 where the program does it itself."""
    if tx.engine == "sqlite":
        return 0
    return int((await tx.fetch("select pg_backend_pid() as pid"))[0]["pid"])


def _used(process: int) -> float:
    """Seconds of a core that a process has used."""
    if not process:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
