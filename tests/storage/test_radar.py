"""Who is expected and silent: read for all units with one query, on both engines."""

from datetime import timedelta

from storage import attendances, day_forms, radar, reports, shifts, teams
from storage.database import Database
from storage.effects import Effect
from storage.queries import Tx
from storage.records.radar import ExpectedTeam
from storage.records.work import DayForm, ReportState
from storage.unit_file import read_units
from tests.storage.made import AT, DAY, attendance, campaign, known, later, report, shift, team, tenant, write

WATCH = ("01", AT - timedelta(hours=8), later(60), DAY)


async def _expected(database: Database) -> dict[str, ExpectedTeam]:
    async def work(tx: Tx) -> list[ExpectedTeam]:
        return await radar.expected(tx, ["01"], WATCH)

    return {one.team_id: one for one in await database.read(work)}


def _teams(*names: str) -> list[Effect]:
    planned = [shifts.saved(shift(f"s-{name}", team_id=name)) for name in names]
    return [tenant(), campaign(), *known("mai"), *(teams.saved(team(name)) for name in names), *planned]


async def test_anything_heard_today_is_enough(any_database: Database) -> None:
    """A check-in, a report that waits or a leader's figure; not what was undone, nor what was yesterday."""
    form = DayForm(
        tenant="01",
        id="f",
        team_id="form",
        person_id="mai",
        unit_code="00235",
        campaign_id="c1",
        day_on=DAY,
        figures={},
        lines={},
        created_at=AT,
    )
    yesterday = "2026-11-22"
    await write(
        any_database,
        *_teams("came", "told", "late", "form", "undone", "before", "nothing"),
        attendances.opened(attendance(team_id="came")),
        reports.added(report("r1", team_id="told")),
        reports.added(report("r2", team_id="late", state=ReportState.LATE)),
        reports.added(report("r3", team_id="undone", state=ReportState.UNDONE)),
        reports.added(report("r4", team_id="before", day_on=yesterday)),
        day_forms.added(form),
    )
    found = await _expected(any_database)
    assert {name for name, one in found.items() if one.silent} == {"undone", "before", "nothing"}
    assert len(found) == 7


async def test_only_shifts_that_have_begun_are_expected(any_database: Database) -> None:
    """Of several shifts the first; closed teams and shifts called off are nobody's duty."""
    await write(
        any_database,
        *_teams("on", "closed", "off"),
        teams.saved(team("later")),
        shifts.saved(shift("s2", team_id="on", starts_at=later(30), ends_at=later(60))),
        shifts.saved(shift("s3", team_id="later", starts_at=later(61), ends_at=later(90))),
        shifts.saved(shift("s-off", team_id="off", cancelled_at=AT)),
        teams.saved(team("closed", closed_at=AT)),
    )
    found = await _expected(any_database)
    assert list(found) == ["on"]
    assert found["on"].starts_at == AT


async def test_units_are_named(any_database: Database) -> None:
    """As the file of units names them; a code without a name stays a code."""
    units = [one for one in read_units() if one.code == "00235"]
    await write(
        any_database,
        *_teams("named"),
        *(Effect("save_unit", one.model_dump()) for one in units),
        teams.saved(team("odd", unit_code="99999")),
        shifts.saved(shift("s9", team_id="odd")),
    )
    found = await _expected(any_database)
    assert (found["named"].unit_kind, found["named"].unit_name) == ("phuong", "Đống Đa")
    assert found["odd"].unit_name == ""
