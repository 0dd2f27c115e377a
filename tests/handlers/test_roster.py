"""A whole team put down and ticked: sixty names, two taps, one undo; and what happens at the same moment."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import sample
from storage.queries import Row
from tests.sample import furnish
from tests.world import World, world

NAMES = [f"Người Thứ {chr(65 + number // 26)}{chr(97 + number % 26)}" for number in range(70)]


@pytest.fixture
async def team(fresh: Path) -> AsyncIterator[World]:
    """The sample team."""
    async with world(fresh) as played:
        await furnish(played)
        yield played


async def _present(played: World) -> list[Row]:
    return await played.rows(
        "attendances_of_teams",
        tenants=f'["{sample.TENANT}"]',
        teams=f'["{sample.TEAM_ID}"]',
        since_on="2026-01-01",
        until_on="2027-01-01",
    )


async def _pasted(played: World) -> None:
    await played.says("nam", "dán tên")
    await played.says("nam", "\n".join(f"{at}. {name}" for at, name in enumerate(NAMES, start=1)))
    await played.taps("nam", "✓ Đúng, ghi lại")


async def test_sixty_names_are_ticked_in_two_taps(team: World) -> None:
    """And taken back in one; the seventy that were pasted are told apart from the sixty that were taken."""
    await _pasted(team)
    told = team.heard["nam"][-1].text
    assert told.count("Người Thứ") == 60
    await team.says("nam", "điểm danh hộ")
    await team.taps("nam", "Chọn tất cả")
    await team.taps("nam", "Xong")
    rows = await _present(team)
    assert len(rows) == 61, "sixty from the list, and Lan"
    assert {row["grade"] for row in rows} == {"C"}
    assert sum(row["out_at"] is None for row in rows) == 1, "who has no account needs no check-out"
    await team.taps("nam", "Hoàn tác")
    assert await _present(team) == []


async def test_a_tick_and_a_check_in_at_the_same_moment_are_one_presence(team: World) -> None:
    """Both are thought on what was true before; whichever is written second is thought again."""
    await team.says("nam", "điểm danh hộ")
    await team.taps("nam", "Chọn tất cả")
    done = next(button for row in team.heard["nam"][-1].choices for button in row if button.label == "Xong")
    tap = {"key": "a", "who": "nam", "kind": "tap", "data": done.value, "tapped": "m1", "callback": "t"}
    await team.intake.store(team.channel, [tap, {"key": "b", "who": "lan", "text": "vào ca"}])
    await team.settle()
    rows = await _present(team)
    assert [(row["person_id"], row["grade"]) for row in rows] == [(sample.person_id("volunteer"), "C")]


async def test_an_undo_leaves_what_a_volunteer_did_alone(team: World) -> None:
    """Who had checked in alone is only not confirmed any more."""
    await team.says("lan", "vào ca")
    await team.says("nam", "ai đang trực")
    await team.taps("nam", "Xác nhận 1 người")
    await team.taps("nam", "Hoàn tác")
    rows = await _present(team)
    assert [(row["person_id"], row["grade"]) for row in rows] == [(sample.person_id("volunteer"), "D")]


async def test_nobody_undoes_another_leaders_tick(team: World) -> None:
    """An undo with a guessed or forwarded id changes nothing."""
    await team.says("lan", "vào ca")
    await team.says("nam", "ai đang trực")
    await team.taps("nam", "Xác nhận 1 người")
    undo = next(
        button for row in team.heard["nam"][-1].choices for button in row if button.label == "Hoàn tác"
    )
    for other in ("hoa", "lan", "tam"):
        await team.presses(other, undo)
    assert [row["grade"] for row in await _present(team)] == ["C"]
