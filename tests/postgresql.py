"""A throw-away PostgreSQL for tests: Debian's binaries, a folder of its own, a Unix socket in it.

The server dies with the test process (``setpriv --pdeathsig``), also when that one is killed; nobody
else can reach it, because the folder is its owner's alone. Names are compared by Vietnamese rules, as a
province's server would: what leans on SQLite's byte order is found here.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from storage.migrate import migrate

USER = "postgres"
PATIENCE = 30.0
"""Seconds within which the server must be there, or gone."""
_PREFIX = "aoxanh-postgresql-"
_TEMPLATE = "template_migrated"
_SETTINGS = ("listen_addresses=", "max_connections=60", "shared_buffers=32MB", "log_min_messages=warning")
_EMPTY = """
do $$ declare kept record; begin
  set local session_replication_role = replica;  -- the audit log refuses to be emptied
  perform pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid();
  for kept in select tablename from pg_tables
    where schemaname = 'public' and tablename <> 'alembic_version'
  loop
    execute format('delete from %I', kept.tablename);
  end loop;
  comment on table alembic_version is null;
end $$
"""


class NoServer(Exception):
    """Why there is no PostgreSQL to test against."""


def binaries() -> Path:
    """The folder of the newest installed server; raises NoServer."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: path.parts[-3].zfill(3)
    )
    if not found:
        raise NoServer("no PostgreSQL server is installed; apt-get install postgresql")
    if shutil.which("setpriv") is None:
        raise NoServer("setpriv is missing, so the server could not be tied to this process")
    return found[-1].parent


@dataclass
class Server:
    """A running server; ``folder`` holds its data, its log and its socket."""

    folder: Path
    process: subprocess.Popen[bytes]
    made: int = 0
    clean: list[str] = field(default_factory=list)

    def url(self, name: str) -> str:
        """The database ``name`` as ``DATABASE_URL`` has it."""
        return f"postgresql+asyncpg://{USER}@/{name}?host={self.folder}"

    def empty(self) -> str:
        """A new database with no table in it; its URL."""
        return self._made("template0")

    def fresh(self) -> str:
        """A database with the newest schema and nothing in it; its URL."""
        return self.clean.pop() if self.clean else self._made(_TEMPLATE)

    def give_back(self, url: str) -> None:
        """Empty a database that was fresh: ten times quicker than dropping it and copying another."""
        asyncio.run(self._ask(urlsplit(url).path[1:], _EMPTY))
        self.clean.append(url)

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self.ask(f'drop database "{urlsplit(url).path[1:]}" with (force)')

    def prepare(self) -> None:
        """Migrate the template that fresh databases are copied from."""
        self.ask(f"create database {_TEMPLATE}")
        asyncio.run(migrate(self.url(_TEMPLATE)))

    def ask(self, sql: str) -> None:
        """Run one statement outside any transaction."""
        asyncio.run(self._ask("postgres", sql))

    async def restart(self, blow: signal.Signals) -> None:
        """End the server by ``blow`` and start it again: SIGINT is its fast shutdown, SIGQUIT its immediate
        one, SIGKILL none at all."""
        self.process.send_signal(blow)
        while self.process.poll() is None:  # noqa: ASYNC110  # a process has no event to wait for
            await asyncio.sleep(0.01)
        self.process = _started(binaries(), self.folder)
        give_up_at = time.monotonic() + PATIENCE
        while not await self._there():
            if time.monotonic() > give_up_at:
                raise NoServer(f"PostgreSQL did not come back: {self.said}")
            if self.process.poll() is not None:  # what the killed one left behind still holds its memory
                self.process = _started(binaries(), self.folder)
            await asyncio.sleep(0.02)

    @property
    def said(self) -> str:
        """The end of its log."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace").strip()[-500:]

    async def _there(self) -> bool:
        try:
            await self._ask("postgres", "select 1")
        except (OSError, asyncpg.CannotConnectNowError):
            return False
        return True

    def _made(self, template: str) -> str:
        self.made += 1
        name = f"test_{self.made}"
        self.ask(f"create database {name} template {template}")
        return self.url(name)

    async def _ask(self, name: str, sql: str) -> None:
        connection = await asyncpg.connect(host=str(self.folder), user=USER, database=name, timeout=PATIENCE)
        try:
            await connection.execute(sql, timeout=PATIENCE)
        finally:
            await connection.close(timeout=PATIENCE)


@contextmanager
def running(home: Path | None = None) -> Iterator[Server]:
    """A server with a migrated template, in a folder in ``home``; stopped and removed at the end. Raises
    NoServer."""
    bin_folder = binaries()
    home = home or Path(tempfile.gettempdir())
    _sweep(home)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=home))
    server: Server | None = None
    try:
        (folder / "owner").write_text(str(os.getpid()), encoding="utf-8")
        if os.geteuid() == 0:
            shutil.chown(folder, USER, USER)
        _initialise(bin_folder, folder)
        server = Server(folder, _started(bin_folder, folder))
        _wait_until_there(server)
        server.prepare()
        yield server
    finally:
        if server is not None:
            _stop(server.process)
        shutil.rmtree(folder)


def _sweep(home: Path) -> None:
    """Remove what a killed test process left behind; its server died with it."""
    for folder in home.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            owner = (folder / "owner").read_text(encoding="utf-8")
            if not Path("/proc", owner).exists():
                shutil.rmtree(folder, ignore_errors=True)


def _as_owner(*, tied: bool) -> list[str]:
    """The words before a command that make it run as the data's owner, who is never root."""
    owner = [f"--reuid={USER}", f"--regid={USER}", "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *owner, *(["--pdeathsig", "QUIT"] if tied else [])]


def _initialise(bin_folder: Path, folder: Path) -> None:
    rules = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=vi-VN"]
    made = subprocess.run(
        [*_as_owner(tied=False), str(bin_folder / "initdb"), "-D", str(folder / "data"), "-U", USER, *rules],
        check=False,
        capture_output=True,
        cwd="/",
        timeout=PATIENCE * 2,
    )
    if made.returncode:
        raise NoServer(f"initdb failed: {made.stderr.decode(errors='replace').strip()}")


def _started(bin_folder: Path, folder: Path) -> subprocess.Popen[bytes]:
    settings = [
        part for setting in (*_SETTINGS, f"unix_socket_directories={folder}") for part in ("-c", setting)
    ]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [*_as_owner(tied=True), str(bin_folder / "postgres"), "-D", str(folder / "data"), *settings],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
        )


def _wait_until_there(server: Server) -> None:
    give_up_at = time.monotonic() + PATIENCE
    while True:
        try:
            server.ask("select 1")
        except (OSError, asyncpg.CannotConnectNowError) as error:
            if server.process.poll() is not None or time.monotonic() > give_up_at:
                raise NoServer(f"PostgreSQL did not start: {server.said}") from error
            time.sleep(0.05)
        else:
            return


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Fast shutdown; when that takes too long, the immediate one."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)
        process.wait(PATIENCE)
