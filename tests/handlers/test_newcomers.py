"""Newcomers: what they did counts once they are accepted, and one leader decides."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest_asyncio

from bot import sample
from handlers.messages import Button, Outbound
from locales.formats import HANOI
from storage import figures
from storage.records.membership import Role
from tests.sample import furnish, someone
from tests.world import World, world

CODE = "BK7M2QXA"


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team."""
    async with world(fresh) as made:
        await furnish(made)
        yield made


async def _joins(town: World, who: str, name: str) -> None:
    for said in (CODE, "đồng ý", "có", name, "không cần"):
        await town.says(who, said)


async def _reports(town: World, who: str) -> None:
    await town.says(who, "5 vneid 2 dvc")
    await town.taps(who, "✓ Đúng, ghi lại")


async def _differences(town: World) -> list[str]:
    return await town.database.read(figures.verify)


async def _visits(town: World) -> int:
    return sum(row["count"] for row in await town.rows("totals_all") if row["figure"] == figures.VISITS)


def _choices(message: Outbound) -> list[Button]:
    return [button for row in message.choices for button in row]


async def test_what_newcomers_did_counts_once_they_are_accepted(town: World) -> None:
    await _joins(town, "mai", "Nguyễn Thị Mai")
    await town.says("mai", "vào ca")
    await _reports(town, "mai")
    assert await _visits(town) == 0
    await town.says("nam", "duyệt")
    await town.taps("nam", "Nhận")
    assert await _visits(town) == 7
    assert await _differences(town) == []
    rows = await town.rows("attendances_of_teams", **_team_days())
    assert [row["pending"] for row in rows] == [0]


def _team_days() -> dict[str, str]:
    return {
        "tenants": f'["{sample.TENANT}"]',
        "teams": f'["{sample.TEAM_ID}"]',
        "since_on": "2026-11-01",
        "until_on": "2026-12-01",
    }


async def test_two_leaders_decide_at_the_same_moment(town: World) -> None:
    """One of them wins, the other is told so; nothing is counted or said twice."""
    await town.write(*someone("phu", "Lê Phú", town, team_id=sample.TEAM_ID, role=Role.DEPUTY))
    await _joins(town, "mai", "Nguyễn Thị Mai")
    await _reports(town, "mai")
    for who in ("nam", "phu"):
        await town.says(who, "duyệt")
    for who, label in (("nam", "Nhận"), ("phu", "Không nhận")):
        value = next(one.value for one in _choices(town.heard[who][-1]) if one.label == label)
        town.keys += 1
        raw = {"key": f"u{town.keys}", "who": who, "kind": "tap", "data": value, "callback": f"t{town.keys}"}
        await town.intake.store(town.channel, [raw])
    told = await town.settle()
    assert [one.text for one in told["mai"] if "Đội trưởng" in one.text] == [told["mai"][-1].text]
    decided = sorted(one.text for who in ("nam", "phu") for one in told[who])
    assert sum("Đã nhận" in one or "Không nhận Mai" in one for one in decided) == 1
    assert sum("đã được duyệt hoặc đã rời đội" in one for one in decided) == 1
    assert await _visits(town) in (0, 7)
    assert await _differences(town) == []


async def test_a_report_on_its_way_while_its_author_is_accepted_is_counted_later(town: World) -> None:
    await _joins(town, "mai", "Nguyễn Thị Mai")
    await town.says("mai", "5 vneid 2 dvc")
    await town.says("nam", "duyệt")
    for who, label in (("nam", "Nhận"), ("mai", "✓ Đúng, ghi lại")):
        value = next(one.value for one in _choices(town.heard[who][-1]) if one.label == label)
        town.keys += 1
        raw = {"key": f"u{town.keys}", "who": who, "kind": "tap", "data": value, "callback": f"t{town.keys}"}
        await town.intake.store(town.channel, [raw])
    await town.settle()
    await town.says("nam", "duyệt")
    assert await _visits(town) == 7
    assert await _differences(town) == []


async def test_whoever_is_sent_away_hears_it_and_nothing_else(town: World) -> None:
    """The role, the open form, what was queued and what would have counted end in one transaction."""
    await _joins(town, "mai", "Nguyễn Thị Mai")
    await town.says("mai", "vào ca")
    await _reports(town, "mai")
    await town.says("mai", "khó khăn")
    await town.says("nam", "duyệt")
    town.keys += 1
    await town.intake.store(town.channel, [{"key": f"u{town.keys}", "who": "mai", "text": "menu"}])
    while await town.inbox.step():
        pass
    value = next(one.value for one in _choices(town.heard["nam"][-1]) if one.label == "Không nhận")
    town.keys += 1
    raw = {"key": f"u{town.keys}", "who": "nam", "kind": "tap", "data": value, "callback": "t"}
    await town.intake.store(town.channel, [raw])
    told = await town.settle()
    assert [one.text.partition(" nên")[0] for one in told["mai"]] == [
        "Đội trưởng chưa nhận bạn vào Đội Áo Xanh phường Đống Đa,"
    ]
    assert await town.rows("attendances_of_teams", **_team_days()) == []
    assert {row["state"] for row in await town.rows("help_reports_of_teams", **_team_days())} == {"set_aside"}
    assert await _differences(town) == []
    line = (
        "["
        + ",".join(
            f'"{row["person_id"]}"' for row in await town.rows("help_reports_of_teams", **_team_days())
        )
        + "]"
    )
    assert await town.rows("sessions_of_lines", lines=line) == []
    old = await town.says("mai", "1")
    assert "Bạn đang vướng gì" not in old[-1].text


async def test_nobody_is_woken_by_an_acceptance(town: World) -> None:
    await _joins(town, "mai", "Nguyễn Thị Mai")
    town.clock.move(datetime(2026, 11, 23, 22, 15, tzinfo=HANOI))
    await town.says("nam", "duyệt")
    await town.taps("nam", "Nhận")
    assert "đã duyệt" not in town.heard["mai"][-1].text
    town.clock.move(datetime(2026, 11, 24, 6, 31, tzinfo=HANOI))
    told = await town.settle()
    assert "Đội trưởng đã duyệt" in told["mai"][-1].text
