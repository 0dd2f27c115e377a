"""A number in two or three messages is known, and what people honestly say one by one is left alone."""

from datetime import UTC, datetime

import pytest

from bot.half_said import HalfSaid
from handlers.privacy_filter.halves import Joined
from storage.unit_file import by_code
from tests.privacy.split import dialogues, innocent, split

NOW = datetime(2026, 11, 23, tzinfo=UTC)
RECALL = 0.99
CODES = by_code().keys()


def _heard(*messages: str) -> Joined | None:
    chat = HalfSaid(CODES)
    return [chat.heard("mai", str(at), text, NOW) for at, text in enumerate(messages)][-1]


def test_numbers_in_two_pieces_are_known() -> None:
    pairs = list(split())
    missed = [pair for pair in pairs if _heard(*pair) is None]
    assert len(pairs) > 1300
    assert len(missed) <= (1 - RECALL) * len(pairs), missed


def test_what_is_innocent_stays_so_one_after_another() -> None:
    """All pairs of the lines that must be left alone: 69,000 of them."""
    lines = innocent()
    assert [(one, other) for one in lines for other in lines if _heard(one, other)] == []


def test_no_dialogue_holds_a_number_in_pieces() -> None:
    """As if everything in a dialogue were typed within a moment."""
    found, said = [], 0
    for name, typed in dialogues():
        chat = HalfSaid(CODES)
        for at, (who, text) in enumerate(typed):
            said += 1
            found += [(name, text)] if chat.heard(who, str(at), text, NOW) else []
    assert found == []
    assert said > 1000


@pytest.mark.parametrize(
    "messages",
    [
        ("038213", "038214"),
        ("038213", "038213"),
        ("0912", "12", "5"),
        ("0730", "1130", "1330"),
        ("0730-1130", "1234"),
        ("0730-1130", "1330-1700"),
        ("07288", "07291"),
        ("mã xã 00235", "12 25 30 28"),
        ("07.11.2026", "1234"),
        ("0912345678", "12"),
        ("0912345678", "100 lượt"),
        ("0", "9", "12", "34", "56", "78", "9"),
        ("vào ca 4821", "28 3 8 12 8 14"),
        ("bác An 0912 345", "vâng", "678 lượt"),
        ("tổng đài 1900 6643", "120 lượt"),
        ("phạt 84.551.000", "120"),
    ],
    ids=" + ".join,
)
def test_what_only_looks_like_pieces(messages: tuple[str, ...]) -> None:
    assert _heard(*messages) is None


@pytest.mark.parametrize(
    ("messages", "began", "rest"),
    [
        (("0790 9900", "1234"), ("0790 9900",), "1234"),
        (("079099", "001234 nhé"), ("079099",), "001234"),
        (("số bác là 0912 34…", "…5678"), ("0912 34…",), "5678"),
        (("0912", "345", "678"), ("0912", "345"), "678"),
        (("O790 99", "OO 1234"), ("O790 99",), "OO 1234"),
        (("+84 912", "345 678"), ("+84 912",), "345 678"),
        (("GD 4 72 994", "549 1991"), ("GD 4 72 994",), "549 1991"),
    ],
    ids=lambda value: " + ".join(value) if isinstance(value, tuple) else value,
)
def test_where_the_pieces_stand(messages: tuple[str, ...], began: tuple[str, ...], rest: str) -> None:
    found = _heard(*messages)
    assert found is not None
    assert found.began == began
    assert messages[-1][found.start : found.end] == rest
