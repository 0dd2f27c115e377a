"""Figures put in from above: marked in the totals, replaced by the leader's own, verified and rebuilt."""

from storage import day_forms, figures
from storage.database import Database
from storage.records.work import BEHALF, DayForm, ReportState
from tests.storage.made import AT, CAMPAIGN, DAY, TEAM, TENANT, known, report, rows, world, write


def _form(id_: str, visits: int, origin: str) -> DayForm:
    return DayForm(
        tenant=TENANT,
        id=id_,
        team_id=TEAM,
        person_id="mai",
        unit_code="00235",
        campaign_id=CAMPAIGN,
        day_on=DAY,
        figures={figures.VISITS: visits},
        lines={},
        origin=origin,
        created_at=AT,
    )


async def _totals(database: Database) -> list[tuple[int, int | None, int]]:
    found = await rows(database, "totals_all")
    return [(row["count"], row["given"], row["behalf"]) for row in found if row["figure"] == figures.VISITS]


async def test_the_mark_follows_whose_word_stands(any_database: Database) -> None:
    """Put in from above it is there, with the leader's own word it is gone; rebuilt totals are the same."""
    above, own = _form("f1", 75, BEHALF), _form("f2", 60, "")
    await write(any_database, *world(*known("mai")))
    counted = report("r1", person_id="mai", visits=5)
    await write(any_database, *figures.moved(counted, 1), day_forms.added(above), *figures.given(above))
    assert await _totals(any_database) == [(75, 75, 1)]
    await write(any_database, day_forms.moved(above, ReportState.REPLACED), day_forms.added(own))
    await write(any_database, *figures.given(own, above))
    assert await _totals(any_database) == [(60, 60, 0)]
    await write(any_database, day_forms.moved(own, ReportState.UNDONE), *figures.given(None, own))
    assert await _totals(any_database) == [(5, None, 0)]


async def test_verify_and_rebuild_know_the_mark(any_database: Database) -> None:
    """A total whose mark is wrong is told; made anew it is right."""
    above = _form("f1", 75, BEHALF)
    await write(any_database, *world(*known("mai")), day_forms.added(above), *figures.given(above))
    assert await any_database.read(figures.verify) == []
    await write(any_database, *figures.given(above.model_copy(update={"origin": ""}), above))
    assert len(await any_database.read(figures.verify)) == 1
    await any_database.write(figures.rebuild)
    assert await any_database.read(figures.verify) == []
    assert await _totals(any_database) == [(75, 75, 1)]
