"""How each of the measured programs is started."""

import asyncio
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fake_api import TOKEN
from benchmarks.seeding import plan_today

PEERS_PYTHON = Path(".venv-bench/bin/python")
_SECRET = "only-the-benchmark-knows-0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Peer:
    """A bot of the same form on another library, in ``benchmarks/peers``."""

    name: str
    module: str

    def prepare(self, folder: Path) -> None:
        """Nothing: what a peer keeps, it makes."""

    def command(self, folder: Path, api: str, mode: str, port: int) -> tuple[list[str], Mapping[str, str]]:
        """See ``Program``."""
        asked = ["--api", api, "--token", TOKEN, "--mode", mode, "--port", str(port), "--folder", str(folder)]
        return [str(PEERS_PYTHON), "-m", f"benchmarks.peers.{self.module}", *asked], {}


@dataclass(frozen=True, slots=True)
class Ours:
    """Our program on a copy of the database ``seeded`` with ``registered`` people."""

    seeded: Path
    registered: int
    name: str = "ours"

    def prepare(self, folder: Path) -> None:
        """Copy the database: each trial starts from the same people, with the shifts of today."""
        copy = Path(shutil.copy(self.seeded, folder / "aoxanh.sqlite"))
        asyncio.run(plan_today(copy, self.registered))

    def command(self, folder: Path, api: str, mode: str, port: int) -> tuple[list[str], Mapping[str, str]]:
        """See ``Program``."""
        settings = {
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/aoxanh.sqlite",
            "TELEGRAM_BOT_TOKENS": TOKEN,
            "TELEGRAM_API_URL": api,
            "SECRET_KEY": _SECRET,
            "CONTROLLER_NAME": "benchmark",
            "CONTROLLER_CONTACT": "benchmark",
            "WEB_PORT": str(port),
        }
        if mode == "webhook":
            settings |= {"PUBLIC_URL": f"https://127.0.0.1:{port}", "WEBHOOK_SECRET": _SECRET}
        return [sys.executable, "-m", "benchmarks.ours"], settings


PTB_MEMORY = Peer("python-telegram-bot 22.8, in memory", "ptb_memory")
PTB_SQLITE = Peer("python-telegram-bot 22.8, SQLite persistence", "ptb_sqlite")
AIOGRAM = Peer("aiogram 3, in memory", "aiogram_memory")
