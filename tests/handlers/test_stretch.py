"""Hours as people say them, and what they make of a presence."""

from datetime import datetime, timedelta

import pytest

from handlers.engine import Answer
from handlers.stretch import Stretch, StretchField, read_stretch
from locales.formats import HANOI

IN = datetime(2026, 11, 23, 7, 25, tzinfo=HANOI)
OUT = datetime(2026, 11, 23, 11, 30, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("7h30-12h", Stretch("07:30", "12:00")),
        ("7h30 – 12h", Stretch("07:30", "12:00")),
        ("7:30 den 12:00", Stretch("07:30", "12:00")),
        ("từ 7h30 đến 12h", Stretch("07:30", "12:00")),
        ("vào 7h30 - ra 12h", Stretch("07:30", "12:00")),
        ("12h15", Stretch("", "12:15")),
        ("ra lúc 12h15", Stretch("", "12:15")),
        ("về 12h", Stretch("", "12:00")),
        ("vào lúc 7h", Stretch("07:00", "")),
        ("-12h", Stretch("", "12:00")),
        ("7h-", Stretch("07:00", "")),
        ("1h chiều - 5h chiều", Stretch("13:00", "17:00")),
        ("7h30->12h", Stretch("07:30", "12:00")),
    ],
)
def test_it_is_read(text: str, stretch: Stretch) -> None:
    """And what is kept of it reads the same."""
    assert read_stretch(text) == stretch
    assert read_stretch(stretch.kept()) == stretch


@pytest.mark.parametrize(
    "text", ["", "-", "12", "7h-12h-15h", "25h", "5 vneid", "7h 12h x", "hôm qua", "9" * 80]
)
def test_anything_else_is_not(text: str) -> None:
    """Then the question is asked again with an example."""
    assert read_stretch(text) is None


def test_the_field_keeps_what_was_said() -> None:
    """In one form however it was written."""
    assert StretchField().read(Answer(text="từ 7h30 đến 12h")) == "07:30-12:00"
    assert StretchField().fits("07:30-12:00")
    assert not StretchField().fits("7h30-12h")


@pytest.mark.parametrize(
    ("said", "begins", "lasts"),
    [
        (Stretch("", "12:00"), IN, timedelta(hours=4, minutes=35)),
        (Stretch("07:00", ""), IN.replace(hour=7, minute=0), timedelta(hours=4, minutes=30)),
        (Stretch("22:00", "06:00"), IN.replace(hour=22, minute=0), timedelta(hours=8)),
    ],
)
def test_the_hours_are_on_their_day(said: Stretch, begins: datetime, lasts: timedelta) -> None:
    """An end before the start is on the next day."""
    in_at, out_at = said.around(IN, OUT)
    assert (in_at, out_at - in_at) == (begins, lasts)
