"""Every labelled sheet through the whole bot: the echo, what is in the database, and back again."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot import sample
from handlers.messages import Outbound
from tests.handlers.rota.sheets import labelled
from tests.sample import furnish
from tests.world import World, world

_COUNT = re.compile(r", (\d+) ca:$", re.MULTILINE)
_LINES = re.compile(r"^· .*$", re.MULTILINE)
SHEETS = [label for name in ("sheets", "more_sheets", "last_sheets") for label in labelled(name)]


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team in a year with holidays."""
    async with world(fresh) as made:
        await furnish(made, with_holidays=True)
        yield made


async def _planned(town: World) -> set[str]:
    rows = await town.rows(
        "shifts_of_teams",
        tenants=f'["{sample.TENANT}"]',
        teams=f'["{sample.TEAM_ID}"]',
        since=0,
        until=2**62,
    )
    return {row["id"] for row in rows}


def _labels(message: Outbound) -> list[str]:
    return [one.label for row in message.choices for one in row]


async def test_what_is_echoed_is_saved_and_can_be_taken_back(town: World) -> None:
    """One sheet after the other, each undone before the next."""
    before, echoed = await _planned(town), 0
    for label in SHEETS:
        told = (await town.says("nam", f"xếp lịch {label.typed}"))[0]
        if "✓ Đúng, ghi lại" not in _labels(told):
            assert await _planned(town) == before
            await town.says("nam", "huỷ")
            continue
        echoed += 1
        wanted = int(_COUNT.findall(told.text)[0])
        assert await _planned(town) == before, "nothing is saved before the leader says yes"
        done = (await town.taps("nam", "✓ Đúng, ghi lại"))[0]
        assert len(await _planned(town) - before) == wanted, label.typed
        assert _LINES.findall(done.text) == _LINES.findall(told.text)
        back = (await town.taps("nam", "Hoàn tác"))[0]
        assert f"Đã bỏ {wanted} ca" in back.text
        assert await _planned(town) == before
    assert echoed >= 120


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("T2–T6 tuần sau 7h30–11h30, 6 người, Một cửa phường Đống Đa", "5 ca"),
        ("7 vneid 3 dvc", "VNeID"),
        ("lịch trực tuần sau thế nào?", "Lịch trực 7 ngày tới"),
    ],
)
async def test_a_leader_types_a_rota_without_saying_so(town: World, typed: str, seen: str) -> None:
    """A rota is planned, a report reported, a question asked."""
    assert seen in (await town.says("nam", typed))[0].text


async def test_a_member_who_types_a_rota_plans_nothing(town: World) -> None:
    before = await _planned(town)
    await town.says("lan", "T2–T6 tuần sau 7h30–11h30, 6 người, Một cửa phường Đống Đa")
    await town.says("lan", "đúng")
    assert await _planned(town) == before
