"""Figures from a list for teams that are not on the bot: shown, written, never above a leader's word."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from bot import clock
from bot.cli import cli
from handlers.importing import columns
from handlers.importing.figures import COLUMNS, COUNTED, MOST, Days
from handlers.importing.judged import Unfit
from handlers.importing.places import Places
from locales import words
from locales.formats import local
from tests.world import furniture

HEADS = "Tỉnh;Xã;Đội hình;Ngày;Lượt người dân;VNeID;Ghi chú"
TODAY = local(clock.now()).date()
DAY = f"{TODAY - timedelta(days=1):%d/%m/%Y}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a team in its data."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.performing.set_up_logs", lambda _: None)
    _list(tmp_path / "doi.csv", "Tỉnh;Xã;Đội hình;Họ tên", "Hà Nội;Láng;Đội Láng;")
    assert _typed("import", "doi.csv", "--yes").exit_code == 0
    return tmp_path


def _list(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")


def _typed(*said: str, answer: str = "") -> Result:
    return CliRunner().invoke(cli, said, input=answer)


def test_the_template_takes_nothing_in(folder: Path) -> None:
    assert _typed("export", "template", "mau.xlsx", "--of", "figures").exit_code == 0
    said = _typed("figures", "import", "mau.xlsx", "--yes")
    assert said.exit_code == 0, said.output
    assert "0 dòng" in said.output


def test_every_column_has_a_heading_of_its_own() -> None:
    for language in ("vi", "en"):
        heads = [columns.heading(words(language), key) for key in COLUMNS]
        assert len(set(heads)) == len(heads)


def test_a_list_is_shown_first_written_once_and_replaced_where_it_differs(folder: Path) -> None:
    rows = [
        f"Hà Nội;Láng;Đội Láng;{DAY};75;5;",
        f"Hà Nội;Láng;Đội Mây;{DAY};3;;",
        "Hà Nội;Láng;Đội Láng;32/1;;;",
    ]
    _list(folder / "so.csv", HEADS, *rows)
    assert "thêm số của 1 ngày" in _typed("figures", "import", "so.csv", "--dry-run").output
    assert "Chưa ghi gì" in _typed("figures", "import", "so.csv", answer="\n").output
    assert "khác nhau" not in _typed("figures", "verify").output
    done = _typed("figures", "import", "so.csv", answer="1\n")
    assert "thêm 1 ngày" in done.output, done.output
    faults = list(openpyxl.load_workbook(folder / "so-loi.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [row[:3] for row in faults[1:]] == [("3", "Đội hình", "Đội Mây"), ("4", "Ngày", "32/1")]
    again = _typed("figures", "import", "so.csv", "--yes")
    assert "thêm 0 ngày, thay 0 ngày, 1 ngày không đổi" in again.output, again.output
    _list(folder / "so.csv", HEADS, f"Hà Nội;Láng;Đội Láng;{DAY};1.080;5;")
    assert "thay 1 ngày" in _typed("figures", "import", "so.csv", "--yes").output
    assert _typed("figures", "verify").exit_code == 0
    days = ("--since", TODAY.isoformat()[:8] + "01", "--until", TODAY.isoformat())
    written = _typed("export", "lines", "ra.xlsx", "--unit", "01", *days)
    assert written.exit_code == 0, written.output
    book = openpyxl.load_workbook(folder / "ra.xlsx")
    said = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert 1080 in said
    assert 75 not in said


@given(said=st.text(max_size=9), count=st.integers(0, 10**7))
def test_a_cell_is_a_whole_number_or_an_error_with_its_reason(said: str, count: int) -> None:
    """Nothing else is ever counted, and no cell makes the program fail."""
    places = Places(furniture()[0].units.index)
    for cell in (said.strip(), str(count)):
        row = {"province": "01", "commune": "00235", "team": "Đội", "day": "01/11/2026", COUNTED[0]: cell}
        try:
            read = Days(places, date(2026, 11, 23)).judged(2, row)
        except Unfit as unfit:
            rule, whole = unfit.fault.rule, cell.isascii() and cell.isdecimal()
        else:
            rule, whole = "", False
            assert read is not None
            assert read.counts == {COUNTED[0]: int(cell.replace(".", "").replace(" ", ""))}
        assert not rule or words("vi").has(f"import-{rule}")
        assert not whole or int(cell) > MOST
