"""A person at the terminal: ``bot chat`` as its own process, lines in and lines out."""

import asyncio
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from tests.chats.chat import seen
from tests.program import PATIENCE, Program


class TerminalChat:
    """See ``Chat``; buttons are typed as their labels, and nothing is changed in place.

    Messages cannot be told apart in what is printed: ``new`` holds one entry a turn.
    """

    edits = 0

    def __init__(self, process: Process) -> None:
        self._process = process
        self._printed = ""
        self._turns: list[int] = []
        self._reading = asyncio.create_task(self._read())

    async def starts(self, code: str = "") -> None:
        """See ``Chat``."""
        await self.says(f"/start {code}".strip())

    async def says(self, text: str) -> None:
        """See ``Chat``."""
        assert self._process.stdin is not None
        self._turns.append(len(self._printed))
        self._process.stdin.write(f"{text}\n".encode())
        await self._process.stdin.drain()

    async def taps(self, label: str) -> None:
        """See ``Chat``."""
        await self.says(label)

    async def sees(self, fragment: str, within: float = 40.0) -> str:
        """See ``Chat``: in what was printed since the person last typed."""
        since = self._turns[-1] if self._turns else 0
        await seen(lambda: [self._printed[since:]], fragment, within)
        return self._printed[since:]

    @property
    def new(self) -> list[str]:
        """See ``Chat``."""
        ends = [*self._turns[1:], len(self._printed)]
        return [self._printed[start:end] for start, end in zip(self._turns, ends, strict=True)]

    @property
    def done(self) -> int:
        """See ``Chat``."""
        return len(self._turns)

    @property
    def acknowledged(self) -> set[str]:
        """See ``Chat``: a terminal is told nothing."""
        return set()

    async def leaves(self) -> int:
        """End the input; the exit code of the program."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        async with asyncio.timeout(PATIENCE):
            await self._reading
            return await self._process.wait()

    async def ends(self) -> None:
        """Kill it if it still runs."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        await self._reading
        await self._process.wait()

    async def _read(self) -> None:
        assert self._process.stdout is not None
        while chunk := await self._process.stdout.readline():
            self._printed += chunk.decode()


@asynccontextmanager
async def terminal(program: Program, who: str) -> AsyncIterator[TerminalChat]:
    """A terminal with ``bot chat --as who``; killed at the end if it is still open."""
    process = await program.opened("chat", "--as", who, stdin=PIPE, stdout=PIPE)
    chat = TerminalChat(process)
    try:
        yield chat
    finally:
        await chat.ends()
