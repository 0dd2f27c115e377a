"""The question of the evening: who is asked, when again, and when not."""

from datetime import datetime, timedelta

import pytest

from bot import sample
from handlers.conversation import action
from handlers.messages import Button, Outbound
from locales.formats import HANOI
from storage import attention, shifts
from storage.records.membership import Role
from storage.records.work import Shift
from tests.sample import member, someone
from tests.world import World

TOMORROW = "tomorrow"


@pytest.fixture
async def town(played: World) -> World:
    """A member who wants reminders and one who does not; a shift tomorrow evening."""
    await played.write(
        *member("ba", "Ngô Ba", played),
        *someone("em", "Hồ Em", played, team_id=sample.TEAM_ID, role=Role.VOLUNTEER),
        shifts.saved(_shift(_at(24, 19))),
    )
    return played


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


def _shift(starts_at: datetime) -> Shift:
    return Shift(
        tenant=sample.TENANT,
        id=TOMORROW,
        team_id=sample.TEAM_ID,
        campaign_id=sample.CAMPAIGN_ID,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        created_at=_at(23, 7),
    )


async def _when(town: World, at: datetime) -> dict[str, list[Outbound]]:
    town.clock.move(at)
    await town.tick()
    return await town.settle()


async def _signs(town: World, who: str) -> None:
    await town.presses(who, Button("", action("sign_up", TOMORROW)))


def _asked(told: dict[str, list[Outbound]]) -> set[str]:
    return {who for who, heard in told.items() if any(one.text.startswith("Ngày mai") for one in heard)}


async def test_only_those_who_want_reminders_are_asked(town: World) -> None:
    """The leader does not hear that the others have not answered: they were not asked."""
    await _signs(town, "ba")
    await _signs(town, "em")
    assert _asked(await _when(town, _at(23, 18, 59))) == set()
    assert _asked(await _when(town, _at(23, 19))) == {"ba"}
    assert _asked(await _when(town, _at(23, 19, 1))) == set()
    told = await _when(town, _at(23, 20, 30))
    (said,) = [one.text for one in told["nam"] if one.text.startswith("Lịch trực")]
    assert "chưa trả lời 1: Ba" in said
    assert "Em" not in said


async def test_who_has_just_signed_up_is_not_asked(town: World) -> None:
    town.clock.move(_at(23, 17))
    await _signs(town, "ba")
    assert _asked(await _when(town, _at(23, 19))) == set()
    told = await _when(town, _at(23, 20, 30))
    assert "chưa trả lời" not in " ".join(one.text for one in told["nam"])


async def test_a_shift_that_was_moved_is_asked_about_again(town: World) -> None:
    """Whatever was promised for Tuesday says nothing about Friday."""
    await _signs(town, "ba")
    await _when(town, _at(23, 19))
    await town.taps("ba", "Mình sẽ đến")
    await town.write(shifts.saved(_shift(_at(27, 19))))
    assert _asked(await _when(town, _at(25, 19))) == set()
    assert _asked(await _when(town, _at(26, 19))) == {"ba"}


async def test_nobody_gets_a_fourth_reminder(town: World) -> None:
    await _signs(town, "ba")
    day = (sample.TENANT, "ba", "2026-11-23")
    await town.write(*(attention.taken(day, "reminder", _at(23, 8)) for _ in range(3)))
    assert _asked(await _when(town, _at(23, 19))) == set()


async def test_when_the_evening_was_missed_the_list_still_comes_in_the_morning(town: World) -> None:
    """The question does not: nobody is asked in the night whether they come in the morning."""
    await _signs(town, "ba")
    assert _asked(await _when(town, _at(23, 21, 5))) == set()
    told = await _when(town, _at(24, 6, 31))
    assert _asked(told) == set()
    assert any(one.text.startswith("Lịch trực Thứ Ba 24/11") for one in told["nam"])
