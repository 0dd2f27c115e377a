"""The command from the template to the codes, on the data and through the running bot."""

import asyncio
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from bot.cli import cli
from bot.lock import FolderLock
from bot.remote import Door
from storage.database import database
from storage.migrate import migrate

ROWS = (
    "Tỉnh;Xã;Đội hình;Họ tên;Vai trò;Số điện thoại",
    "Hà Nội;Đống Đa;Đội Một;Nguyễn Thị Mai Anh;Đội trưởng;0912345678",
    "Hà Nội;Đống Đa;Đội Một;Trần Văn Bình;;",
    "Hà Nội;Đốg Đa;Đội Một;Lê Hoa;;",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a list in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.performing.set_up_logs", lambda _: None)
    (tmp_path / "ds.csv").write_text("\n".join(ROWS), encoding="utf-8")
    return tmp_path


def _typed(*words: str, answer: str = "") -> Result:
    return CliRunner().invoke(cli, words, input=answer)


def _cells(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))


def test_the_template_is_a_list_that_takes_nothing_in(folder: Path) -> None:
    """It has every column, and its example is left out."""
    assert _typed("export", "template", "mau.xlsx").exit_code == 0
    said = _typed("import", "mau.xlsx", "--yes")
    assert said.exit_code == 0, said.output
    assert "0 dòng" in said.output
    assert _typed("export", "template", "mau.xlsx", "--of", "cakes").exit_code == 1
    assert _typed("export", "template", str(folder / "none" / "mau.xlsx")).exit_code == 1


def test_a_list_is_shown_first_and_written_when_its_number_is_typed(folder: Path) -> None:
    """The faults stand in a file beside it, the codes in another that only its owner reads."""
    assert "Chưa ghi gì" in _typed("import", "ds.csv", answer="\n").output
    assert not (folder / "ds-ma.xlsx").exists()
    assert "Số điện thoại" in _typed("import", "ds.csv", "--dry-run").output
    said = _typed("import", "ds.csv", "--codes", "ma.xlsx", answer="2\n")
    assert said.exit_code == 0, said.output
    codes = _cells(folder / "ma.xlsx")[1:]
    assert [row[3] for row in codes] == ["Nguyễn Thị Mai Anh", "Trần Văn Bình"]
    assert (folder / "ma.xlsx").stat().st_mode & 0o777 == 0o600
    assert _cells(folder / "ds-loi.xlsx")[1][:3] == ("4", "Xã, phường, đặc khu", "Đốg Đa")
    assert "2 dòng không đổi gì" in _typed("import", "ds.csv", "--codes", "ma.xlsx", "--yes").output
    assert _cells(folder / "ma.xlsx")[1:] == codes


def test_a_file_that_is_no_list_is_refused_in_one_line(folder: Path) -> None:
    """With what to do."""
    said = _typed("import", "none.csv")
    assert said.exit_code == 1
    (folder / "cakes.csv").write_text("Bánh;Giá\nchưng;5", encoding="utf-8")
    said = _typed("import", "cakes.csv")
    assert said.exit_code == 1
    assert "export template" in said.output


async def test_it_goes_through_the_running_bot(folder: Path) -> None:
    """Who has the data writes it; the list itself is read by the command."""
    url = "sqlite+aiosqlite:///var/aoxanh.sqlite"
    with FolderLock(folder / "var"):
        await migrate(url)
        store = database(url)
        await store.start()
        door = Door(folder / "var", store)
        await door.open()
        said = await asyncio.to_thread(_typed, "import", "ds.csv", "--yes")
        await door.close()
        await store.close()
    assert said.exit_code == 0, said.output
    assert len(_cells(folder / "ds-ma.xlsx")) == 3
