"""Names as leaders paste them, and which of them a newcomer may be."""

import pytest

from handlers.like_names import Likeness, likeness, likest
from handlers.name_list import NameList, read_names

GROUP = """Thành viên (32)
Nguyễn Văn Nam
Trưởng nhóm
Trần Thị Hoa 🌸🌸
Phó nhóm
Bạn
1. Lê Anh Tú
2) phạm minh đức
3/ NGUYỄN THỊ MAI ANH
4️⃣ Bé Na ❤️
- Hùng 2k5
• Lan (Lan béo)
+ Ngọc Ánh - K67 CNTT
5. Vũ Văn Bình ••••••••••
@Thu Hà
  06 – Đỗ Thị  Hạnh
𝓛𝓪𝓷 𝓐𝓷𝓱
Hồ Ngọc Hà, lớp 12A
Thêm bởi Nguyễn Văn Nam
Mít Ướt 🐰✨
Hồ Quỳnh Như: 20/11
Lan 2
🌻🌻🌻
0912
Cả nhà ơi mai mình tập trung lúc bảy giờ sáng nhé mọi người
Xem t.me/abc
"""


def test_a_group_chat_as_it_is_pasted() -> None:
    """Numbers, bullets, emoji, parts in the group, classes and masked phones are left out; nobody is lost."""
    read = read_names(GROUP)
    assert read.names == (
        "Nguyễn Văn Nam",
        "Trần Thị Hoa",
        "Lê Anh Tú",
        "phạm minh đức",
        "Nguyễn Thị Mai Anh",
        "Bé Na",
        "Hùng 2k5",
        "Lan",
        "Ngọc Ánh",
        "Vũ Văn Bình",
        "Thu Hà",
        "Đỗ Thị Hạnh",
        "Lan Anh",
        "Hồ Ngọc Hà",
        "Mít Ướt",
        "Hồ Quỳnh Như",
        "Lan 2",
    )
    assert read.unread == (
        "Cả nhà ơi mai mình tập trung lúc bảy giờ sáng nhé mọi người",
        "Xem t.me/abc",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lan, Hoa, Tú", ("Lan", "Hoa", "Tú")),
        ("1. Lan 2. Hoa Nhi 3. Tú", ("Lan", "Hoa Nhi", "Tú")),
        ("Nguyễn Văn A; Trần B", ("Nguyễn Văn A", "Trần B")),
        ("Tú, Bé Mai, Lan 2", ("Tú", "Bé Mai", "Lan 2")),
        ("Ngọc Ánh, K67 CNTT", ("Ngọc Ánh",)),
        ("Lan, Hoa\nTú, Minh", ("Lan", "Hoa", "Tú", "Minh")),
        ("STT\tHọ tên\tLớp\n1\tNguyễn Văn An\tK67\n2\tLò Thị Mỉ\tK68", ("Nguyễn Văn An", "Lò Thị Mỉ")),
        ("Y Khút Niê\nH'Hen Niê\nA Lăng Bhuôch", ("Y Khút Niê", "H'Hen Niê", "A Lăng Bhuôch")),
        ("Lan\nLan", ("Lan", "Lan")),
        ("(Bé) Na", ("Na",)),
        ("", ()),
        ("123\n...\n🌸", ()),
    ],
)
def test_short_lists(text: str, names: tuple[str, ...]) -> None:
    """One line or many, tables, names of every people."""
    assert read_names(text) == NameList(names)


def test_whatever_is_pasted_is_a_name_or_given_back() -> None:
    """No line of hostile text becomes a name that could fake a line, hide text or be a link."""
    for line in (
        "Lan\u202eEvil",
        "Lan\u200b",
        "a" * 300,
        "Lan\x00",
        "http://x.vn",
        "@@@@",
        "<b>Lan</b>",
        "Z" + "\u0301" * 9,
    ):
        for name in read_names(line).names:
            assert len(name) <= 64
            assert name.isprintable()
            assert "/" not in name
            assert "@" not in name


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("Lê Anh Tú", "le anh tu", Likeness.SAME),
        ("Anh Tú", "Lê Anh Tú", Likeness.MOST),
        ("Tú", "Lê Anh Tú", Likeness.GIVEN),
        ("Tú 2k5", "Lê Anh Tú", Likeness.GIVEN),
        ("Nguyễn Thị Mai Anh", "Nguyễn Thi Mai Ahn", Likeness.MOST),
        ("Lê Anh Tú", "Lê Anh Thư", Likeness.NONE),
        ("Mai", "Mai Anh", Likeness.NONE),
        ("", "Lan", Likeness.NONE),
        ("123", "Lan", Likeness.NONE),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, like: Likeness) -> None:
    """In either order."""
    assert likeness(one, other) is like
    assert likeness(other, one) is like


def test_the_likest_name_wins() -> None:
    """A full name before a given name; several where it is not clear; none where nothing is like."""
    names = ["Tú", "Lê Anh Tú", "Lan", "Lan Nguyễn"]
    among = [(name, name) for name in names]
    assert likest("lê anh tú", among) == ["Lê Anh Tú"]
    assert likest("Trần Tú", among) == ["Tú"]
    assert likest("Bùi Lan", [*among, ("Lan", "second")]) == ["Lan", "second"]
    assert likest("Bình", among) == []
