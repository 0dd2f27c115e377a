"""Files are named as people write: with all accents, in words and in names of units alike."""

import unicodedata

import pytest

from handlers.exports_named import LONGEST, file_name
from locales import words

NAME = "Báo cáo tuần Phường Đống Đa 2026-11-23 đến 2026-11-29.docx"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_weekly_report_keeps_every_accent(form: str) -> None:
    """Also where accents are marks of their own: taken as such they would be odd signs and go."""
    unit = unicodedata.normalize("NFD" if form == "NFD" else "NFC", "Phường Đống Đa")
    said = words("vi")("weekly-file-name", unit=unit, since="2026-11-23", until="2026-11-29")
    assert file_name(said, "docx") == NAME


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("a/b\\c:d", "a b c d.xlsx"),
        ("..", "ao-xanh.xlsx"),
        ("\u202ecod", "cod.xlsx"),
        ("x" * 200, "x" * LONGEST + ".xlsx"),
    ],
)
def test_nothing_a_file_system_minds(said: str, name: str) -> None:
    assert file_name(said, "xlsx") == name
