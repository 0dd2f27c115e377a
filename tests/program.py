"""The real program as its own process, in a folder of its own: started, killed, stopped, looked into."""

import asyncio
import os
import random
import re
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any, Self

import asyncpg
import httpx

from bot import sample
from tests import working_hours
from tests.fakes import zalo
from tests.fakes.telegram import DEFAULT_TOKEN

ROOT = Path(__file__).parent.parent
SECRET = "webhook_secret_" + "s" * 32
PUBLIC_URL = "https://aoxanh.example"
PATIENCE = 60.0
"""Seconds within which a start, a stop or a command must be over."""
THE_PROGRAM = ("-m", "bot")
NONE_WAITS = 'aoxanh_inbox_rows{state="waiting"} 0.0'
OWED = re.compile(r'aoxanh_outbox_rows{[^}]*state="due"} [1-9]')

Row = Mapping[str, Any]


class NotReady(AssertionError):
    """The program ended, or did not answer in time; says what it wrote."""


class Program:
    """One deployment: a data folder, settings, and at most one running process.

    ``given`` are settings beside the usual ones; ``module`` is what Python runs instead of
    ``-m bot`` (a runner that changes something and then starts the program).
    """

    def __init__(
        self, folder: Path, *, module: Sequence[str] = THE_PROGRAM, port: int = 0, **given: str
    ) -> None:
        self.folder = folder
        self.database = folder / "data" / "aoxanh.sqlite"
        self.module = tuple(module)
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.starts: list[float] = []
        self._given = given
        self._errors = folder / f"stderr-{self.port}.txt"
        self._process: asyncio.subprocess.Process | None = None

    @property
    def settings(self) -> dict[str, str]:
        """The environment the process gets: nothing of ours but where Python finds the program."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ") if name in os.environ}
        moved = working_hours.inherited()
        startup = [str(working_hours.STARTUP)] if moved else []
        return {
            **kept,
            "PYTHONFAULTHANDLER": "1",
            "PYTHONPATH": os.pathsep.join([*startup, str(ROOT), os.environ.get("PYTHONPATH", "")]),
            **moved,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.database}",
            "WEB_PORT": str(self.port),
            "SECRET_KEY": "k" * 40,
            "CONTROLLER_NAME": "Tỉnh đoàn mẫu",
            "CONTROLLER_CONTACT": "lienhe@example.vn",
            **self._given,
        }

    def given(self, *, module: Sequence[str] = (), **settings: str) -> "Program":
        """The same deployment, started another way or with other settings; this one must be stopped."""
        return Program(self.folder, module=module or self.module, port=self.port, **self._given | settings)

    @property
    def pid(self) -> int:
        """The number of the running process."""
        if self._process is None:
            raise AssertionError("the program is not running")
        return self._process.pid

    @property
    def errors(self) -> str:
        """Everything written to stderr since the folder is there."""
        return self._errors.read_text(encoding="utf-8") if self._errors.exists() else ""

    async def launch(self) -> None:
        """Start the process without waiting for it."""
        self._process = await self.opened("run")

    async def start(self) -> Self:
        """Start, and wait until it is healthy. Raises NotReady."""
        began = time.monotonic()
        await self.launch()
        await self.healthy()
        self.starts.append(time.monotonic() - began)
        return self

    async def healthy(self) -> None:
        """Wait for a good ``/healthz``. Raises NotReady."""
        async with httpx.AsyncClient(verify=False) as http:
            deadline = time.monotonic() + PATIENCE
            while time.monotonic() < deadline:
                if self._process is None or self._process.returncode is not None:
                    break
                with suppress(httpx.HTTPError):
                    if (await http.get(f"{self.url}/healthz")).status_code == 200:
                        return
                await asyncio.sleep(0.02)
        ended = self._process.returncode if self._process else None
        raise NotReady(
            f"no good answer from {self.url}/healthz (exit code {ended}); it wrote:\n{self.errors[-4000:]}"
        )

    async def idle(self, within: float = PATIENCE) -> None:
        """Wait until no update waits to be handled, by ``/metrics``. Raises TimeoutError."""
        async with asyncio.timeout(within), httpx.AsyncClient(verify=False) as http:
            while NONE_WAITS not in (await http.get(f"{self.url}/metrics")).text:  # noqa: ASYNC110
                await asyncio.sleep(0.1)

    async def clear(self, within: float = PATIENCE) -> None:
        """Wait until no message is owed either. Raises TimeoutError."""
        await self.idle(within)
        async with asyncio.timeout(within), httpx.AsyncClient(verify=False) as http:
            while OWED.search((await http.get(f"{self.url}/metrics")).text):  # noqa: ASYNC110
                await asyncio.sleep(0.1)

    async def kill(self) -> None:
        """``kill -9``; fine when it is dead already."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self.ended()

    async def stop(self) -> tuple[int, float]:
        """SIGTERM; the exit code and the seconds it took."""
        began = time.monotonic()
        os.kill(self.pid, signal.SIGTERM)
        try:
            return await self.ended(), time.monotonic() - began
        except TimeoutError:
            os.kill(self.pid, signal.SIGABRT)
            code = await self.ended()
            raise NotReady(f"it does not stop ({code}); where it stood:\n{self.errors[-6000:]}") from None

    async def ended(self, within: float = PATIENCE) -> int:
        """Wait for the end of the process; its exit code."""
        if self._process is None:
            raise AssertionError("the program is not running")
        async with asyncio.timeout(within):
            code = await self._process.wait()
        self._process = None
        return code

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.returncode is None

    async def command(self, *words: str, given: bytes = b"") -> tuple[int, str]:
        """Run another command of the program; its exit code and what it said."""
        process = await self.opened(*words, stdout=asyncio.subprocess.PIPE, stdin=asyncio.subprocess.PIPE)
        async with asyncio.timeout(PATIENCE):
            said, _ = await process.communicate(given)
        return process.returncode or 0, said.decode()

    async def opened(self, *words: str, **pipes: Any) -> asyncio.subprocess.Process:
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._errors.open("ab") as errors:
            silent = {"stdin": asyncio.subprocess.DEVNULL, "stdout": asyncio.subprocess.DEVNULL}
            return await asyncio.create_subprocess_exec(
                sys.executable, *self.module, *words, cwd=self.folder, env=self.settings, stderr=errors,
                **silent | pipes,
            )  # fmt: skip

    async def rows(self, query: str) -> list[Row]:
        """Rows of the database, with the program stopped: it holds the only connection."""
        if self.running:
            raise AssertionError("the program is running; stop it before looking into its database")
        url = self.settings["DATABASE_URL"]
        if url.startswith("postgresql"):
            connection = await asyncpg.connect(url.replace("+asyncpg", ""))
            try:
                return [dict(row) for row in await connection.fetch(query)]
            finally:
                await connection.close()
        with closing(sqlite3.connect(self.database, isolation_level=None)) as file:
            file.row_factory = sqlite3.Row
            return [dict(row) for row in file.execute(query)]


def free_port() -> int:
    """A port nobody listens on, outside the range that connections take their own from."""
    chance = random.Random(os.urandom(8))
    while True:
        port = chance.randrange(20_000, 32_000)
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port


_SEEDED: dict[tuple[str, ...], tuple[bytes, dict[str, str]]] = {}
"""A seeded database file and its links for each way to seed, made once by the program itself."""


async def seeded(
    folder: Path, *, sown: Sequence[str] = THE_PROGRAM, **settings: Any
) -> tuple[Program, dict[str, str]]:
    """A program in ``folder`` whose database holds the sample team, not started, and the keys of
    the links that enter as its volunteer, leader and coordinator. ``sown`` is the program that seeds.
    With a ``DATABASE_URL`` among the ``settings`` that database is seeded."""
    program = Program(folder, **settings)
    if "DATABASE_URL" in settings:
        _, links = await _seed(program.given(module=sown))
        return program, links
    program.database.parent.mkdir(mode=0o700, parents=True)
    seed = _SEEDED.get(tuple(sown))
    if seed is None:
        seed = _SEEDED[tuple(sown)] = await _seed(Program(folder / "seed", module=sown))
    file, links = seed
    program.database.write_bytes(file)
    program.database.chmod(0o600)
    return program, links


async def _seed(maker: Program) -> tuple[bytes, dict[str, str]]:
    code, said = await maker.command("seed")
    if code:
        raise NotReady(f"seed ended with {code}: {maker.errors[-4000:]}")
    links = dict(line.split(": ", 1) for line in said.splitlines() if "enter?k=" in line)
    file = maker.database.read_bytes() if maker.database.exists() else b""
    return file, {who: link.partition("k=")[2] for who, link in links.items()}


@asynccontextmanager
async def running(program: Program) -> AsyncIterator[Program]:
    """The program, started; killed at the end if a test left it running."""
    await program.start()
    try:
        yield program
    finally:
        await program.kill()


def on_telegram(api_url: str, *, hooked: bool = False) -> dict[str, str]:
    """Settings that put the program on a Telegram fake, polling or by webhook."""
    settings = {"TELEGRAM_BOT_TOKENS": DEFAULT_TOKEN, "TELEGRAM_API_URL": api_url}
    return settings | ({"PUBLIC_URL": PUBLIC_URL, "WEBHOOK_SECRET": SECRET} if hooked else {})


def on_zalo(api_url: str, *, hooked: bool = True) -> dict[str, str]:
    """Settings that put the program on a Zalo fake, by webhook or polling."""
    settings = {"ZALO_BOT_TOKENS": zalo.DEFAULT_TOKEN, "ZALO_API_URL": api_url}
    return settings | ({"PUBLIC_URL": PUBLIC_URL} if hooked else {})


async def acquaint(program: Program, chat: int | str, who: str, token: str = DEFAULT_TOKEN) -> None:
    """Let a sample person (volunteer, leader, coordinator) have this chat on Telegram or Zalo already."""
    account = token.partition(":")[0]
    brand = "zalo" if isinstance(chat, str) else "telegram"
    await program.rows(
        "insert into contacts (key, channel, account, chat, tenant, person_id, preferred, seen_at) values"
        f" ('{brand}:{account}:{chat}', '{brand}', '{account}', '{chat}', '{sample.TENANT}',"
        f" '{sample.person_id(who)}', 1, 0)"
    )
