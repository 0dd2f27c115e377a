"""Workbooks of figures: each level sums up to the next, and the lines to all of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from handlers.export import write
from handlers.messages import Paper
from storage import figures, lines, reports, teams
from storage.database import Database
from storage.records.team import Tenant
from storage.records.work import HelpReport
from tests.exports.documents import document
from tests.storage.made import AT, campaign, report, team, tenant
from tests.storage.made import write as written

DAYS = ("2026-11-16", "2026-11-17", "2026-11-22")


def _reports() -> list[HelpReport]:
    """Two communes, three teams, three days; one report outside the week, one of a group."""
    places = {"t1": "00235", "t2": "00235", "t3": "00004"}
    made = [
        report(
            f"r-{team_id}-{day}",
            team_id=team_id,
            unit_code=unit,
            day_on=day,
            lines={"vneid": 3, "procedure": at},
            groups={"ethnic_minority": 2},
            figures={"ho_so": 1},
        )
        for at, (team_id, unit) in enumerate(places.items(), 1)
        for day in DAYS
    ]
    return [*made, report("r-out", team_id="t1", day_on="2026-11-23")]


async def _filled(database: Database) -> None:
    other = Tenant(tenant="79", unit_code="79", name="TP. Hồ Chí Minh", created_at=AT)
    await written(
        database,
        tenant(),
        teams.tenant_saved(other),
        campaign(),
        *(teams.saved(team(key, name=f"=Đội {key}")) for key in ("t1", "t2", "t3")),
    )
    for one in _reports():
        await written(database, reports.added(one), *figures.moved(one, +1))


async def _sheets(database: Database, to: Path, name: str, **shows: Any) -> dict[str, list[list[Any]]]:
    await write(Paper(name, json.dumps(shows), "x.xlsx"), to, database)
    book = load_workbook(to)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def _column(rows: list[list[Any]], label: str) -> list[Any]:
    return [row[rows[0].index(label)] for row in rows[1:]]


async def test_levels_and_lines_agree(
    any_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read in pages of four, nothing is lost or doubled; groups are in none of them."""
    monkeypatch.setattr(lines, "PAGE", 4)
    await _filled(any_database)
    week = {"since_on": "2026-11-16", "until_on": "2026-11-22", "unit_code": "", "tenants": ["01"]}
    found = await _sheets(any_database, tmp_path / "x.xlsx", "lines_xlsx", **week)
    assert set(found) == {"Xã, phường", "Đội", "Từng dòng"}
    every = found["Từng dòng"]
    vneid = sum(row[6] for row in every[1:] if row[5] == "VNeID")
    assert vneid == sum(_column(found["Xã, phường"], "VNeID")) == sum(_column(found["Đội"], "VNeID")) == 27
    assert _column(found["Xã, phường"], "Lượt người dân") == [18, 27]
    assert sorted(_column(found["Đội"], "Đội")) == ["=Đội t1", "=Đội t2", "=Đội t3"]
    assert len(every) == 1 + 9 * 4
    assert "23/11/2026" not in _column(every, "Ngày")
    assert "ethnic_minority" not in str(found)


async def test_a_commune_sees_its_own_lines_alone(any_database: Database, tmp_path: Path) -> None:
    """Its roll-up stands before them, numbers as numbers."""
    await _filled(any_database)
    shows = {"document": document().model_dump(mode="json"), "tenants": ["01"], "lines": True, "draft": False}
    found = await _sheets(any_database, tmp_path / "x.xlsx", "rollup_xlsx", **shows)
    assert list(found) == ["Tổng hợp", "Đội", "Từng dòng"]
    assert found["Tổng hợp"][1][:4] == ["Lượt người dân", 1234, 1180, 54]
    assert set(_column(found["Từng dòng"], "Mã")) == {"00235"}


async def test_the_centre_sees_provinces(any_database: Database, tmp_path: Path) -> None:
    """Every tenant; without lines where they are not wanted."""
    await _filled(any_database)
    made = document(tenant="00", unit_code="00", level="central")
    shows = {"document": made.model_dump(mode="json"), "tenants": [], "lines": False}
    found = await _sheets(any_database, tmp_path / "x.xlsx", "rollup_xlsx", **shows)
    assert list(found) == ["Tổng hợp", "Tỉnh, thành phố", "Xã, phường", "Đội"]
    assert _column(found["Tỉnh, thành phố"], "VNeID") == [27]
