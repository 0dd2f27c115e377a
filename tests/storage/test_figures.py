"""The totals move with their records: whatever happens to reports, both tell the same story."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import day_forms, figures, reports, teams
from storage.database import Database, database
from storage.effects import Lost
from storage.records.work import ReportState
from tests.storage.day_desk import Desk, agree, form, furnish, totals
from tests.storage.made import DAY, KEY, fact, report, team, write

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
        "figures": {"ho_so": len(lines), "lop": visits or 0} if exercise or approx else {},
        "state": ReportState.PENDING if pending else ReportState.COUNTED,
    },
    COUNTS,
    st.none() | st.integers(0, 30),
    st.booleans(),
    st.sampled_from(["2026-11-22", DAY]),
    st.booleans(),
    st.booleans(),
)
CHANGES = ("undo", "set_aside", "restore", "replace", "accept", "leader", "leader", "withdraw", "twice")
STEPS = st.lists(
    st.tuples(st.just("write"), st.integers(0, 9), WRITTEN)
    | st.tuples(st.sampled_from(CHANGES), st.integers(0, 9), WRITTEN),
    min_size=1,
    max_size=12,
)


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
            await furnish(opened)
            desk = Desk(opened)
            for step in steps:
                await desk.do(*step)
            await agree(opened)
        finally:
            await opened.close()

    asyncio.run(play())


async def test_a_long_day_agrees_on_both_engines(any_database: Database) -> None:
    """One long sequence with everything in it."""
    await furnish(any_database)
    desk = Desk(any_database)
    kinds = ("write", "leader", "write", "accept", "undo", "write", "replace", "set_aside", "restore")
    for number in range(70):
        written = {
            "lines": {"vneid": 1 + number % 5, "form": 2},
            "visits": None if number % 3 else number,
            "approx": number % 4 == 0,
            "day_on": DAY if number % 2 else "2026-11-22",
            "team_id": "t2" if number % 5 == 0 else "t1",
            "campaign_id": "c2" if number % 5 == 0 else "c1",
            "exercise": number % 5 == 0,
            "figures": {"ho_so": number % 4},
            "state": ReportState.PENDING if number % 6 == 0 else ReportState.COUNTED,
        }
        await desk.do(kinds[number % len(kinds)], number * 7, written)
    assert await totals(any_database) != []
    await agree(any_database)


async def test_a_report_without_a_total_counts_its_lines_as_visits(any_database: Database) -> None:
    """Whoever names only what was done means as many people."""
    made = report(lines={"vneid": 5, "form": 2})
    said = report("r2", lines={"vneid": 5}, visits=3, approx=True)
    await furnish(any_database)
    for one in (made, said):
        await write(any_database, reports.added(one), *figures.moved(one, 1))
    found = await fact(any_database, figures.of_team.of((*KEY, DAY, DAY)))
    assert {(one.figure, one.item): (one.count, one.approx) for one in found} == {
        (figures.VISITS, ""): (10, 1),
        (figures.MATTERS, "vneid"): (10, 1),
        (figures.MATTERS, "form"): (2, 0),
    }


WRITTEN_TODAY = {"team_id": "t1", "campaign_id": "c1", "exercise": False, "day_on": DAY, "approx": False}


async def test_the_leaders_figure_stands_for_the_sum_of_the_parts(any_database: Database) -> None:
    """Figure by figure: what was not given stays the sum; the parts stay visible; taken back, they count."""
    await furnish(any_database)
    made = report(lines={"vneid": 5, "form": 2}, figures={"ho_so": 3})
    said = form("f1", 1, {**WRITTEN_TODAY, "lines": {"vneid": 9}, "approx": True})
    await write(any_database, day_forms.added(said), *figures.given(said))
    await write(any_database, reports.added(made), *figures.moved(made, 1))
    await agree(any_database)
    found = await fact(any_database, figures.of_team.of((*KEY, DAY, DAY)))
    assert {(one.figure, one.item): (one.count, one.parts, one.given) for one in found} == {
        (figures.VISITS, ""): (7, 7, 7),
        (figures.MATTERS, "vneid"): (9, 5, 9),
        (figures.MATTERS, "form"): (2, 2, None),
        ("ho_so", ""): (3, 3, None),
    }
    told = figures.of_day([made], said)
    assert {key: (one.count, one.parts, one.given) for key, one in told.items()} == {
        (one.figure, one.item): (one.count, one.parts, one.given) for one in found
    }
    await write(any_database, day_forms.moved(said, ReportState.UNDONE), *figures.given(None, said))
    await agree(any_database)
    after = await fact(any_database, figures.of_team.of((*KEY, DAY, DAY)))
    assert {one.item: one.count for one in after if one.figure == figures.MATTERS} == {"vneid": 5, "form": 2}


async def test_two_leaders_at_once_leave_one_word(any_database: Database) -> None:
    """The second to write finds that a form stands, and is thought again."""
    await furnish(any_database)
    first, second = (form(f"f{at}", at, {**WRITTEN_TODAY, "lines": {}}) for at in (2, 3))
    await write(any_database, day_forms.added(first), *figures.given(first))
    with pytest.raises(Lost):
        await write(any_database, day_forms.added(second), *figures.given(second))
    await agree(any_database)
    assert await fact(any_database, day_forms.of_team.of((*KEY, DAY, DAY))) == [first]


async def test_an_exercise_counts_nowhere(any_database: Database) -> None:
    """It works in full and leaves no figure."""
    made = report(team_id="t2", campaign_id="c2", exercise=True)
    await furnish(any_database)
    await write(any_database, reports.added(made), *figures.moved(made, 1))
    assert await totals(any_database) == []
    await agree(any_database)


async def test_a_difference_is_named(any_database: Database) -> None:
    """Which total, what it says, what the records say; the rebuild puts it right."""
    made = report(lines={"vneid": 5})
    await furnish(any_database)
    await write(any_database, reports.added(made), *figures.moved(made, 1))
    await write(any_database, *figures.moved(report(lines={"vneid": 2}), 1))
    wrong = await any_database.read(figures.verify)
    assert len(wrong) == 2
    assert wrong[1].endswith("luot_noi_dung / vneid: kept 7, records 5")
    assert await any_database.write(figures.rebuild) == 2
    await agree(any_database)


async def test_many_reporters_at_once_lose_nothing(any_database: Database) -> None:
    """Forty reports of one team in the same second."""
    await furnish(any_database)
    made = [report(f"r{n}", lines={"vneid": 1, "form": n % 3 + 1}) for n in range(40)]
    await asyncio.gather(*(write(any_database, reports.added(one), *figures.moved(one, 1)) for one in made))
    await agree(any_database)


async def test_a_team_that_moves_takes_no_figure_along(any_database: Database) -> None:
    """A report counts where its team stood on the day, also when it is taken back later."""
    made = report(lines={"vneid": 5})
    await furnish(any_database)
    await write(any_database, reports.added(made), *figures.moved(made, 1))
    await write(any_database, teams.saved(team(unit_code="00226")))
    await agree(any_database)
    await write(any_database, reports.moved(made, ReportState.UNDONE), *figures.moved(made, -1))
    assert await totals(any_database) == []
    await agree(any_database)
