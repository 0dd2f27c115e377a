"""Who may open, send, lock and return what: old, forged and guessed buttons lead nowhere."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from handlers.conversation import action
from handlers.messages import Button
from locales.formats import HANOI
from storage.records.membership import Role
from storage.records.rollup import RollupState
from tests.sample import furnish, someone
from tests.world import World, world

SUNDAY = "2026-11-29T16:00"
OWN = "00235-261123-1"
NONSENSE = (
    *("see:00235:999999", "send:00235:", "see:::::", "send", "see:01", "lock:", "open:x", "open:00235-x-y"),
    *("turn:00235:261123:zz", "see:00235:261123:nope:x", "see:00:261123:9"),
)


@pytest.fixture
async def played(fresh: Path) -> AsyncIterator[World]:
    """The last day of the sample's week; others coordinate a sister commune and another province."""
    async with world(fresh) as one:
        await furnish(one)
        await one.write(*someone("yen", "Đỗ Yến", one, unit_code="00229", role=Role.COORDINATOR))
        await one.write(*someone("sau", "Lê Sáu", one, tenant="79", unit_code="79", role=Role.COORDINATOR))
        one.clock.move(datetime.fromisoformat(SUNDAY).replace(tzinfo=HANOI))
        yield one


async def _press(played: World, who: str, conversation: str, arg: str) -> str:
    said = await played.presses(who, Button("x", action(conversation, arg)))
    return "\n".join(one.text for one in said)


async def _states(played: World) -> list[str]:
    rows = await played.rows(
        "rollups_of_units", tenants='["01"]', units='["00235", "01"]', since_on="2026-01-01"
    )
    return [row["state"] for row in rows]


@pytest.mark.parametrize("who", ["yen", "sau", "nam", "lan", "tam", "van"])
async def test_nobody_sends_for_another_unit(played: World, who: str) -> None:
    """Neither a sister commune nor the province sends for a commune."""
    await _press(played, who, "weekly", "send:00235:261123")
    assert await _states(played) == []


@pytest.mark.parametrize("who", ["yen", "sau", "nam", "lan", "hoa", "van"])
async def test_only_the_level_right_above_decides(played: World, who: str) -> None:
    """Not a sister, not another province, not whoever sent it, not the centre over the province's head."""
    await _press(played, "hoa", "weekly", "send:00235:261123")
    for step in ("open", "lock", "unlock", "keep"):
        told = await _press(played, who, "weekly_units", f"{step}:{OWN}")
        assert "Bản 1" not in told, told
    await _press(played, who, "weekly_return", OWN)
    await played.says(who, "thiếu số liệu của hai đội")
    assert await _states(played) == [RollupState.SENT]


@pytest.mark.parametrize("who", ["yen", "sau", "nam", "lan", "van"])
async def test_numbers_explain_themselves_to_their_own_subtree(played: World, who: str) -> None:
    """The centre asks provinces, not communes."""
    told = await _press(played, who, "weekly_why", "see:00235:261123:luot_nguoi_dan")
    assert "Đội Áo Xanh" not in told


async def test_two_who_send_at_once_send_one(played: World) -> None:
    """The second sees what the first has sent."""
    await played.write(*someone("hue", "Trần Huệ", played, unit_code="00235", role=Role.COORDINATOR))
    for who in ("hoa", "hue"):
        raw = {
            "key": f"at-once-{who}",
            "who": who,
            "kind": "tap",
            "data": action("weekly", "send:00235:261123"),
        }
        await played.intake.store(played.channel, [raw])
    await played.settle()
    assert await _states(played) == [RollupState.SENT]
    said = [played.heard[who][-1].text for who in ("hoa", "hue")]
    assert sorted("Đã gửi tuần 48" in one for one in said) == [False, True]


async def test_lock_and_take_back_at_once_leave_one_truth(played: World) -> None:
    """Whichever came first; the other sees how it stands."""
    await _press(played, "hoa", "weekly", "send:00235:261123")
    taps = (("tam", "weekly_units", f"lock:{OWN}"), ("hoa", "weekly", "unsend:00235:261123"))
    for who, name, arg in taps:
        raw = {"key": f"race-{who}", "who": who, "kind": "tap", "data": action(name, arg)}
        await played.intake.store(played.channel, [raw])
    await played.settle()
    assert await _states(played) in ([RollupState.LOCKED], [RollupState.DRAFT])
    assert await played.rows("dead_updates") == []


async def test_nonsense_is_answered(played: World) -> None:
    """Every button is, whatever it carries; no turn fails."""
    for name in ("weekly", "weekly_units", "weekly_why", "weekly_models", "weekly_lines", "weekly_return"):
        for arg in NONSENSE:
            for who in ("hoa", "van"):
                assert await _press(played, who, name, arg), (who, name, arg)
    assert await played.rows("dead_updates") == []
