"""A national day summed up: ``python -m benchmarks.rollups [--write]``.

The figures of every team's digest and the roll-ups of 3,321 communes, 34 provinces and the nation, all of one
day, on SQLite and PostgreSQL; once with that day alone, once behind sixty such days, beside the naive way in
the same run: the same figures asked for team by team. Then the weekly roll-ups (``week_rollups``).
``--write`` writes ``benchmarks/rollups.md``.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg

from benchmarks import nation_days, week_rollups
from benchmarks.machine import described, load
from benchmarks.nation_days import LAST, TEAMS
from benchmarks.spent import timed
from benchmarks.week_rollups import Week
from storage import case_tallies, sums
from storage.database import Database, database
from storage.figures import VISITS
from storage.migrate import migrate
from storage.queries import Tx
from storage.records.case import Level
from storage.records.period import Period
from storage.sums import Scope
from storage.week_figures import WeekFigures, ends_at
from tests import postgresql

RESULTS = Path(__file__).with_suffix(".md")
DAYS = 60
DAY = Period(LAST.isoformat(), LAST.isoformat())
WEEK_BEFORE = Period((LAST - timedelta(days=7)).isoformat(), (LAST - timedelta(days=1)).isoformat())
TIMES = 3
ASKED = 100
"""Teams asked one by one; the time of all is reckoned from them."""


@dataclass(frozen=True)
class Took:
    """Seconds of one engine with so many days: the best and the worst of several runs, what the best used of
    a core (the program and its server together), and the naive way: as long as it took, and of a core."""

    engine: str
    days: int
    records: int
    best: float
    worst: float
    cpu: float
    naive: float
    naive_cpu: float
    visits: int


async def at_once(tx: Tx, tenants: tuple[str, ...]) -> int:
    """Every digest's figures and every roll-up of the day, in ten queries; the nation's visits."""
    by_team, by_unit, by_tenant = (Scope(place, tenants) for place in ("team", "unit", "tenant"))
    digests = await sums.of_days(tx, by_team, DAY)
    people = await sums.presences(tx, by_team, DAY)
    await sums.means(tx, tenants, WEEK_BEFORE)
    of_units = await sums.of_days(tx, by_unit, DAY)
    in_units = await sums.presences(tx, by_unit, DAY)
    in_tenants = await sums.presences(tx, by_tenant, DAY)
    teams = await sums.teams_of_week(tx, by_tenant, DAY, ends_at(DAY))
    units = [(one.tenant, one.unit_code, *DAY) for one in teams]
    await case_tallies.of_unit.load(tx, units)
    await case_tallies.of_unit.load(tx, [(one, one, *DAY) for one in tenants])
    await case_tallies.of_all(tx, tenants, *DAY)
    assert digests
    assert people
    return _rolled_up(tenants, of_units, in_units, in_tenants, teams)


def _rolled_up(
    tenants: tuple[str, ...],
    of_units: Sequence[sums.Sum],
    in_units: dict[sums.PlaceKey, sums.Presence],
    in_tenants: dict[sums.PlaceKey, sums.Presence],
    teams: Sequence[sums.TeamWeek],
) -> int:
    """Communes, then provinces, then the nation, from the same rows."""
    rows: dict[tuple[str, str], list[sums.Sum]] = {}
    there: dict[tuple[str, str], list[sums.TeamWeek]] = {}
    for one in of_units:
        rows.setdefault((one.tenant, one.place), []).append(one)
    for team in teams:
        there.setdefault((team.tenant, team.unit_code), []).append(team)
    found = [
        WeekFigures(
            sums.added(rows.get(key, [])), in_units.get(key), there.get(key, []), Level.COMMUNE
        ).values
        for key in {*rows, *there}
    ]
    for tenant in tenants:
        own = [one for key, parts in rows.items() if key[0] == tenant for one in parts]
        teams_there = [one for key, parts in there.items() if key[0] == tenant for one in parts]
        presence = in_tenants.get((tenant, tenant))
        found.append(WeekFigures(sums.added(own), presence, teams_there, Level.PROVINCE).values)
    nation = WeekFigures(sums.added(of_units), None, teams, Level.CENTRAL).values
    assert sum(one[VISITS, ""] for one in found) == 2 * nation[VISITS, ""]
    return nation[VISITS, ""]


async def one_by_one(tx: Tx, teams: Sequence[tuple[str, str, str]]) -> int:
    """The same figures team by team, as somebody writes it first; their visits."""
    visits = 0
    for tenant, team_id, unit in teams:
        asked = {"tenants": f'["{tenant}"]', "teams": f'["{team_id}"]', "since_on": DAY.since_on}
        day = {**asked, "until_on": DAY.until_on}
        rows = await tx.all("totals_of_teams", **day)
        visits += sum(row["count"] for row in rows if row["figure"] == VISITS)
        await tx.all("attendances_of_teams", **day)
        before = {**asked, "since_on": WEEK_BEFORE.since_on, "until_on": WEEK_BEFORE.until_on}
        await tx.all("totals_of_teams", **before)
        await tx.all("help_reports_of_teams", **day)
        await case_tallies.of_unit.load(tx, [(tenant, unit, *DAY)])
    return visits


async def measured(url: str, days: int) -> tuple[list[Took], list[Week]]:
    """One day alone, then behind ``days`` more, and then the weeks."""
    engine = "PostgreSQL" if url.startswith("postgresql") else "SQLite"
    store = database(url)
    await store.start()
    try:
        await nation_days.settle(store, datetime(2026, 1, 1, tzinfo=UTC))
        found = []
        for more in (0, days):
            await nation_days.repeat(store, more)
            await _analysed(url)
            found.append(await _trial(store, engine, more + 1))
            print(found[-1], flush=True)
        return found, await week_rollups.measured(store, engine)
    finally:
        await store.close()


async def _analysed(url: str) -> None:
    """What PostgreSQL does by itself within minutes; SQLite is measured as the program leaves it."""
    if url.startswith("postgresql"):
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        await connection.execute("vacuum analyze")
        await connection.close()


async def _trial(store: Database, engine: str, days: int) -> Took:
    names = [nation_days.team_unit(number) for number in range(TEAMS)]
    tenants = tuple(sorted({tenant for tenant, _ in names}))
    runs = [await timed(store, lambda tx: at_once(tx, tenants)) for _ in range(TIMES)]
    some = [
        (*names[number][:1], f"team-{number:05d}", names[number][1])
        for number in range(0, TEAMS, TEAMS // ASKED)
    ]
    naive = await timed(store, lambda tx: one_by_one(tx, some))
    records = await store.read(_records)
    wall = sorted(one.wall for one in runs)
    cpu, all_of_them = min(one.cpu for one in runs), TEAMS / len(some)
    return Took(
        engine, days, records, wall[0], wall[-1], cpu, naive.wall * all_of_them, naive.cpu * all_of_them,
        runs[0].found,
    )  # fmt: skip


async def _records(tx: Tx) -> int:
    found = [
        await tx.fetch(f"select count(*) as n from {one}")
        for one in ("attendances", "help_reports", "difficulties")
    ]
    return sum(int(rows[0]["n"]) for rows in found)


@contextmanager
def engines() -> Iterator[dict[str, str]]:
    """A fresh database on each engine."""
    with tempfile.TemporaryDirectory() as folder, postgresql.running() as server:
        path = f"sqlite+aiosqlite:///{Path(folder) / 'nation.sqlite'}"
        asyncio.run(migrate(path))
        yield {"SQLite": path, "PostgreSQL": server.fresh()}


def written(found: Sequence[Took], weeks: Sequence[Week], machine: str) -> str:
    """The table."""
    lines = [
        "# A national day summed up", "",
        f"`python -m benchmarks.rollups --write` wrote this page. {machine}",
        "",
        f"{TEAMS:,} teams in 3,321 communes and 34 provinces, {nation_days.PEOPLE:,} presences (one of "
        f"{nation_days.TWICE} of somebody who came twice that day, one of {nation_days.GUESTS} of a guest), "
        f"{nation_days.VISITS:,} visits in {nation_days.REPORTS:,} reports, {nation_days.STUCK} "
        "difficulties a day; every fortieth team only exercises. At once: the figures of every team's "
        "digest (the day, its people, the mean of the seven days before) and the roll-ups of every "
        "commune, every province and the nation, in ten grouped queries; the best and the worst of "
        f"{TIMES} runs. Team by team: the same asked for one team after another, five queries each, "
        f"reckoned from {ASKED} teams.",
        "",
        "| Engine | Days | Records | At once, s of a core | On the clock, s | Team by team, s of a core "
        "| Ratio |",
        "|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {one.engine} | {one.days} | {one.records:,} | {one.cpu:.2f} | {one.best:.2f} to {one.worst:.2f} "
        f"| {one.naive_cpu:.1f} | {one.naive_cpu / one.cpu:.0f} × |"
        for one in found
    ]
    return "\n".join([*lines, "", *week_rollups.table(weeks), ""])


def main() -> None:
    """Measure, print, and write the page if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rollups", description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--days", type=int, default=DAYS - 1, help="days before the one that is measured")
    parser.add_argument("--engine", choices=("SQLite", "PostgreSQL"), help="only this one")
    given = parser.parse_args()
    before = load()
    with engines() as urls:
        each = [
            asyncio.run(measured(url, given.days))
            for name, url in urls.items()
            if given.engine in (None, name)
        ]
    found = [one for days, _ in each for one in days]
    weeks = [one for _, level in each for one in level]
    page = written(found, weeks, described(before, load()))
    print(page)
    if given.write:
        RESULTS.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
