"""When the program is killed: between two steps, or somewhere inside the work for one."""

import asyncio
import random
import shutil
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle

from tests.chats import Chat, until
from tests.program import Program

STRACE = shutil.which("strace")
CALLS = {"fdatasync": 4, "pwrite64": 36, "sendto": 12, "writev": 4, "recvfrom": 8}
"""System calls that write, sync, send and receive, and up to which one of them after a person's
action the program is killed at its entry."""
LONGEST = 5.0
"""Seconds after which a blow falls wherever the program is."""
_LINGER = 0.2


class When(StrEnum):
    """What the kill waits for after the person's action."""

    BETWEEN = "between two steps"
    ACKNOWLEDGED = "as soon as the update is acknowledged"
    SHOWN = "as soon as the answer is shown"
    MILLISECONDS = "after some milliseconds"
    CALL = "at a counted system call"


@dataclass(frozen=True, slots=True)
class Blow:
    """One ``kill -9``. ``number`` is milliseconds or the how-manieth ``call``."""

    when: When
    number: int = 0
    call: str = ""


def schedule(chance: random.Random, *, counted: bool = STRACE is not None) -> Iterator[Blow]:
    """Blows without end, every kind in turn, the numbers by ``chance``; ``counted`` ones need strace."""
    for when in cycle(When):
        if when is When.MILLISECONDS:
            # Most of the work is over in a hundred milliseconds; what the chat's pause holds back
            # leaves within a second.
            yield Blow(when, chance.choice([chance.randrange(100), chance.randrange(1200)]))
        elif when is not When.CALL:
            yield Blow(when)
        elif counted:
            call = chance.choice(sorted(CALLS))
            yield Blow(when, chance.randrange(1, CALLS[call] + 1), call)


async def strike(program: Program, chat: Chat, act: Callable[[], Awaitable[None]], blow: Blow) -> None:
    """The person acts, the program is killed at ``blow`` and started again."""
    if blow.when is When.BETWEEN:
        await program.kill()
    tracer = await _traced(program, blow) if blow.when is When.CALL else None
    before = _marks(chat)
    acting = asyncio.ensure_future(act())
    if blow.when is not When.BETWEEN:
        with suppress(TimeoutError):
            await _due(program, chat, blow, before)
    await program.kill()
    if tracer is not None:
        await tracer.wait()
    await program.start()
    await acting


def _marks(chat: Chat) -> tuple[int, int]:
    """What changes when something is acknowledged, and when something is shown."""
    return len(chat.acknowledged), len(chat.new) + chat.edits


async def _due(program: Program, chat: Chat, blow: Blow, before: tuple[int, int]) -> None:
    """Wait for the moment of the blow. Raises TimeoutError when it does not come."""
    if blow.when is When.MILLISECONDS:
        await asyncio.sleep(blow.number / 1000)
    elif blow.when is When.ACKNOWLEDGED:
        await until(lambda: _marks(chat)[0] != before[0], LONGEST, every=0.002)
    elif blow.when is When.SHOWN:
        await until(lambda: _marks(chat)[1] != before[1], LONGEST, every=0.002)
    else:
        # The call may never come: then the blow falls a moment after the answer.
        await until(lambda: not program.running or _marks(chat)[1] != before[1], LONGEST)
        await program.ended(within=_LINGER)


async def _traced(program: Program, blow: Blow) -> Process:
    """strace, attached to every thread: it kills the program at the entry of the counted call."""
    assert STRACE is not None
    fault = f"inject={blow.call}:signal={signal.SIGKILL.name}:when={blow.number}"
    command = [
        STRACE,
        "-f",
        "-p",
        str(program.pid),
        "-o",
        "/dev/null",
        "-e",
        f"trace={blow.call}",
        "-e",
        fault,
    ]
    tracer = await asyncio.create_subprocess_exec(*command, stderr=PIPE)
    assert tracer.stderr is not None
    async with asyncio.timeout(LONGEST):
        said = (await tracer.stderr.readline()).decode()
    assert "attached" in said, f"strace cannot attach: {said}"
    return tracer
