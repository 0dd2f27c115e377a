"""Faults put into a running program's calls to the system."""

import asyncio
import shutil
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from tests.chaos.trial import NotHere
from tests.program import Program

STRACE = shutil.which("strace")
PATIENCE = 10.0


@asynccontextmanager
async def failing(program: Program, *faults: str, only: Path | None = None) -> AsyncIterator[None]:
    """While it lasts, ``faults`` (``fdatasync:error=EIO:when=3``) strike every thread of ``program``; with
    ``only``, calls about that file alone."""
    if STRACE is None:
        raise NotHere("faults of system calls need strace")
    calls = ",".join(sorted({fault.partition(":")[0] for fault in faults}))
    command = [STRACE, "-f", "-p", str(program.pid), "-o", "/dev/null", "-e", f"trace={calls}"]
    command += ["-P", str(only)] if only else []
    for fault in faults:
        command += ["-e", f"inject={fault}"]
    tracer = await asyncio.create_subprocess_exec(*command, stderr=PIPE)
    assert tracer.stderr is not None
    try:
        async with asyncio.timeout(PATIENCE):
            while "attached" not in (said := (await tracer.stderr.readline()).decode()):
                assert said, "strace cannot attach"
        draining = asyncio.create_task(tracer.stderr.read())
        yield
    finally:
        with suppress(ProcessLookupError):
            tracer.terminate()
        await tracer.wait()
        await draining
