"""Workbooks: whatever people write stays text, numbers stay numbers, and memory stays small."""

import random
import resource
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from handlers.sheet_cells import LONGEST, Value, clean
from handlers.sheets import book

_LEADS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\0",
    "＝",
    "＋",
    "－",
    "＠",
    "'",
    '"',
    "<f>",
    "&",
    "_x003D_",
    "=HYPERLINK(",
)
_PIECES = (
    *(
        "1+1",
        'cmd|" /C calc"!A0',
        "SUM(A1:A9)",
        "http://x.vn",
        "\x07",
        "\x1b[31m",
        "\ud800",
        "\ufffe",
        "😀",
        "e\u0301",
    ),
    *(
        "Nguyễn",
        "\n",
        "  ",
        "]]>",
        "</t>",
        "1e9",
        "01/02/2026",
        "TRUE",
        "#REF!",
        "_x0041_",
        "\u202e",
        "x" * 300,
    ),
)


def hostile(count: int) -> list[str]:
    """Texts that programs like to take for something else."""
    chance = random.Random(7)
    return [
        chance.choice(_LEADS) + "".join(chance.choices(_PIECES, k=chance.randint(0, 5))) for _ in range(count)
    ]


def _written(to: Path, rows: list[list[Value]]) -> None:
    with book(to, " … (cut)") as made:
        sheet = made.sheet("Dữ liệu")
        sheet.head(["a", "b"], [10, 10])
        for row in rows:
            sheet.add(row)


def test_three_thousand_hostile_cells_stay_text(tmp_path: Path) -> None:
    """No formula, no link, and each cell reads as it was meant."""
    texts = hostile(3000)
    _written(tmp_path / "x.xlsx", [[text, 12.5] for text in texts])
    with zipfile.ZipFile(tmp_path / "x.xlsx") as parts:
        body = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f" not in body
        assert "hyperlink" not in "".join(parts.namelist()) + body
    sheet = load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    read = [(row[0].value, row[0].data_type, row[1].value) for row in sheet.iter_rows(min_row=2)]
    assert {kind for _, kind, _ in read} <= {"s", "inlineStr", "n"}
    assert {number for *_, number in read} == {12.5}
    # The library that reads leaves the escape of an escape as it stands in the file.
    seen = [str(value or "").replace("_x005F_", "_") for value, *_ in read]
    assert seen == [clean(text) for text in texts]


def test_a_text_too_long_says_that_it_was_cut(tmp_path: Path) -> None:
    """32,767 UTF-16 units, never inside a letter."""
    kept = clean("😀" * 20_000, " … (cut)")
    assert kept.endswith("😀 … (cut)")
    assert len(kept.encode("utf-16-le")) // 2 <= LONGEST
    assert clean("x" * LONGEST) == "x" * LONGEST


def test_control_characters_go_and_lines_stay() -> None:
    assert clean("a\x00b\x0bc\r\nd\re\ud800") == "abc\nd\ne"


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    """Also zero and fractions; nothing stands where nothing is."""
    _written(tmp_path / "x.xlsx", [[0, 6.5], [None, -3]])
    sheet = load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [[0, 6.5], [None, -3]]


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes on Linux")
def test_rows_do_not_stay_in_memory(tmp_path: Path) -> None:
    """A hundred thousand rows need hardly more than a thousand."""
    _written(tmp_path / "few.xlsx", [["Lan", 1]] * 1000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with book(tmp_path / "many.xlsx") as made:
        sheet = made.sheet("x")
        for number in range(100_000):
            sheet.add(["Phường Đống Đa", number])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    """Opened headless and saved again: every cell equals its text, nothing became a formula."""
    texts = [text for text in hostile(3000) if clean(text).strip() == clean(text)]
    _written(tmp_path / "x.xlsx", [[text, 12.5] for text in texts])
    out = tmp_path / "again"
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/home",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run([*command, "--outdir", str(out), str(tmp_path / "x.xlsx")], check=True, timeout=120)
    sheet = load_workbook(out / "x.xlsx").active
    assert sheet is not None
    read = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert [str(value or "").replace("_x005F_", "_") for value in read] == [clean(text) for text in texts]
