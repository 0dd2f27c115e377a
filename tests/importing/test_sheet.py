"""Files that anybody may have made: read within limits, or refused with a reason."""

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from handlers.importing.limits import Limits, SheetRefused
from handlers.importing.sheet import rows_of
from handlers.importing.writing import write
from locales import words

LIMITS = Limits(
    size=1 << 20, unpacked=4 << 20, rows=1000, directory=1 << 16, strings=1 << 20, row=1 << 20, spread=200_000
)
_SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, cells: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in cells:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def with_parts(path: Path, **parts: str | bytes) -> Path:
    """A sound workbook in which some parts are others; ``__`` in a name is a slash, ``_x`` its .xml."""
    sound = workbook(path.with_suffix(".sound"), [["a", "b"], [1, 2]])
    named = {name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, named.pop(part, old.read(part)))
        for part, text in named.items():
            new.writestr(part, text)
    return path


def sheet_of(rows: str, before: str = "") -> str:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f'<?xml version="1.0"?>{before}<worksheet {space}><sheetData>{rows}</sheetData></worksheet>'


def _cell(text: str, at: str = "A1") -> str:
    return f'<row r="1"><c r="{at}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def _bomb(path: Path) -> Path:
    return with_parts(path, **{_SHEET: sheet_of(_cell(" " * 3_000_000))})


def _entities(path: Path) -> Path:
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    return with_parts(path, **{_SHEET: sheet_of(_cell("&b;&c;"), laughs)})


def _hidden_entities(path: Path) -> Path:
    laughs = '<!DOCTYPE a [<!ENTITY b "ha">]>'
    return with_parts(path, **{_SHEET: sheet_of(_cell("&b;"), laughs).encode("utf-16")})


def _many_parts(path: Path) -> Path:
    return with_parts(path, **{f"xl__extra{number}": "x" for number in range(300)})


def _macros(path: Path) -> Path:
    return with_parts(path, **{"xl/vbaProject.bin": b"x"})


def _far_cell(path: Path) -> Path:
    return with_parts(path, **{_SHEET: sheet_of(_cell("far", "XFD1"))})


def _far_row(path: Path) -> Path:
    row = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    return with_parts(path, **{_SHEET: sheet_of(row)})


def _furthest_cell(path: Path) -> Path:
    row = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    return with_parts(path, **{_SHEET: sheet_of(row)})


def _no_such_cell(path: Path) -> Path:
    return with_parts(path, **{_SHEET: sheet_of(_cell("x", "ZZZZZZ1"))})


def _empty_far_cells(path: Path) -> Path:
    """Nothing stands in any of them, and each row has sixteen thousand."""
    rows = "".join(f'<row r="{at}"><c r="XFD{at}"/></row>' for at in range(1, 900))
    return with_parts(path, **{_SHEET: sheet_of(rows)})


def _one_endless_row(path: Path) -> Path:
    cells = "".join(f'<c r="A1"><v>{at}</v></c>' for at in range(90_000))
    return with_parts(path, **{_SHEET: sheet_of(f'<row r="1">{cells}</row>')})


def _endless_strings(path: Path) -> Path:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    texts = "".join(f"<si><t>{at * 7919 % 99991}</t></si>" for at in range(80_000))
    return with_parts(path, **{"xl/sharedStrings.xml": f"<sst {space}>{texts}</sst>"})


def _endless_contents(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for number in range(1200):
            package.writestr(f"{'x' * 90}{number}", "")
    return path


def _cut(path: Path) -> Path:
    path.write_bytes(workbook(path, [["a"]]).read_bytes()[:2000])
    return path


def _not_xml(path: Path) -> Path:
    return with_parts(path, **{_SHEET: "<worksheet"})


def _plain_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("hello.txt", "hello")
    return path


def _old(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    return path


def _windows(path: Path) -> Path:
    path.write_bytes("Họ tên,Xã\n".encode("cp1258", "ignore") + "Đà Lạt".encode("cp1258", "ignore"))
    return path


def _nul(path: Path) -> Path:
    path.write_bytes(b"a,b\n\0,c\n")
    return path


def _wide(path: Path) -> Path:
    path.write_text(",".join(["x"] * 10_000), encoding="utf-8")
    return path


def _long_cell(path: Path) -> Path:
    path.write_text("a,b\n" + "x" * 200_000, encoding="utf-8")
    return path


def _long(path: Path) -> Path:
    path.write_text("a\n" * 5_000, encoding="utf-8")
    return path


def _large(path: Path) -> Path:
    path.write_text("a\n" * 600_000, encoding="utf-8")
    return path


HOSTILE: dict[Callable[[Path], Path], str] = {
    _bomb: "bomb", _entities: "entities", _hidden_entities: "entities", _many_parts: "parts",
    _macros: "macros", _far_cell: "columns", _far_row: "rows", _cut: "broken",
    _furthest_cell: "rows", _no_such_cell: "broken", _empty_far_cells: "spread", _one_endless_row: "bomb",
    _endless_strings: "bomb", _endless_contents: "parts",
    _not_xml: "broken", _plain_zip: "not-a-sheet", _old: "old-or-locked", _windows: "not-utf8",
    _nul: "not-a-sheet", _wide: "columns", _long_cell: "broken",
    _long: "rows", _large: "large",
}  # fmt: skip


@pytest.mark.parametrize("made", HOSTILE, ids=lambda made: made.__name__.strip("_"))
def test_a_hostile_file_is_refused_with_a_reason(made: Callable[[Path], Path], tmp_path: Path) -> None:
    """In words, and soon."""
    path = made(tmp_path / "list.xlsx")
    began = time.monotonic()
    with pytest.raises(SheetRefused) as refused:
        list(rows_of(path, LIMITS))
    assert refused.value.rule == HOSTILE[made]
    assert words("vi")(f"sheet-{refused.value.rule}", **refused.value.given)
    assert time.monotonic() - began < 5


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Nor one that may not be read."""
    with pytest.raises(SheetRefused, match="unreadable"):
        list(rows_of(tmp_path / "none.xlsx", LIMITS))


def test_every_way_to_save_a_list_is_read_alike(tmp_path: Path) -> None:
    """A workbook with numbers and dates, CSV with commas, semicolons and tabs, with a mark before it."""
    cells = [["Mã", "Tên"], ["00235", "Đống Đa"]]
    book = workbook(tmp_path / "a.xlsx", [["Mã", "Tên"], [None, None], ["00235", " Đống  Đa "]])
    assert [row for _, row in rows_of(book, LIMITS)] == [tuple(row) for row in cells]
    for name, mark, delimiter in (("b", "", ","), ("c", "\ufeff", ";"), ("d", "", "\t")):
        path = tmp_path / f"{name}.csv"
        path.write_text(mark + "\n".join(delimiter.join(row) for row in cells), encoding="utf-8")
        assert [row for _, row in rows_of(path, LIMITS)] == [tuple(row) for row in cells]
    numbers = workbook(tmp_path / "e.xlsx", [[1, 2.0, 3.5]])
    assert list(rows_of(numbers, LIMITS)) == [(1, ("1", "2", "3.5"))]


def test_what_is_handed_on_has_no_formula_and_no_reader_but_its_owner(tmp_path: Path) -> None:
    """Whatever people write into their names."""
    hostile = [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "＝1",
        "\t=1",
        '=HYPERLINK("http://x")',
        "\x01\x1b",
        "x" * 40_000,
        "🌾",
    ]
    path = tmp_path / "codes.xlsx"
    assert write(path, "Mã", ["Tên"], [[one] for one in hostile]) == len(hostile)
    assert path.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(path) as package:
        assert not any(
            b"<f>" in package.read(part) or b"hyperlink" in package.read(part) for part in package.namelist()
        )
    cells = [
        row[0] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)
    ]
    assert cells[:5] == hostile[:5]
    assert len(cells) == len(hostile)
    write(path, "Mã", ["Tên"], [])
    assert [one.name for one in tmp_path.iterdir()] == ["codes.xlsx"]
