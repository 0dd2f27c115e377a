"""A sheet is read by a process of its own: what it does to its reader ends there, in words and in time."""

import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO

import pytest
import xlsxwriter

from bot import sheet_apart
from bot.sheet_apart import rows_of
from handlers.importing import sheet
from handlers.importing.apart import Bounds
from handlers.importing.limits import Limits, SheetRefused
from locales import words
from tests.importing.test_sheet import HOSTILE, LIMITS, sheet_of, with_parts, workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture(name="started")
def _started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The processes that were started; afterwards none of them is left."""
    processes: list[subprocess.Popen[bytes]] = []
    begin = sheet_apart.process

    def noted(opened: IO[bytes], asked: Mapping[str, object]) -> sheet_apart.Reader:
        processes.append(made := begin(opened, asked))
        return made

    monkeypatch.setattr(sheet_apart, "process", noted)
    yield processes
    assert [one.poll() is None for one in processes] == [False] * len(processes)


def _refused(path: Path, limits: Limits = LIMITS, bounds: Bounds | None = None) -> str:
    with pytest.raises(SheetRefused) as refused:
        list(rows_of(path, limits, bounds))
    assert words("vi")(f"sheet-{refused.value.rule}", **refused.value.given)
    return refused.value.rule


def test_it_reads_what_the_reader_within_reads(tmp_path: Path, started: list[object]) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Mã", "Tên"], ["00235", "Đống Đa ⟦\n⟧"], [None, 3]])
    assert list(rows_of(path, Limits())) == list(sheet.rows_of(path, Limits()))
    comma = tmp_path / "a.csv"
    comma.write_text("Mã,Tên\n00235,Đống Đa\n", encoding="utf-8")
    assert list(rows_of(comma, Limits())) == [(1, ("Mã", "Tên")), (2, ("00235", "Đống Đa"))]
    assert len(started) == 2


@pytest.mark.parametrize("made", HOSTILE, ids=lambda made: made.__name__.strip("_"))
def test_a_hostile_file_is_refused_alike(
    made: Callable[[Path], Path], tmp_path: Path, started: list[object]
) -> None:
    assert _refused(made(tmp_path / "list.xlsx")) == HOSTILE[made]


def _strings(path: Path, texts: str) -> Path:
    """A workbook as Excel saves it: the texts that all cells share stand by themselves, and are held in
    memory."""
    sound = path.with_suffix(".sound")
    with xlsxwriter.Workbook(sound) as book:
        book.add_worksheet().write_string(0, 0, "a")
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, f"<sst {SPACE}>{texts}</sst>" if part == STRINGS else old.read(part))
    sound.unlink()
    return path


def _many(count: int) -> str:
    return "".join(f"<si><t>{at}</t></si>" for at in range(count))


def test_what_takes_too_much_memory_is_told(tmp_path: Path, started: list[object]) -> None:
    path = _strings(tmp_path / "a.xlsx", _many(900_000))
    assert _refused(path, Limits(ratio=10_000), Bounds(memory=256 << 20)) == "heavy"


def test_what_takes_too_long_is_told(tmp_path: Path, started: list[object]) -> None:
    """Whether it computes or sleeps."""
    path = _strings(tmp_path / "a.xlsx", _many(900_000))
    began = time.monotonic()
    assert _refused(path, Limits(ratio=10_000), Bounds(seconds=1)) == "slow"
    assert time.monotonic() - began < 20


def test_a_reader_that_never_answers_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[object]
) -> None:
    monkeypatch.setattr(sheet_apart, "_PROGRAM", "tests.importing.sleeper")
    assert _refused(workbook(tmp_path / "a.xlsx", [["a"]]), bounds=Bounds(seconds=1)) == "slow"


def test_a_reader_that_dies_breaks_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[object]
) -> None:
    monkeypatch.setattr(sheet_apart, "_PROGRAM", "tests.importing.dying")
    assert _refused(workbook(tmp_path / "a.xlsx", [["a"]])) == "broken"


def test_a_million_rows_are_too_many(tmp_path: Path, started: list[object]) -> None:
    """Empty ones and full ones; told at the row that is too much."""
    rows = "".join(f'<row r="{at}"><c><v>{at}</v></c></row>' for at in range(1, 1_000_001))
    path = with_parts(tmp_path / "a.xlsx", **{SHEET: sheet_of(rows)})
    roomy = Limits(rows=20_000)
    assert _refused(path, roomy) == "rows"


@pytest.mark.parametrize("where", ["sheet", "strings", "rich text"])
def test_a_deep_tree_is_refused(tmp_path: Path, where: str, started: list[object]) -> None:
    """Or read to its end, and nothing in it."""
    deep = "<r>" * 400_000 + "</r>" * 400_000
    path = tmp_path / "a.xlsx"
    if where == "sheet":
        with_parts(path, **{SHEET: sheet_of(f'<row r="1"><c r="A1">{deep}</c></row>')})
    else:
        _strings(path, f"<si>{deep}</si>" if where == "rich text" else deep)
    try:
        told = [cells for _, cells in rows_of(path, Limits(ratio=10_000))]
    except SheetRefused as refused:
        told = []
        assert refused.rule in ("broken", "heavy")  # noqa: PT017  # or it is harmless
    assert told in ([], [("",)])


def test_a_bomb_of_gigabytes_is_stopped_early(tmp_path: Path, started: list[object]) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<x/>")
        with package.open(SHEET, "w", force_zip64=True) as part:
            for _ in range(512):
                part.write(b" " * (1 << 20))
    began = time.monotonic()
    assert _refused(path, Limits()) == "bomb"
    assert time.monotonic() - began < 10


def test_who_stops_reading_ends_the_process(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 250_000, encoding="utf-8")
    rows = rows_of(path, Limits())
    assert next(rows)
    assert isinstance(rows, Iterator)
    rows.close()  # type: ignore[attr-defined]  # a generator
    assert started[0].poll() is not None


def test_the_process_gets_the_file_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    """Not even the name of the file, which may be somebody's."""
    monkeypatch.setenv("SECRET_KEY", "canary-of-the-key")
    path = tmp_path / "canary-of-the-name.csv"
    path.write_text("a,b\n" * 250_000, encoding="utf-8")
    rows = rows_of(path, Limits())
    next(rows)
    told = Path(f"/proc/{started[0].pid}")
    assert "canary" not in (told / "environ").read_text() + (told / "cmdline").read_text()
    rows.close()  # type: ignore[attr-defined]  # a generator
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.xlsx") == "unreadable"
    assert _refused(tmp_path) == "unreadable"
