"""Reports: added once, moved by whoever read them last, read by person and by team."""

import asyncio

import pytest

from storage import figures, reports
from storage.database import Database
from storage.effects import Effect, Lost
from storage.records.work import ReportState
from tests.storage.made import DAY, KEY, TENANT, fact, known, later, report, world, write

MAI_TODAY = (TENANT, "mai", DAY)


async def test_a_report_reads_as_it_was_written(any_database: Database) -> None:
    """Counts, groups, words and the missing total come back as they were."""
    made = report(groups={"elderly": 2}, note="đông từ 9h", approx=True)
    await write(any_database, *world(*known("mai")), reports.added(made))
    assert await fact(any_database, reports.of_person.of(MAI_TODAY)) == [made]
    assert await fact(any_database, reports.of_team.of((*KEY, DAY, DAY))) == [made]


async def test_an_update_handled_twice_adds_one_report(any_database: Database) -> None:
    """The id is the turn's: the same report again is the same report."""
    await write(any_database, *world(*known("mai")), reports.added(report()))
    await write(any_database, reports.added(report()))
    assert len(await fact(any_database, reports.of_person.of(MAI_TODAY))) == 1


async def test_of_two_who_change_a_report_one_wins(any_database: Database) -> None:
    """Its author undoes it while the leader sets it aside: the totals move once."""
    await write(any_database, *world(*known("mai")), reports.added(report()))

    async def moved(state: ReportState) -> bool:
        try:
            await write(any_database, reports.moved(report(), state))
        except Lost:
            return False
        return True

    states = [ReportState.UNDONE, ReportState.SET_ASIDE, ReportState.REPLACED] * 3
    assert sum(await asyncio.gather(*(moved(state) for state in states))) == 1
    (kept,) = await fact(any_database, reports.of_person.of(MAI_TODAY))
    assert kept.version == 1
    assert kept.state is not ReportState.COUNTED


async def test_a_lost_undo_leaves_the_totals(any_database: Database) -> None:
    """What was taken back already is not taken back from the totals again."""
    made = report()
    first: list[Effect] = [reports.added(made), *figures.moved(made, 1)]
    undo = [reports.moved(made, ReportState.UNDONE), *figures.moved(made, -1)]
    await write(any_database, *world(*known("mai")), *first)
    await write(any_database, *undo)
    with pytest.raises(Lost):
        await write(any_database, *undo)
    assert await any_database.read(figures.verify) == []


async def test_days_are_kept_apart(any_database: Database) -> None:
    """Asked together, each key gets its own days."""
    yesterday = "2026-11-22"
    await write(
        any_database,
        *world(*known("mai", "lan")),
        reports.added(report("r1")),
        reports.added(report("r0", day_on=yesterday)),
        reports.added(report("r2", person_id="lan", created_at=later(5))),
    )
    assert [one.id for one in await fact(any_database, reports.of_team.of((*KEY, DAY, DAY)))] == ["r1", "r2"]
    both = await fact(any_database, reports.of_team.of((*KEY, yesterday, DAY)))
    assert {one.id for one in both} == {"r0", "r1", "r2"}
    assert len(await fact(any_database, reports.of_person.of((TENANT, "mai", yesterday)))) == 2
