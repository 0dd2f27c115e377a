"""The table of how questions are typed is sound, and is applied as its notes say."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

import handlers.faq_words
from handlers.faq_words import faq_words
from storage.fold import fold

WORDS = faq_words()
TABLE = yaml.safe_load(
    (Path(handlers.faq_words.__file__).parent / "data" / "faq_words.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Quên MK VNeID", "quen mat_khau vneid"),
        ("ko nhận dc mã otp", "khong nhan duoc otp"),
        ("ddoori sdt", "doi so_dien_thoai"),
        ("điện thoại rớt mô rồi", "dien_thoai mat dau roi"),
        ("lên mức 2", "len muc2"),
        ("giấy CT07", "giay ct07"),
        ("bằng lái + bhyt", "giay_phep_lai_xe bao_hiem_y_te"),
    ],
)
def test_questions_come_into_one_wording(typed: str, kept: str) -> None:
    assert " ".join(WORDS.of(typed)) == kept


@pytest.mark.parametrize(
    "line",
    [
        "5 vneid 2 dvc",
        "sáng nay 7 vneid, 3 bhyt",
        "vneid 8 dvctt 5",
        "hôm nay 20 lượt",
        "3 ca quên mk 4 ca đổi máy",
    ],
)
def test_reports_are_known_by_their_figures(line: str) -> None:
    assert WORDS.is_report(WORDS.of(line))


@pytest.mark.parametrize(
    "line",
    [
        "2 vneid chung 1 sđt được không",
        "phiếu lý lịch tư pháp số 2",
        "lên mức 2 làm sao",
        "bị trừ tiền 2 lần",
        "",
    ],
)
def test_questions_with_numbers_are_no_reports(line: str) -> None:
    assert not WORDS.is_report(WORDS.of(line))


def test_no_typing_means_two_things() -> None:
    typings = Counter(typed for kept, more in TABLE["same"].items() for typed in {kept, *more})
    assert [typed for typed, times in typings.items() if times > 1] == []


def test_the_table_is_folded() -> None:
    lines = [typed for kept, more in TABLE["same"].items() for typed in (kept, *more)]
    for name in ("filler", "asking", "keep", "counted", "numbered"):
        lines += [word.replace("_", " ") for word in TABLE[name]]
    assert [line for line in lines if line != fold(line)] == []
    assert all(fold(word) != fold(meant) for word, meant in TABLE["accented"].items())
