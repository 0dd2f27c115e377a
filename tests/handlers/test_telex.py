"""Raw Telex keys become the syllable meant; everything else is left alone."""

import pytest

from handlers.telex import is_syllable, undo_telex


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maatj", "mat"),
        ("khaaur", "khau"),
        ("dduwowcj", "duoc"),
        ("tieengs", "tieng"),
        ("ddieenj", "dien"),
        ("khoong", "khong"),
        ("mwcs", "muc"),
        ("owr", "o"),
        ("quas", "qua"),
        ("nooopj", "nop"),
    ],
)
def test_telex_is_undone(typed: str, meant: str) -> None:
    assert undo_telex(typed) == meant


@pytest.mark.parametrize(
    "word", ["mat", "khau", "vneid", "otp", "sms", "reset", "link", "x", "", "quen", "7"]
)
def test_other_words_stay(word: str) -> None:
    assert undo_telex(word) == word


@pytest.mark.parametrize("word", ["nguoi", "khuyu", "yeu", "giay", "quyen", "uong", "nghieng", "a"])
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)
