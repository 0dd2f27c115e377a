"""What people send with a check-in: a code, a time, both, in any order and spelling; nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.claim import Claim, read_claim
from locales.formats import HANOI

NOW = datetime(2026, 11, 23, 10, 5, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("4821", Claim("4821")),
        (" 4821. ", Claim("4821")),
        ("４８２１", Claim("4821")),
        ("mã 4821", Claim("4821")),
        ("Mã số: 0007", Claim("0007")),
        ("ma 4821 luc 7h35", Claim("4821", "07:35")),
        ("4821 lúc 7:35", Claim("4821", "07:35")),
        ("4821, 7h35", Claim("4821", "07:35")),
        ("4821 7 giờ rưỡi", Claim("4821", "07:30")),
        ("lúc 7h35 mã 4821", Claim("4821", "07:35")),
        ("7h35 4821", Claim("4821", "07:35")),
        ("lúc 7h35", Claim("", "07:35")),
        ("từ 1h chiều", Claim("", "13:00")),
        ("7g30", Claim("", "07:30")),
        ("code 4821 at 7:35", Claim("4821", "07:35")),
    ],
)
def test_it_is_read(text: str, claim: Claim) -> None:
    """With and without accents."""
    assert read_claim(text) == claim


@pytest.mark.parametrize(
    "text",
    [
        "",
        "482",
        "48210",
        "5 vneid",
        "4821 vneid",
        "4821 lượt",
        "lúc 25h",
        "4821 lúc nào đó",
        "hôm nay 4821",
        "x" * 99,
    ],
)
def test_it_is_something_else(text: str) -> None:
    """A report or a question is never taken for a code."""
    assert read_claim(text) is None


@pytest.mark.parametrize(
    ("time", "at"),
    [
        ("", "23 10:05"),
        ("07:35", "23 07:35"),
        ("10:15", "23 10:05"),  # a wall clock that is ahead: never in the future
        ("22:30", "22 22:30"),  # a night shift that began yesterday
        ("13:00", "23 10:05"),  # 21 hours ago is a slip of the finger
    ],
)
def test_the_time_is_on_the_nearest_day(time: str, at: str) -> None:
    """Before the message was sent."""
    assert Claim("", time).at(None, NOW).strftime("%d %H:%M") == at


@pytest.mark.parametrize(
    "off", [timedelta(days=-400), timedelta(days=-2), timedelta(hours=3), timedelta(days=9000)]
)
def test_a_phone_with_a_wrong_clock_is_not_believed(off: timedelta) -> None:
    """Neither one in the future nor one in another year."""
    assert Claim().at((NOW + off).astimezone(UTC), NOW) == NOW


def test_a_message_that_waited_on_the_phone_keeps_its_time() -> None:
    """The claimed time is when it was sent, not when it came."""
    assert Claim().at(NOW - timedelta(hours=2), NOW) == NOW - timedelta(hours=2)
