"""Every figure we promise, and ours beside the peers', in one run: ``python -m benchmarks.run``.

All on loopback and bounded: about ten minutes. It installs the peers into ``.venv-bench`` and seeds its
databases into ``var/bench`` the first time, and writes ``benchmarks/results.md``.
"""

import argparse
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.inside import measured
from benchmarks.machine import described, load
from benchmarks.programs import AIOGRAM, PEERS_PYTHON, PTB_MEMORY, PTB_SQLITE, Ours
from benchmarks.report import Result, written
from benchmarks.seeding import seeded
from benchmarks.trial import Came, Program, trial

REQUIREMENTS = Path("benchmarks/requirements.txt")
RESULTS = Path("benchmarks/results.md")
FLOORS = ("bot", "handlers", "storage", "locales")
FEW, MANY = 1_000, 240_000
"""Registered people."""
WRITING = 1_000
"""How many of them may write in one trial."""
DAYS_OF_A_GIGABYTE = 6
SECONDS = "4"
"""What is counted of one trial with people who answer when they are answered."""
RATE = "200"
BACKLOG = 10_000
LATENCY = "0.05"


def tried(program: Program, mode: str, *pace: str) -> Came:
    """One trial in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        came = trial(program, Path(folder), mode, ["--people", str(WRITING), *pace])
    print(f"  {program.name}, {mode}: {came.per_second:.0f}/s, {came.cpu_ms:.2f} ms of CPU", flush=True)
    return came


def median(values: Iterable[float]) -> float:
    """The one in the middle."""
    return statistics.median(values)


class Run:
    """The measurements, each repeated ``rounds`` times and represented by its median."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.ours = Ours(seeded(FEW, 0), FEW)
        self.many = Ours(seeded(MANY, 0), MANY)
        self.results: list[Result] = []

    def add(self, what: str, value: str, goal: str = "", *, met: bool | None = None) -> None:
        """Keep one line of the table."""
        print(f"{what}: {value} {goal and f'(goal {goal})'}", flush=True)
        self.results.append(Result(what, value, goal, met))

    def _rounds(self, one: Callable[[], Came]) -> list[Came]:
        return [one() for _ in range(self.rounds)]

    def against_peers(self, mode: str, *pace: str, condition: str, goals: bool = False) -> None:
        """Updates a second of all four in turn; ratios are taken round by round."""
        programs: Sequence[Program] = (self.ours, PTB_MEMORY, PTB_SQLITE, AIOGRAM)
        came: dict[str, list[Came]] = {program.name: [] for program in programs}
        for _ in range(self.rounds):
            for program in programs:
                came[program.name].append(tried(program, mode, "--seconds", SECONDS, *pace))
        for name, tries in came.items():
            speed, cpu = median(one.per_second for one in tries), median(one.cpu_ms for one in tries)
            self.add(f"{condition}: {name}", f"{speed:.0f} updates/s, {cpu:.2f} ms of CPU each")
        for peer, times in ((PTB_MEMORY, 10), (PTB_SQLITE, None), (AIOGRAM, 4)):
            pairs = list(zip(came[self.ours.name], came[peer.name], strict=True))
            speed = median(ours.per_second / theirs.per_second for ours, theirs in pairs)
            cpu = median(theirs.cpu_ms / ours.cpu_ms for ours, theirs in pairs)
            what = f"{condition}: ours (durable) against {peer.name}"
            value = f"{speed:.1f} × the updates, 1/{cpu:.1f} of the CPU"
            goal = f"≥ {times} ×" if goals and times else ""
            self.add(what, value, goal, met=speed >= times if goal and times else None)

    def at_a_fixed_rate(self, mode: str) -> None:
        """How long people wait at 200 updates a second."""
        tries = self._rounds(
            lambda: tried(self.ours, mode, "--pace", "rate", "--rate", RATE, "--seconds", "8")
        )
        half, most = (median(float(one.figures[key]) for one in tries) for key in ("p50_ms", "p99_ms"))
        value = f"half within {half:.0f} ms, 99 of 100 within {most:.0f} ms"
        self.add(f"{RATE} updates/s, {mode}", value, "p99 ≤ 100 ms", met=most <= 100)

    def by_size(self) -> None:
        """The same people writing to a database of 1,000 and of 240,000."""
        stride = str(MANY // WRITING)
        pairs = [
            (
                tried(self.ours, "polling", "--seconds", SECONDS),
                tried(self.many, "polling", "--seconds", SECONDS, "--stride", stride),
            )
            for _ in range(self.rounds)
        ]
        cpu = median(many.cpu_ms / few.cpu_ms for few, many in pairs)
        speed = median(many.per_second / few.per_second for few, many in pairs)
        rss = median(many.rss_mib for _, many in pairs)
        value = f"{speed:.2f} × the updates, {cpu:.2f} × the CPU"
        self.add(f"{MANY:,} registered against {FEW:,}", value, "no slower (± 10 %)", met=cpu <= 1.1)
        self.add(f"Memory with {MANY:,} registered", f"{rss:.0f} MiB at most", "≤ 200 MiB", met=rss <= 200)

    def start(self) -> None:
        """From the start of the process to the first answer, with a large database."""
        path = seeded(MANY, DAYS_OF_A_GIGABYTE)
        tries = self._rounds(lambda: tried(Ours(path, MANY), "polling", "--pace", "backlog", "--people", "1"))
        seconds = median(one.first_answer_seconds for one in tries)
        what = f"From start to first answer, {MANY:,} registered, {path.stat().st_size / 1e9:.1f} GB"
        self.add(what, f"{seconds:.1f} s", "≤ 3 s", met=seconds <= 3)

    def backlog(self) -> None:
        """Ten thousand messages wait when the program starts."""
        people, stride = str(BACKLOG), str(MANY // BACKLOG)
        pace = ["--pace", "backlog", "--people", people, "--stride", stride]
        tries = self._rounds(lambda: tried(self.many, "polling", *pace))
        speed = median(one.per_second for one in tries)
        self.add(f"Backlog of {BACKLOG:,} answered", f"{speed:.0f} updates/s", "≥ 500/s", met=speed >= 500)

    def inside(self) -> None:
        """CPU part by part."""
        tries = [measured(self.ours.seeded, FEW) for _ in range(self.rounds)]
        goals = {"thought": ("CPU an update, from committed to the reply in the outbox", 0.3)}
        goals |= {"sent": ("CPU a send, with its mark", 0.3)}
        for part in tries[0]:
            what, goal = goals.get(part, ("CPU an update, masked and committed", 0.0))
            ms = median(one[part] for one in tries)
            met = ms <= goal if goal else None
            self.add(what, f"{ms:.2f} ms", f"≤ {goal} ms" if goal else "", met=met)


def install_peers() -> None:
    """Give the peers a place of their own, once."""
    if PEERS_PYTHON.exists():
        return
    subprocess.run([sys.executable, "-m", "venv", str(PEERS_PYTHON.parents[1])], check=True)
    pip = [str(PEERS_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", str(REQUIREMENTS)], check=True)


def compile_all() -> None:
    """Have everything compiled, as an installed program is: else each start measures the compiler."""
    places = [*FLOORS, sysconfig.get_paths()["purelib"]]
    subprocess.run([sys.executable, "-m", "compileall", "-q", "-j", "0", *places], check=False)


PARTS: dict[str, Callable[[Run], None]] = {
    "inside": Run.inside,
    "polling": lambda run: run.against_peers("polling", condition="Polling", goals=True),
    "webhook": lambda run: run.against_peers("webhook", condition="Webhook"),
    "latency": lambda run: run.against_peers(
        "polling", "--latency", LATENCY, condition="Polling, every call takes 50 ms"
    ),
    "rate-polling": lambda run: run.at_a_fixed_rate("polling"),
    "rate-webhook": lambda run: run.at_a_fixed_rate("webhook"),
    "size": Run.by_size,
    "start": Run.start,
    "backlog": Run.backlog,
}


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=sorted(PARTS), action="append", help="print these, write nothing")
    given = parser.parse_args()
    install_peers()
    compile_all()
    before = load()
    run = Run(given.rounds)
    for name, part in PARTS.items():
        if not given.only or name in given.only:
            part(run)
    if not given.only:
        RESULTS.write_text(written(described(before, load()), run.results, given.rounds), encoding="utf-8")
        print(f"written to {RESULTS}")


if __name__ == "__main__":
    main()
