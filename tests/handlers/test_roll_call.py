"""Everybody at once, in one message, but those who are named."""

import pytest

from handlers.roll_call import read_everyone, without

TEAM = (("Nguyễn Văn Hùng", "h"), ("Lê Anh Tú", "t"), ("Phạm Thị Lan", "l1"), ("Vũ Lan", "l2"))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("tất cả", ()),
        ("Tat ca.", ()),
        ("cả đội", ()),
        ("tất cả trừ Hùng", ("Hùng",)),
        ("tat ca tru Hung, Anh Tu va Lan", ("Hung", "Anh Tu", "Lan")),
        ("đủ cả vắng: Tú", ("Tú",)),
    ],
)
def test_everybody_is_understood(said: str, names: tuple[str, ...]) -> None:
    assert read_everyone(said) == names


@pytest.mark.parametrize(
    "said", ["", "Hùng", "tất cả đều mệt", "tất cả trừ", "trừ Hùng", "tất cả " + "x" * 300]
)
def test_anything_else_is_not_everybody(said: str) -> None:
    assert read_everyone(said) is None


def test_whoever_is_named_is_left_out_and_an_unclear_name_is_said() -> None:
    assert without(["tu"], TEAM) == (["h", "l1", "l2"], [])
    assert without(["Lan", "Cường"], TEAM) == (["h", "t", "l1", "l2"], ["Lan", "Cường"])
    assert without(["Vũ Lan"], TEAM) == (["h", "t", "l1"], [])
