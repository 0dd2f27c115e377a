"""One, two and four workers that think on one PostgreSQL: ``python -m benchmarks.workers``.

A thousand people send five figures each and confirm them, all at once; the workers are there already.
Counted is the time from the first update stored to the last one handled. Afterwards nothing may be missing,
and every person's answers must stand in the order of what they said. Writes ``benchmarks/workers.md``.
"""

import argparse
import asyncio
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx

from benchmarks.fake_api import TOKEN
from benchmarks.machine import described, load
from benchmarks.pace import FIRST_ID
from benchmarks.seeding import populate
from bot import clock
from bot.calling import Connections
from bot.channels.telegram import TelegramChannel
from bot.intake import DurableIntake
from storage.database import database
from tests import postgresql
from tests.program import free_port

RESULTS = Path(__file__).with_suffix(".md")
WORKERS = (1, 2, 4)
PEOPLE, EACH = 1_000, 10
LONGEST = 300.0
SECRET = "only-the-benchmark-knows-0123456789abcdef"
_FIGURE = re.compile(r"VNeID (\d+)|Đã ghi (\d+)")


@dataclass(frozen=True)
class Came:
    """What came of one trial."""

    workers: int
    seconds: float
    missing: int
    out_of_order: int

    @property
    def per_second(self) -> float:
        """Updates thought a second."""
        return PEOPLE * EACH / self.seconds


@contextmanager
def thinking(url: str, how_many: int, folder: Path) -> Iterator[None]:
    """So many workers on the database at ``url``, ready."""
    env = {
        **os.environ, "DATABASE_URL": url, "TELEGRAM_BOT_TOKENS": TOKEN, "SECRET_KEY": SECRET,
        "TELEGRAM_API_URL": "http://127.0.0.1:9", "CONTROLLER_NAME": "benchmark",
        "CONTROLLER_CONTACT": "benchmark", "LOG_LEVEL": "ERROR",
    }  # fmt: skip
    ports = [free_port() for _ in range(how_many)]
    with (folder / "workers.err").open("w") as errors:
        started = [
            subprocess.Popen(
                [sys.executable, "-m", "bot", "run", "--role", "inbox", "--port", str(port)],
                env=env, stdout=subprocess.DEVNULL, stderr=errors,
            )
            for port in ports
        ]  # fmt: skip
    try:
        for port in ports:
            _ready(port)
        yield
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
        for process in started:
            process.wait(30)


def _ready(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise SystemExit(f"the worker on port {port} did not come up")


def updates() -> list[dict[str, Any]]:
    """Everybody says a figure, everybody confirms it, everybody says the next."""
    return [
        {
            "update_id": turn * PEOPLE + one + 1,
            "message": {
                "message_id": turn + 1,
                "date": int(time.time()),
                "chat": {"id": FIRST_ID + one, "type": "private"},
                "from": {"id": FIRST_ID + one, "is_bot": False, "first_name": "Lan"},
                "text": "ok" if turn % 2 else f"{100 + turn} vneid",
            },
        }
        for turn in range(EACH)
        for one in range(PEOPLE)
    ]


async def send(url: str, said: Sequence[dict[str, Any]]) -> None:
    """Store ``said`` as a receiving process does, page by page."""
    store = database(url)
    await store.start()
    new_id = clock.UuidSevens()
    intake = DurableIntake(store, secret_key=SECRET, now=clock.now, new_id=new_id)
    channel = TelegramChannel(
        TOKEN, intake=intake, http=Connections(), monotonic=clock.monotonic, api_url="http://127.0.0.1:9",
        rng=random.Random(0),
    )  # fmt: skip
    for first in range(0, len(said), 100):
        await intake.store(channel, said[first : first + 100])
    await channel.close()
    await store.close()


async def came(url: str, workers: int) -> Came:
    """Wait until everything is handled; the time it took, and what is wrong with what is there."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        until = time.monotonic() + LONGEST
        while await connection.fetchval("select count(*) from inbox where state = 'waiting'"):
            if time.monotonic() > until:
                raise SystemExit(f"{workers} workers did not get through in {LONGEST:.0f} s")
            await asyncio.sleep(0.2)
        micros = await connection.fetchval("select max(done_at) - min(received_at) from inbox")
        done = await connection.fetchval("select count(*) from inbox where state = 'done'")
        rows = await connection.fetch("select chat, payload from outbox order by id")
    finally:
        await connection.close()
    echoed: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if found := _FIGURE.search(json.loads(row["payload"])["text"]):
            echoed[row["chat"]].append(int(found[1] or found[2]))
    wrong = sum(numbers != sorted(numbers) for numbers in echoed.values())
    missing = PEOPLE * EACH - min(done, sum(map(len, echoed.values())))
    return Came(workers, micros / 1e6, missing, wrong)


def tried(server: postgresql.Server, workers: int) -> Came:
    """One trial on a database of its own."""
    url = server.fresh()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(populate(url, PEOPLE, 0))
        with thinking(url, workers, Path(folder)):
            asyncio.run(send(url, updates()))
            result = asyncio.run(came(url, workers))
    server.drop(url)
    print(f"{workers}: {result.per_second:.0f}/s", flush=True)
    return result


def written(results: Sequence[Came], machine: str) -> str:
    """The table."""
    one = results[0]
    lines = [
        "# Workers on one PostgreSQL", "",
        f"`python -m benchmarks.workers` wrote this page. {machine}", "",
        f"{PEOPLE:,} people say {EACH} things each, all at once; the server shares the cores with them.",
        "",
        "| Workers | Updates a second | Against one | Missing | People answered out of order |",
        "|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {came.workers} | {came.per_second:.0f} | {came.per_second / one.per_second:.2f} × "
        f"| {came.missing} | {came.out_of_order} |"
        for came in results
    ]
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workers", description=__doc__)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    before = load()
    with postgresql.running() as server:
        results = [tried(server, workers) for workers in WORKERS]
    page = written(results, described(before, load()))
    print(page)
    if given.write:
        RESULTS.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
