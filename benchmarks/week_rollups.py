"""The weekly roll-ups of a commune, a province and the centre, as a coordinator's chat asks for them.

Each is the whole picture: the week, the week before, the teams, the difficulties, the editions.
``benchmarks.rollups`` measures them in its own database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from benchmarks.nation_days import LAST, team_unit
from benchmarks.spent import Spent, timed
from storage import week_pictures
from storage.database import Database
from storage.figures import VISITS
from storage.queries import Tx
from storage.records.unit import CENTRE
from storage.rollups import UnitKey

TIMES = 5
WEEK = ((LAST - timedelta(days=6)).isoformat(), (LAST + timedelta(days=1)).isoformat())
"""The first day of the week, and the day on which it is asked for."""
HANOI = "01"


@dataclass(frozen=True)
class Week:
    """One roll-up on one engine: the best and the worst of several runs on the clock, the best of a core."""

    engine: str
    level: str
    best: float
    worst: float
    cpu: float


async def measured(store: Database, engine: str) -> list[Week]:
    """Each of the three."""
    commune = next(unit for unit in map(team_unit, range(10_000)) if unit[0] == HANOI)
    found = []
    for level, unit in (("commune", commune), ("province", (HANOI, HANOI)), ("centre", (CENTRE, CENTRE))):
        runs = [await _once(store, unit) for _ in range(TIMES)]
        wall = sorted(one.wall for one in runs)
        found.append(Week(engine, level, wall[0], wall[-1], min(one.cpu for one in runs)))
        print(found[-1], flush=True)
    return found


async def _once(store: Database, unit: UnitKey) -> Spent:
    async def work(tx: Tx) -> int:
        seen = await week_pictures.picture(tx, (*unit, *WEEK))
        assert seen
        return seen.now.values[VISITS, ""]

    return await timed(store, work)


def table(found: Sequence[Week]) -> list[str]:
    """As lines of the page."""
    lines = [
        "## The weekly roll-up",
        "",
        "In the same days, what the chat of one coordinator asks for at once: the figures of the week and of "
        "the week before, distinct people counted anew, the teams, the difficulties, the editions; a commune "
        f"of Hà Nội, Hà Nội, the nation; the best and the worst of {TIMES} runs.",
        "",
        "| Engine | Whose | Of a core, ms | On the clock, ms |",
        "|---|---|---|---|",
    ]
    return lines + [
        f"| {one.engine} | {one.level} | {1000 * one.cpu:.0f} "
        f"| {1000 * one.best:.0f} to {1000 * one.worst:.0f} |"
        for one in found
    ]
