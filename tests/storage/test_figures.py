"""The totals move with their records: whatever happens to reports, both tell the same story."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import figures, reports, teams
from storage.database import Database, database
from storage.effects import Effect
from storage.queries import Row
from storage.records.work import HelpReport, ReportState
from tests.storage.made import DAY, KEY, campaign, fact, known, report, rows, team, world, write

COUNTS = st.dictionaries(st.sampled_from(["vneid", "form", "other"]), st.integers(1, 9), max_size=3)
WRITTEN = st.builds(
    lambda lines, visits, approx, day, exercise, pending: {
        "lines": lines,
        "visits": visits,
        "approx": approx,
        "day_on": day,
        "team_id": "t2" if exercise else "t1",
        "campaign_id": "c2" if exercise else "c1",
        "exercise": exercise,
        "state": ReportState.PENDING if pending else ReportState.COUNTED,
    },
    COUNTS,
    st.none() | st.integers(0, 30),
    st.booleans(),
    st.sampled_from(["2026-11-22", DAY]),
    st.booleans(),
    st.booleans(),
)
STEPS = st.lists(
    st.tuples(st.just("write"), st.integers(0, 9), WRITTEN)
    | st.tuples(st.sampled_from(["undo", "set_aside", "replace", "accept"]), st.integers(0, 9), WRITTEN),
    min_size=1,
    max_size=12,
)


@dataclass
class _Desk:
    """Reports as people make and change them, each change one commit with its totals."""

    database: Database
    held: list[HelpReport] = field(default_factory=list)

    async def do(self, step: str, at: int, written: Mapping[str, object]) -> None:
        """One thing that somebody does to the report number ``at``."""
        if step == "write":
            await write(self.database, *self._added(report(f"r{len(self.held)}", **written)))
        elif self.held:
            await self._change(step, at % len(self.held), written)

    async def _change(self, step: str, at: int, written: Mapping[str, object]) -> None:
        old = self.held[at]
        if step == "accept":
            if old.state is ReportState.PENDING:
                await write(self.database, *self._moved(at, ReportState.COUNTED))
        elif old.state in (ReportState.COUNTED, ReportState.PENDING):
            states = {
                "undo": ReportState.UNDONE,
                "set_aside": ReportState.SET_ASIDE,
                "replace": ReportState.REPLACED,
            }
            effects = self._moved(at, states[step])
            if step == "replace":
                effects += self._added(report(f"r{len(self.held)}", replaces=old.id, **written))
            await write(self.database, *effects)

    def _added(self, made: HelpReport) -> list[Effect]:
        self.held.append(made)
        counted = made.state is ReportState.COUNTED
        return [reports.added(made), *(figures.moved(made, 1) if counted else [])]

    def _moved(self, at: int, state: ReportState) -> list[Effect]:
        old = self.held[at]
        self.held[at] = old.model_copy(update={"state": state, "version": old.version + 1})
        sign = int(state is ReportState.COUNTED) - int(old.state is ReportState.COUNTED)
        return [reports.moved(old, state), *(figures.moved(old, sign) if sign else [])]


async def _furnish(database: Database) -> None:
    exercise = campaign("c2", exercise=True)
    await write(database, *world(exercise, teams.saved(team("t2", campaign_id="c2")), *known("mai")))


async def _totals(database: Database) -> list[Mapping[str, object]]:
    found: list[Row] = await rows(database, "totals_all")
    return [dict(row) for row in found]


async def _agree(database: Database) -> None:
    """The totals are those of the records, and made anew they are the same."""
    assert await database.read(figures.verify) == []
    before = await _totals(database)
    await database.write(figures.rebuild)
    assert await _totals(database) == before


@pytest.fixture(scope="module")
def empty(template: Path) -> Iterator[Path]:
    """A folder for the databases of many examples."""
    with TemporaryDirectory() as folder:
        shutil.copy(template, f"{folder}/template.sqlite")
        yield Path(folder)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_any_sequence_leaves_totals_and_records_in_agreement(
    empty: Path, steps: list[tuple[str, int, Mapping[str, object]]]
) -> None:
    """Reports written, undone, replaced, set aside, accepted; some of an exercise, some of newcomers."""

    async def play() -> None:
        path = empty / "example.sqlite"
        shutil.copy(empty / "template.sqlite", path)
        opened = database(f"sqlite+aiosqlite:///{path}")
        await opened.start()
        try:
            await _furnish(opened)
            desk = _Desk(opened)
            for step in steps:
                await desk.do(*step)
            await _agree(opened)
        finally:
            await opened.close()

    asyncio.run(play())


async def test_a_long_day_agrees_on_both_engines(any_database: Database) -> None:
    """One long sequence with everything in it."""
    await _furnish(any_database)
    desk = _Desk(any_database)
    kinds = ("write", "write", "accept", "undo", "write", "replace", "set_aside")
    for number in range(70):
        written = {
            "lines": {"vneid": 1 + number % 5, "form": 2},
            "visits": None if number % 3 else number,
            "approx": number % 4 == 0,
            "day_on": DAY if number % 2 else "2026-11-22",
            "team_id": "t2" if number % 5 == 0 else "t1",
            "campaign_id": "c2" if number % 5 == 0 else "c1",
            "state": ReportState.PENDING if number % 6 == 0 else ReportState.COUNTED,
        }
        await desk.do(kinds[number % len(kinds)], number * 7, written)
    assert await _totals(any_database) != []
    await _agree(any_database)


async def test_a_report_without_a_total_counts_its_lines_as_visits(any_database: Database) -> None:
    """Whoever names only what was done means as many people."""
    made = report(lines={"vneid": 5, "form": 2})
    said = report("r2", lines={"vneid": 5}, visits=3, approx=True)
    await _furnish(any_database)
    for one in (made, said):
        await write(any_database, reports.added(one), *figures.moved(one, 1))
    found = await fact(any_database, figures.of_team.of((*KEY, DAY, DAY)))
    assert {(one.figure, one.item): (one.count, one.approx) for one in found} == {
        (figures.VISITS, ""): (10, 1),
        (figures.MATTERS, "vneid"): (10, 1),
        (figures.MATTERS, "form"): (2, 0),
    }


async def test_an_exercise_counts_nowhere(any_database: Database) -> None:
    """It works in full and leaves no figure."""
    made = report(team_id="t2", campaign_id="c2", exercise=True)
    await _furnish(any_database)
    await write(any_database, reports.added(made), *figures.moved(made, 1))
    assert await _totals(any_database) == []
    await _agree(any_database)


async def test_a_difference_is_named(any_database: Database) -> None:
    """Which total, what it says, what the records say; the rebuild puts it right."""
    made = report(lines={"vneid": 5})
    await _furnish(any_database)
    await write(any_database, reports.added(made), *figures.moved(made, 1))
    await write(any_database, *figures.moved(report(lines={"vneid": 2}), 1))
    wrong = await any_database.read(figures.verify)
    assert len(wrong) == 2
    assert wrong[1].endswith("luot_noi_dung / vneid: kept 7, records 5")
    assert await any_database.write(figures.rebuild) == 2
    await _agree(any_database)


async def test_many_reporters_at_once_lose_nothing(any_database: Database) -> None:
    """Forty reports of one team in the same second."""
    await _furnish(any_database)
    made = [report(f"r{n}", lines={"vneid": 1, "form": n % 3 + 1}) for n in range(40)]
    await asyncio.gather(*(write(any_database, reports.added(one), *figures.moved(one, 1)) for one in made))
    await _agree(any_database)


async def test_a_team_that_moves_takes_no_figure_along(any_database: Database) -> None:
    """A report counts where its team stood on the day, also when it is taken back later."""
    made = report(lines={"vneid": 5})
    await _furnish(any_database)
    await write(any_database, reports.added(made), *figures.moved(made, 1))
    await write(any_database, teams.saved(team(unit_code="00226")))
    await _agree(any_database)
    await write(any_database, reports.moved(made, ReportState.UNDONE), *figures.moved(made, -1))
    assert await _totals(any_database) == []
    await _agree(any_database)
