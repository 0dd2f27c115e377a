"""Files that an operator asks for."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.filing import lines_written, rollup_written
from bot.operating import OperationError
from storage import figures, reports
from storage.database import Database
from tests.storage.made import DAY, report, team, world, write


async def test_lines_of_a_unit(any_database: Database, tmp_path: Path) -> None:
    """Of its province as well as of itself; another code is refused."""
    await write(any_database, *world(), reports.added(report()), *figures.moved(report(), +1))
    days = {"since": DAY, "until": DAY}
    for unit in ("01", team().unit_code, "00"):
        to = tmp_path / f"{unit}.xlsx"
        assert "bytes" in await lines_written(any_database, {"file": str(to), "unit": unit, **days})
        assert load_workbook(to)["Từng dòng"].max_row == 4
    for wrong in ({"unit": "77", **days}, {"unit": "01", "since": "mai", "until": DAY}):
        with pytest.raises(OperationError):
            await lines_written(any_database, {"file": str(tmp_path / "x.xlsx"), **wrong})


async def test_a_roll_up_that_was_not_sent(any_database: Database, tmp_path: Path) -> None:
    await write(any_database, *world())
    given = {"file": str(tmp_path / "x.docx"), "unit": "00235", "week": DAY}
    with pytest.raises(OperationError, match="sent nothing"):
        await rollup_written(any_database, given)
