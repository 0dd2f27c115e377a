"""The table of results as a page."""

from collections.abc import Sequence
from dataclasses import dataclass

_PAGE = """# Measured

`python -m benchmarks.run` wrote this page. {machine}

Each figure is the median of {rounds} rounds; ratios are taken within a round, where the programs run one
after another. The yardstick (a lean Bot API on loopback with scripted people) and the program share the
cores, and so did whatever else the machine was doing: CPU an update is the steadier figure.

All programs do the same: check in (a command, a button) and report (a command, a category, its count,
"done", visits, confirm): 8 updates and 12 calls to the Bot API a form; 100 people write at once, each as
soon as they are answered. Ours commits every update before it acknowledges it and every answer before it
sends it; its limit of 25 messages a second is lifted. The peers acknowledge first and keep nothing, or
(SQLite persistence) commit records and write where people stand once a second.

| What | Measured | Goal | |
|---|---|---|---|
{rows}
"""


@dataclass(frozen=True, slots=True)
class Result:
    """One line: what, the figure with its unit, the goal (if any), and whether it is met."""

    what: str
    value: str
    goal: str = ""
    met: bool | None = None


def written(machine: str, results: Sequence[Result], rounds: int) -> str:
    """The page."""
    marks = {None: "", True: "met", False: "missed"}
    rows = [f"| {one.what} | {one.value} | {one.goal} | {marks[one.met]} |" for one in results]
    return _PAGE.format(machine=machine, rounds=rounds, rows="\n".join(rows))
