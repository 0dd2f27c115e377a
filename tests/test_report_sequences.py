"""Whatever a volunteer and a leader say and tap, the totals are those of the records."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channel import Capabilities
from handlers.messages import Button
from storage import figures
from tests.paper import PLENTY, SCARCE
from tests.sample import furnish
from tests.world import World, world

LINES = st.sampled_from(
    [
        ("lan", "5 vneid 2 dvc"),
        ("lan", "hôm qua 12 lượt, 3 cụ già, mất mạng"),
        ("lan", "nộp 3 hs, 1 lớp 20 hv"),
        ("lan", "sửa lại vneid 7"),
        ("lan", "thêm 4 thủ tục"),
        ("lan", "không có ai"),
        ("lan", "như hôm qua"),
        ("lan", "hơn 70 người"),
        ("lan", "sửa"),
        ("lan", "bỏ báo cáo"),
        ("lan", "xong"),
        ("lan", "huỷ"),
        ("nam", "toàn đội 30 lượt, nộp 8 hs"),
        ("nam", "toàn đội hôm qua 9 lượt, 4 vneid"),
        ("nam", "lớp bdhvs 2 buổi 45 người"),
        ("nam", "số của đội"),
        ("nam", "báo cáo của đội"),
        ("nam", "đếm trùng"),
        ("nam", "của tôi 2 cks"),
        ("nam", "xong"),
    ]
)
TAPS = st.tuples(
    st.sampled_from(["lan", "nam"]), st.integers(0, 11), st.sampled_from(["once", "once", "twice", "old"])
)
STEPS = st.lists(LINES | TAPS | st.just(("clock", "")), min_size=3, max_size=14)


@pytest.fixture(scope="module")
def empty(template: Path) -> Iterator[Path]:
    """A folder for the databases of many examples."""
    with TemporaryDirectory() as folder:
        shutil.copy(template, f"{folder}/template.sqlite")
        yield Path(folder)


async def _tap(played: World, who: str, at: int, how: str) -> None:
    """A button of the newest message that has any, or of an older one; once, or twice in a row."""
    shown = [one.choices for one in played.heard.get(who, []) if one.choices]
    if not shown:
        return
    rows = shown[0] if how == "old" else shown[-1]
    buttons: list[Button] = [button for row in rows for button in row]
    for _ in range(2 if how == "twice" else 1):
        await played.presses(who, buttons[at % len(buttons)])


async def _do(played: World, step: tuple[str, str] | tuple[str, int, str]) -> None:
    if step[0] == "clock":
        played.clock.move(played.clock.now() + timedelta(hours=5))
        await played.tick()
        await played.settle()
    elif len(step) == 3:
        await _tap(played, *step)
    else:
        await played.says(*step)


@pytest.mark.parametrize("able", [PLENTY, SCARCE], ids=["plenty", "scarce"])
@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_totals_follow_whatever_is_said_and_tapped(
    empty: Path, able: Capabilities, steps: list[tuple[str, str] | tuple[str, int, str]]
) -> None:
    """Reports, edits, undoing, corrections, the leader's word, double taps, old buttons, time that passes."""

    async def play() -> None:
        path = empty / "example.sqlite"
        shutil.copy(empty / "template.sqlite", path)
        async with world(path, able) as played:
            await furnish(played)
            for step in steps:
                await _do(played, step)
            assert await played.database.read(figures.verify) == []
            before = [dict(row) for row in await played.rows("totals_all")]
            await played.database.write(figures.rebuild)
            assert [dict(row) for row in await played.rows("totals_all")] == before
            assert await played.rows("dead_updates") == []

    asyncio.run(play())
