"""What leaders hear and do about who comes: merged, once, within what a day allows, of their own team."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot import sample
from handlers.conversation import action
from handlers.messages import Button, Outbound
from locales.formats import HANOI
from storage import attention, people, shifts, signups, teams
from storage.records.membership import Membership, Role
from storage.records.signup import PlacedSignup
from storage.records.team import Team
from storage.records.work import Shift
from tests.sample import furnish, member
from tests.storage.made import fact
from tests.world import World, world

NAMES = {"ba": "Ngô Ba", "chi": "Võ Chi", "dung": "Đỗ Dũng"}
MORNING, EVENING = "morning", "evening"


@pytest.fixture
async def town(any_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """A shift this morning and one tomorrow evening, three members and a deputy."""
    async with world(tmp_path / "unused", url=any_url) as found:
        await furnish(found)
        await found.write(*(effect for who, name in NAMES.items() for effect in member(who, name, found)))
        await found.write(
            *member("phu", "Phan Phú", found, role=Role.DEPUTY),
            shifts.saved(_shift(MORNING, _at(23, 8), found)),
            shifts.saved(_shift(EVENING, _at(24, 19), found)),
        )
        yield found


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


def _shift(key: str, starts_at: datetime, town: World) -> Shift:
    return Shift(
        tenant=sample.TENANT,
        id=key,
        team_id=sample.TEAM_ID,
        campaign_id=sample.CAMPAIGN_ID,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        needed=3,
        created_at=town.clock.now(),
    )


async def _when(town: World, at: datetime) -> dict[str, list[Outbound]]:
    town.clock.move(at)
    await town.tick()
    return await town.settle()


async def _taps(town: World, who: str, conversation: str, arg: str) -> str:
    told = await town.presses(who, Button("", action(conversation, arg)))
    return told[-1].text


async def _places(town: World, shift_id: str) -> dict[str, PlacedSignup]:
    found = await fact(town.database, signups.of_shift.of((sample.TENANT, shift_id))) or []
    return {one.person_id: one for one in found if one.open}


async def _absent(town: World, who: str, shift_id: str) -> None:
    await _taps(town, who, "sign_up", shift_id)
    await _taps(town, who, "absence", (await _places(town, shift_id))[who].id)
    await town.says(who, "việc riêng")


async def test_absences_are_told_together_and_to_every_leader(town: World) -> None:
    """Five minutes after the first; what comes later waits for the next hour, for a shift tomorrow."""
    await _absent(town, "ba", EVENING)
    town.clock.move(_at(23, 7, 28))
    await _absent(town, "chi", EVENING)
    assert "nam" not in await _when(town, _at(23, 7, 29))
    told = await _when(town, _at(23, 7, 34))
    for who in ("nam", "phu"):
        (one,) = told[who]
        assert "Ba báo vắng" in one.text
        assert "Chi báo vắng" in one.text
        assert "(Việc riêng)" in one.text
    await _absent(town, "dung", EVENING)
    assert "nam" not in await _when(town, _at(23, 7, 45))
    assert "Dũng báo vắng" in (await _when(town, _at(23, 8)))["nam"][0].text
    assert "nam" not in await _when(town, _at(23, 9))


async def test_what_is_taken_back_in_time_is_never_told(town: World) -> None:
    await _absent(town, "ba", EVENING)
    await town.taps("ba", "Hoàn tác")
    assert "nam" not in await _when(town, _at(23, 8))
    assert "ba" in await _places(town, EVENING)


async def test_a_shift_that_begins_soon_is_told_within_minutes(town: World) -> None:
    """Also when somebody was absent of another one in the same hour."""
    await _absent(town, "ba", MORNING)
    assert "Ba báo vắng" in (await _when(town, _at(23, 7, 31)))["nam"][0].text
    await _absent(town, "chi", MORNING)
    assert "Chi báo vắng" in (await _when(town, _at(23, 7, 36)))["nam"][0].text


async def test_giving_a_place_back_shortly_before_is_an_absence(town: World) -> None:
    await _taps(town, "ba", "sign_up", MORNING)
    place = (await _places(town, MORNING))["ba"]
    assert "Đã bỏ" in await _taps(town, "ba", "my_shifts", f"drop:{place.id}")
    assert "Ba báo vắng" in (await _when(town, _at(23, 7, 31)))["nam"][0].text


async def test_a_leader_who_heard_enough_today_hears_it_tomorrow(town: World) -> None:
    """Two of the six messages are left for the list of the evening and the digest."""
    for who in (sample.person_id("leader"), "phu"):
        key = (sample.TENANT, who, "2026-11-23")
        await town.write(*(attention.taken(key, "role", town.clock.now()) for _ in range(4)))
    await _absent(town, "ba", EVENING)
    for hour in (8, 9, 12):
        assert "nam" not in await _when(town, _at(23, hour))
    told = await _when(town, _at(24, 6, 31))
    assert "Ba báo vắng" in " ".join(one.text for one in told["nam"])


async def test_two_leaders_nudge_once(town: World) -> None:
    """At the same moment, by one name and by all: each who is late hears it once."""
    for who in ("ba", "chi"):
        await _taps(town, who, "sign_up", MORNING)
    told = await _when(town, _at(23, 8, 15))
    assert {"nam", "phu"} <= told.keys()
    labels = [one.label for row in told["nam"][-1].choices for one in row]
    assert labels == ["Nhắc Ba", "Nhắc Chi", "Nhắc cả 2", "Tìm người thay"]
    ba = (await _places(town, MORNING))["ba"]
    await town.intake.store(
        town.channel,
        [
            {"key": "n1", "who": "nam", "kind": "tap", "data": action("nudge", ba.id)},
            {"key": "n2", "who": "phu", "kind": "tap", "data": action("nudge", f"all:{MORNING}")},
        ],
    )
    told = await town.settle()
    assert [len(told[who]) for who in ("ba", "chi")] == [1, 1]
    assert "sắp đến chưa" in told["ba"][0].text
    await _taps(town, "chi", "check_in", "")
    await town.says("chi", "1")
    said = await _taps(town, "nam", "nudge", f"all:{MORNING}")
    assert "nhắc trước đó rồi: Ba" in said
    assert "Đã vào ca: Chi" in said
    assert "late" not in str(await _when(town, _at(23, 8, 16)))
    town.clock.move(_at(23, 11))
    assert "đã xong" in await _taps(town, "nam", "nudge", ba.id)


async def test_nobody_is_late_where_all_are_there(town: World) -> None:
    """Whoever came for an earlier stretch of work is there; a shift nobody signed up to has no list."""
    await _taps(town, "ba", "sign_up", MORNING)
    await town.says("ba", "vào ca")
    await town.says("ba", "1")
    assert "nam" not in await _when(town, _at(23, 8, 16))


async def test_another_leader_sees_and_does_nothing(town: World) -> None:
    """A forged or old button looks like one of a shift that is gone; nothing changes."""
    now = town.clock.now()
    other = Team(
        tenant=sample.TENANT,
        id="other",
        name="Đội khác",
        unit_code="00004",
        campaign_id=sample.CAMPAIGN_ID,
        created_at=now,
    )
    role = Membership(
        tenant=sample.TENANT, id="dung-2", person_id="dung", team_id="other", role=Role.LEADER, from_at=now
    )
    await town.write(teams.saved(other), people.joined(role))
    await _taps(town, "ba", "sign_up", EVENING)
    place = (await _places(town, EVENING))["ba"]
    for conversation, arg in (
        ("crew", f"s:{EVENING}"),
        ("assign", EVENING),
        ("release", EVENING),
        ("release", f"undo:{place.id}"),
        ("exchange", EVENING),
        ("call", EVENING),
        ("nudge", place.id),
        ("nudge", f"all:{EVENING}"),
    ):
        said = await _taps(town, "dung", conversation, arg)
        assert "đã xong" in said, conversation
        assert "Ba" not in said
        assert await town.presses("chi", Button("", action(conversation, arg))) == []
    assert (await _places(town, EVENING))["ba"].version == place.version


async def test_nobody_touches_the_places_of_others(town: World) -> None:
    """With a button of somebody else."""
    await _taps(town, "ba", "sign_up", EVENING)
    place = (await _places(town, EVENING))["ba"]
    for conversation, arg in (
        ("my_shifts", place.id),
        ("my_shifts", f"drop:{place.id}"),
        ("absence", f"undo:{place.id}"),
        ("pledge", place.id),
        ("swap", place.id),
        ("take", place.id),
    ):
        await _taps(town, "chi", conversation, arg)
    assert (await _places(town, EVENING)) == {"ba": place}


async def test_who_is_refused_leaves_their_shifts(town: World) -> None:
    """A newcomer signs up before anybody accepted them; refused, their place is free."""
    await town.write(*member("moi", "Lâm Mới", town, pending=True))
    await _taps(town, "moi", "sign_up", EVENING)
    assert "moi" in await _places(town, EVENING)
    await town.says("nam", "duyệt")
    await town.says("nam", "Lâm Mới")
    await town.taps("nam", "Không nhận")
    assert await _places(town, EVENING) == {}


async def test_every_button_fits_the_smallest_platform(town: World) -> None:
    """64 bytes, with ids as long as they are in life."""
    long = "01900000-0000-7000-8000-00000000abcd"
    await town.write(shifts.saved(_shift(long, _at(24, 8), town)))
    await _taps(town, "ba", "sign_up", long)
    await _taps(town, "chi", "sign_up", EVENING)
    await town.says("ba", "ca của tôi")
    await town.taps("ba", "Thứ Ba 24/11, 8h–10h")
    for conversation in ("assign", "release", "exchange", "call"):
        await _taps(town, "nam", conversation, long)
        await town.says("nam", "1")
        await town.says("nam", "xong")
    await _taps(town, "nam", "crew", f"s:{long}")
    await town.says("ba", "đổi ca")
    for hour in (8, 9, 19, 20):
        await _when(town, _at(23, hour, 30))
    values = [
        one.value
        for heard in town.heard.values()
        for message in heard
        for row in message.choices
        for one in row
    ]
    assert max(len(value.encode()) for value in values) <= 64
    assert any(len(value) >= 50 for value in values)
