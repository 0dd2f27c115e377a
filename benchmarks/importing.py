"""Take 240,000 people in while others check in: seconds, memory of the command, how long people wait.

``python -m benchmarks.importing`` makes a list of the nation's size, hands it to the real command, which goes
through the socket of a bot that answers check-ins meanwhile, then takes the same list in again.
``--people N`` is for a smaller nation; ``--write`` puts the table into benchmarks/importing.md.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import described, load
from bot.lock import FolderLock
from bot.remote import Door
from handlers.importing.template import LISTS
from handlers.importing.writing import write
from locales import words
from storage.migrate import migrate
from storage.unit_file import read_units
from tests.sample import furnish
from tests.world import World, world

PEOPLE, IN_A_TEAM = 240_000, 48
GOAL = 300
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ")
MIDDLE = ("Thị", "Văn", "Minh", "Ngọc", "Thanh", "Đức", "Hải", "Thu", "Quang", "Bảo")
GIVEN = (
    "Anh",
    "Bình",
    "Châu",
    "Dung",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Sơn",
    "Tú",
)
PAGE = """# Taking in a list of the nation's size

`python -m benchmarks.importing --write` wrote this page. {machine}

The real command reads an .xlsx of {people:,} rows ({size:.1f} MiB; {teams:,} teams) and hands it in slices
of 250 rows, each a transaction of its own, to a bot on SQLite in which people check in and out all the time,
one after another: each wait is from the message to its answer, both on disk. The dry run that comes before
every run is part of it.

| What | Seconds | Command: CPU seconds | Peak MiB | Check-ins: median wait, 99 of 100, longest (ms) |
|---|---|---|---|---|
{rows}

The goal is {goal} seconds.
"""


@dataclass
class Waits:
    """How long people waited, in milliseconds."""

    found: list[float] = field(default_factory=list)

    def told(self) -> str:
        """Median, 99 of 100, longest."""
        each = sorted(self.found) or [0.0]
        at = [each[len(each) // 2], each[min(len(each) - 1, len(each) * 99 // 100)], each[-1]]
        return ", ".join(f"{one:.0f}" for one in at) + f" (of {len(self.found):,})"


def people(count: int) -> Iterator[tuple[str, ...]]:
    """Rows of the list: teams spread over all communes, some names in a team twice."""
    units = list(read_units())
    names = {unit.code: unit.name for unit in units}
    communes = [unit for unit in units if unit.parent]
    for number in range(count):
        team, member = divmod(number, IN_A_TEAM)
        unit = communes[team % len(communes)]
        name = " ".join((FAMILY[number % 12], MIDDLE[number // 7 % 10], GIVEN[number // 3 % 14]))
        role = "Đội trưởng" if member == 0 else "Đội phó" if member == 1 else ""
        yield names[unit.parent], unit.code, f"Đội {team + 1}", f"Trường {team % 286}", name, role, ""


async def _checks_in(played: World, waits: Waits, over: asyncio.Event) -> None:
    while not over.is_set():
        for said in ("vào ca", "ra ca"):
            began = time.perf_counter()
            await played.says("lan", said)
            waits.found.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(0.01)


def _command(folder: Path) -> tuple[float, float, float]:
    """(seconds, of them at work, MiB at the peak) of the command, through the socket in ``folder``."""
    began = time.perf_counter()
    place = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-m", "bot", "import", "list.xlsx", "--yes"]
    process = subprocess.Popen(command, cwd=folder, env=place, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit("the import failed")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


async def _measure(folder: Path) -> list[str]:
    (folder / "var").mkdir(mode=0o700)
    path = folder / "var" / "aoxanh.sqlite"
    await migrate(f"sqlite+aiosqlite:///{path}")
    rows = []
    with FolderLock(folder / "var"):
        async with world(path) as played:
            await furnish(played)
            door = Door(folder / "var", played.database)
            await door.open()
            for what in ("The first time", "The same list again"):
                waits, over = Waits(), asyncio.Event()
                checking = asyncio.create_task(_checks_in(played, waits, over))
                seconds, cpu, peak = await asyncio.to_thread(_command, folder)
                over.set()
                await checking
                rows.append(f"| {what} | {seconds:.0f} | {cpu:.0f} | {peak:.0f} | {waits.told()} |")
                print(rows[-1], flush=True)
            await door.close()
    return rows


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    before = load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        heads = [words("vi")(f"import-column-{key}") for key in LISTS["people"]]
        write(folder / "list.xlsx", "1", heads, people(given.people))
        size = (folder / "list.xlsx").stat().st_size / 2**20
        rows = asyncio.run(_measure(folder))
    teams = -(-given.people // IN_A_TEAM)
    page = PAGE.format(
        machine=described(before, load()),
        people=given.people,
        size=size,
        teams=teams,
        rows="\n".join(rows),
        goal=GOAL,
    )
    if given.write:
        Path(__file__).with_name("importing.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
