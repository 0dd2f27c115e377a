"""What is asked about as a difficulty without the word, and what is not: questions, reports, absences."""

from datetime import date
from pathlib import Path

import pytest

from handlers.shorthand import complaint, parse

QUESTIONS = Path(__file__).parents[1] / "faq" / "questions"
NOT_OURS, FOLLOW_UPS = "16_not_ours.txt", "15_follow_ups.txt"
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("mất điện rồi", "network"),
        ("mat dien roi", "network"),
        ("mất mạng từ sáng tới giờ anh ơi", "network"),
        ("mạng yếu quá", "network"),
        ("mang yeu qua", "network"),
        ("wifi chỗ em lag quá", "network"),
        ("cổng dịch vụ công treo", "portal"),
        ("cong dvc bi treo roi", "portal"),
        ("hệ thống quá tải", "portal"),
        ("máy in hỏng", "equipment"),
        ("may in hong roi a", "equipment"),
        ("máy in hết mực", "equipment"),
        ("thiếu người trực", "staffing"),
    ],
)
def test_complaints(line: str, code: str) -> None:
    assert complaint(line, TODAY) == code
    assert not parse(line, TODAY).is_report


@pytest.mark.parametrize(
    "line",
    [
        "cổng treo thì làm sao",
        "máy in hỏng thì báo ai",
        "mất điện có làm được không",
        "không đăng nhập được cổng dịch vụ công",
        "vneid bị lỗi",
        "bà con không nhớ mật khẩu",
        "mai em bận, mất điện",
        "tối qua mất điện nên em không đến được",
        "5 vneid, mất mạng",
        "mất bình tĩnh",
        "3",
        "",
        "mạng yếu quá " * 20,
    ],
)
def test_anything_else(line: str) -> None:
    assert complaint(line, TODAY) == ""


def test_no_question_of_the_faq_is_taken_for_one() -> None:
    """Of all ways to ask for what it answers; what goes on from an answer is read with that one."""
    taken = [
        line
        for path in sorted(QUESTIONS.glob("*.txt"))
        if path.name not in (NOT_OURS, FOLLOW_UPS)
        for line in path.read_text("utf-8").splitlines()
        if "|" in line and complaint(line.partition("|")[2].strip(), TODAY)
    ]
    assert taken == []
