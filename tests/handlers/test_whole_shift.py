"""A shift told only when it is over: which one is meant, from when to when, and never twice."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot import sample
from locales.formats import HANOI
from storage import shifts
from storage.records.work import Shift
from tests.sample import furnish
from tests.world import World, world


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An hour in Vietnam."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team: 7h30–11h30 and 13h30–17h."""
    async with world(fresh) as made:
        await furnish(made)
        yield made


async def _hours(town: World) -> list[str]:
    (told,) = await town.says("lan", "việc của tôi")
    return [line.partition(" (")[0] for line in told.text.splitlines() if "–" in line]


@pytest.mark.parametrize(
    ("said_at", "said", "hours"),
    [
        (at(24, 11, 35), "ra ca 5 vneid", "24/11: 7h30–11h30"),
        (at(24, 11, 10), "ra ca 5 vneid", "24/11: 7h30–11h10"),
        (at(24, 13, 40), "ra ca 5 vneid", "24/11: 7h30–11h30"),
        (at(24, 16, 50), "ra ca 5 vneid", "24/11: 13h30–16h50"),
        (at(24, 11, 50), "ra ca lúc 11h45", "24/11: 7h30–11h45"),
    ],
)
async def test_the_shift_whose_end_is_nearest(town: World, said_at: datetime, said: str, hours: str) -> None:
    """Just begun is not just over; a time that is named counts as it is."""
    town.clock.move(said_at)
    await town.says("lan", said)
    assert await _hours(town) == [hours]


async def test_long_after_it_is_a_report_alone(town: World) -> None:
    town.clock.move(at(24, 20, 30))
    (told,) = await town.says("lan", "ra ca 5 vneid")
    assert told.text.startswith("Bạn chưa vào ca")
    assert "Đã ghi 5 lượt" in told.text


async def test_two_shifts_at_once_are_not_guessed(town: World) -> None:
    """At two places; of which of them, nobody but the person knows."""
    twin = Shift(
        tenant=sample.TENANT, id="twin", team_id=sample.TEAM_ID, campaign_id=sample.CAMPAIGN_ID,
        starts_at=at(24, 8), ends_at=at(24, 11, 30), created_at=town.clock.now(),
    )  # fmt: skip
    await town.write(shifts.saved(twin))
    town.clock.move(at(24, 11, 35))
    (told,) = await town.says("lan", "ra ca 5 vneid")
    assert told.text.startswith("Bạn chưa vào ca")


async def test_it_belongs_to_its_report_and_is_taken_back(town: World) -> None:
    town.clock.move(at(24, 11, 35))
    await town.says("lan", "ra ca 5 vneid")
    await town.taps("lan", "Bỏ giờ")
    assert await _hours(town) == []
    (told,) = await town.says("nam", "tổng hợp")
    assert "Giúp 5 lượt" in told.text
