"""Whoever taps, however often and in whatever order: nobody below is nudged twice on a day."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.conversation import action
from handlers.messages import Button
from locales.formats import local
from storage.records.membership import Role
from tests.sample import furnish, someone
from tests.world import World, world

ABOVE = ("tam", "toan", "hoa", "thu")
"""Two coordinators of the province, two of the commune."""
UNITS = {"tam": "01", "toan": "01", "hoa": "00235", "thu": "00235"}
NUDGES = ("Cấp trên hỏi thăm", "Điều phối viên hỏi thăm")
STARTS = datetime.fromisoformat("2026-11-23T09:31:00+07:00")


class Nudged:
    """Counts nudges by person and day."""

    def __init__(self, town: World) -> None:
        self._town = town
        self._seen = 0
        self.times: Counter[tuple[str, str]] = Counter()

    def look(self) -> None:
        """Count what came since the last look."""
        sent = self._town.channel.sent
        day = local(self._town.clock.now()).date().isoformat()
        for chat, message in sent[self._seen :]:
            if message.text.startswith(NUDGES):
                self.times[chat, day] += 1
        self._seen = len(sent)


async def _play(path: Path, steps: list[tuple[str, int]]) -> Counter[tuple[str, str]]:
    async with world(path) as town:
        await furnish(town)
        for who, name in (("toan", "Đặng Toàn"), ("thu", "Hà Minh Thu")):
            await town.write(*someone(who, name, town, unit_code=UNITS[who], role=Role.COORDINATOR))
        town.clock.move(STARTS)
        nudged = Nudged(town)
        for who, kind in steps:
            if kind == 2:
                await _at_once(town)
            elif kind == 3:
                town.clock.move(_next(town.clock.now()))
                await town.tick()
                await town.settle()
            else:
                arg = f"nudge:{UNITS[who]}" if kind else ""
                assert await town.presses(who, Button("", action("radar", arg)))
            nudged.look()
        return nudged.times


async def _at_once(town: World) -> None:
    """All four tap before the first tap is handled."""
    town.keys += 1
    taps = [
        {"key": f"at-once-{town.keys}-{who}", "who": who, "kind": "tap"}
        | {"data": action("radar", f"nudge:{UNITS[who]}")}
        for who in ABOVE
    ]
    await town.intake.store(town.channel, taps)
    await town.settle()


def _next(now: datetime) -> datetime:
    """Some hours later, sooner or later the next day at the same time."""
    return now + timedelta(hours=24 if local(now).hour >= 11 else 2)


@pytest.fixture(scope="module")
def empty(template: Path) -> Iterator[Path]:
    """A folder with a migrated database to copy."""
    with TemporaryDirectory() as folder:
        shutil.copy(template, f"{folder}/template.sqlite")
        yield Path(folder)


@settings(max_examples=10, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from(ABOVE), st.integers(0, 3)), min_size=3, max_size=14))
def test_nobody_is_nudged_twice_a_day(empty: Path, steps: list[tuple[str, int]]) -> None:
    """By anybody above, one after another or all at once."""
    path = empty / "example.sqlite"
    shutil.copy(empty / "template.sqlite", path)
    times = asyncio.run(_play(path, [("hoa", 1), *steps, ("tam", 1)]))
    assert set(times.values()) == {1}, times


async def test_two_levels_at_once_nudge_each_their_own(any_url: str, tmp_path: Path) -> None:
    """The province nudges coordinators of the commune, the commune its leader; on both engines."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await furnish(town)
        town.clock.move(STARTS)
        nudged = Nudged(town)
        for who in ("tam", "hoa", "tam", "hoa"):
            await town.presses(who, Button("", action("radar", f"nudge:{UNITS[who]}")))
        nudged.look()
        assert nudged.times == {("hoa", "2026-11-23"): 1, ("nam", "2026-11-23"): 1}
