"""Between a line, the answers of the form and the record."""

from datetime import date

import pytest

from handlers import reporting
from handlers.report_form import OWN
from handlers.shorthand import parse
from storage.figures import visits_of
from storage.records.work import ReportState
from tests.storage.made import report

TODAY = date(2026, 11, 23)


def test_a_line_fills_the_form() -> None:
    said = parse("sáng nay ở nhà văn hóa 12 người: 7 vneid 5 dvc, 4 cụ già, mất mạng, nộp 3 hs", TODAY)
    assert reporting.filled(said, OWN) == {
        "lines": {"vneid": 7, "online_service": 5},
        "visits": 12,
        "groups": {"elderly": 4},
        "figures": {"ho_so": 3},
        "difficulties": ("network",),
        "mode": "village_hall",
        "part": "morning",
    }


def test_zero_is_an_answer() -> None:
    assert reporting.filled(parse("không có ai", TODAY), OWN) == {"visits": 0}


def test_a_correction_changes_only_what_it_names() -> None:
    before = {"lines": {"vneid": 5, "form": 2}, "visits": 6, "note": "đông"}
    after = reporting.changed(before, {"lines": {"vneid": 7}})
    assert after["lines"] == {"vneid": 7, "form": 2}
    assert (after["visits"], after["note"]) == (6, "đông")


@pytest.mark.parametrize(
    ("line", "clear"),
    [
        ("5 vneid 2 dvc", True),
        ("nộp 8 hs", True),
        ("hơn 20 lượt", True),
        ("không có ai", True),
        ("5 vneid, 2 thùng nước", False),
        ("mấy chục người", False),
        ("sửa lại 7 vneid", False),
        ("như hôm qua", False),
        ("3 cụ già", False),
        ("toàn đội 64 lượt, 10 tnv", False),
        ("chào cả nhà", False),
    ],
)
def test_what_may_be_kept_at_once(line: str, *, clear: bool) -> None:
    assert reporting.understood(parse(line, TODAY)) is clear


def test_a_stale_button_leads_to_the_version_that_stands() -> None:
    first = report("r1", state=ReportState.REPLACED)
    second = report("r2", replaces="r1", state=ReportState.REPLACED)
    third = report("r3", replaces="r2")
    undone = report("r4", replaces="r3", state=ReportState.UNDONE)
    found = [first, second, third, undone]
    assert reporting.latest(found, "r1") == third
    assert reporting.latest(found, "r9") is None
    assert reporting.earlier(found, third) == [second, first]
    assert reporting.newest(found) == third


def test_papers_and_leaflets_are_nobodys_visit() -> None:
    assert visits_of(None, {"vneid": 5, "digitise": 60, "officer": 20, "info_safety": 100}) == 5
    assert visits_of(40, {"info_safety": 100}) == 40
    assert visits_of(None, {"digitise": 60}) == 0
