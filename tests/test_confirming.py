"""A word that would confirm something confirms only if it is that word: "dừng" is not "đúng"."""

from pathlib import Path

import pytest

from tests.sample import furnish
from tests.world import world


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("dừng", False),
        ("Dừng.", False),
        ("dùng", False),
        ("đúng", True),
        ("Đúng ạ", True),
        ("dung", True),
        ("dạ", True),
    ],
)
async def test_at_a_summary(fresh: Path, said: str, kept: bool) -> None:
    async with world(fresh) as town:
        await furnish(town)
        await town.says("lan", "5 vneid")
        told = await town.says("lan", said)
        assert ("Đã ghi 5 lượt" in told[-1].text) is kept
