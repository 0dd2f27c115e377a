"""Planning beyond what a dialogue shows: several teams, leaders at once, time that passes, languages."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import sample
from handlers.conversation import action
from handlers.messages import Button, Outbound
from storage import people, shifts, teams
from storage.records.membership import Membership, Role
from storage.records.team import Team
from tests.sample import furnish, member, someone
from tests.storage.made import fact
from tests.world import World, world

SHEET = "T2–T6 tuần sau 7h30–11h30, 6 người, Một cửa phường Đống Đa"
SECOND = "doi-hai"


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team, whose deputy is Hải."""
    async with world(fresh) as made:
        await furnish(made, with_holidays=True)
        await made.write(*member("hai", "Đỗ Hải", made, role=Role.DEPUTY))
        yield made


async def _shifts(town: World, team_id: str = sample.TEAM_ID) -> list[shifts.PlacedShift]:
    now = town.clock.now()
    window = (sample.TENANT, team_id, now, now + timedelta(days=100))
    return await fact(town.database, shifts.of_team.of(window)) or []


def _labels(message: Outbound) -> list[str]:
    return [one.label for row in message.choices for one in row]


async def _second_team(town: World) -> None:
    """Nam leads another team, too."""
    now = town.clock.now()
    team = Team(
        tenant=sample.TENANT,
        id=SECOND,
        name="Đội Hai",
        unit_code=sample.UNIT,
        campaign_id=sample.CAMPAIGN_ID,
        created_at=now,
    )
    leader = Membership(
        tenant=sample.TENANT,
        id="nam-2",
        person_id=sample.person_id("leader"),
        team_id=SECOND,
        role=Role.LEADER,
        from_at=now,
    )
    await town.write(teams.saved(team), people.joined(leader))


async def test_a_sheet_for_one_of_several_teams_asks_which(town: World) -> None:
    await _second_team(town)
    told = await town.says("nam", SHEET)
    assert told[0].text == "Xếp lịch cho đội nào?"
    assert set(_labels(told[0])) >= {"Đội Hai · Đống Đa", "Đội Áo Xanh phường Đống Đa"}
    told = await town.taps("nam", "Đội Hai · Đống Đa")
    assert "Xếp lịch cho Đội Hai, 5 ca" in told[0].text
    await town.says("nam", "đúng")
    assert len(await _shifts(town, SECOND)) == 5


async def test_a_place_of_another_team_is_not_offered(town: World) -> None:
    """Its name makes a place of its own."""
    await _second_team(town)
    await town.says("nam", SHEET)
    told = await town.taps("nam", "Đội Hai · Đống Đa")
    assert "Nơi mới: Một cửa phường Đống Đa" in told[0].text


async def test_a_coordinator_chooses_the_team_first(town: World) -> None:
    told = await town.says("hoa", "xếp lịch")
    assert "Đội Áo Xanh phường Đống Đa" in _labels(told[0])
    await town.taps("hoa", "Đội Áo Xanh phường Đống Đa")
    told = await town.says("hoa", SHEET)
    assert "5 ca" in told[0].text
    assert "Đã xếp 5 ca" in (await town.says("hoa", "đúng"))[0].text


async def test_two_leaders_who_say_yes_at_once_plan_it_once(town: World) -> None:
    before = len(await _shifts(town))
    for who in ("nam", "hai"):
        assert "5 ca" in (await town.says(who, SHEET))[0].text
    await town.intake.store(
        town.channel, [{"key": f"yes-{who}", "who": who, "text": "đúng"} for who in ("nam", "hai")]
    )
    await town.settle()
    assert len(await _shifts(town)) == before + 5


async def test_two_leaders_who_call_a_shift_off_at_once_tell_it_once(town: World) -> None:
    for who in ("nam", "hai"):
        for said in ("bỏ ca", "24/11", "7h30"):
            await town.says(who, said)
    await town.intake.store(
        town.channel, [{"key": f"off-{who}", "who": who, "text": "bỏ ca này"} for who in ("nam", "hai")]
    )
    told = await town.settle()
    assert sum("đã huỷ" in one.text for one in told["lan"]) == 1
    answers = sorted(told[who][0].text.partition(" ")[0] for who in ("nam", "hai"))
    assert answers == ["Ca", "Đã"]


async def test_only_whoever_made_a_step_takes_it_back(town: World) -> None:
    await town.says("nam", SHEET)
    done = (await town.says("nam", "đúng"))[0]
    undo = next(one for row in done.choices for one in row if one.label == "Hoàn tác")
    count = len(await _shifts(town))
    for who in ("hai", "hoa", "lan"):
        await town.presses(who, undo)
    assert len(await _shifts(town)) == count
    await town.presses("nam", undo)
    assert len(await _shifts(town)) == count - 5
    assert "hoàn tác rồi" in (await town.presses("nam", undo))[0].text


async def test_a_step_is_taken_back_for_ten_minutes(town: World) -> None:
    await town.says("nam", SHEET)
    await town.says("nam", "đúng")
    town.clock.move(town.clock.now() + timedelta(minutes=10, seconds=1))
    assert "10 phút đầu" in (await town.taps("nam", "Hoàn tác"))[0].text


async def test_what_somebody_changed_meanwhile_stays(town: World) -> None:
    await town.says("nam", SHEET)
    await town.says("nam", "đúng")
    for said in ("sửa ca", "30/11", "số người cần", "9", "đổi ca này"):
        await town.says("hai", said)
    told = await town.says("nam", "hoàn tác lịch")
    assert "Đã bỏ 4 ca vừa xếp. 1 ca đã có người sửa" in told[0].text
    assert [one.needed for one in await _shifts(town) if one.created_at == town.clock.now()][-1:] == [9]


async def test_whoever_signed_up_hears_of_every_change(town: World) -> None:
    """Also of a shift far ahead, and nobody else does."""
    await town.write(*member("mai", "Vũ Mai", town))
    await town.says("nam", "T7 tuần sau 19h-21h, 3 người, Một cửa phường Đống Đa")
    await town.says("nam", "đúng")
    await town.says("mai", "/dangky 5/12")
    label = next(one for one in _labels(town.heard["mai"][-1]) if one.startswith("Thứ Bảy 05/12, 19h"))
    await town.taps("mai", label)
    for said in ("sửa ca", "5/12", "giờ", "18h-20h"):
        told = await town.says("nam", said)
    assert "báo ngay cho 1 người" in told[0].text
    heard = len(town.heard["lan"]) if "lan" in town.heard else 0
    await town.says("nam", "đổi ca này")
    assert "19h–21h" in town.heard["mai"][-1].text
    assert "→ Thứ Bảy 05/12, 18h–20h" in town.heard["mai"][-1].text
    await town.taps("nam", "Hoàn tác")
    assert "18h–20h, Một cửa phường Đống Đa → Thứ Bảy 05/12, 19h–21h" in town.heard["mai"][-1].text
    for said in ("bỏ ca", "5/12", "bỏ ca này"):
        await town.says("nam", said)
    assert "đã huỷ" in town.heard["mai"][-1].text
    await town.taps("nam", "Hoàn tác")
    assert "vẫn diễn ra như cũ" in town.heard["mai"][-1].text
    assert (len(town.heard["lan"]) if "lan" in town.heard else 0) == heard


async def test_where_a_team_signs_up_nobody_else_is_told(town: World) -> None:
    """A shift of tomorrow that nobody chose is called off in silence."""
    await town.write(*member("mai", "Vũ Mai", town))
    await town.says("mai", "/dangky 24/11")
    await town.taps("mai", next(one for one in _labels(town.heard["mai"][-1]) if "13h30" in one))
    heard = len(town.heard["mai"])
    for said in ("bỏ ca", "24/11", "7h30", "bỏ ca này"):
        told = await town.says("nam", said)
    assert "Đã báo" not in told[0].text
    assert (len(town.heard["mai"]), "lan" in town.heard) == (heard, False)


async def test_taking_a_plan_back_tells_those_who_signed_up_meanwhile(town: World) -> None:
    await town.says("nam", "T7 tuần sau 19h-21h, 3 người, Một cửa phường Đống Đa")
    await town.says("nam", "đúng")
    await town.says("lan", "/dangky 5/12")
    label = next(one for one in _labels(town.heard["lan"][-1]) if one.startswith("Thứ Bảy 05/12, 19h"))
    await town.taps("lan", label)
    await town.says("nam", "hoàn tác lịch")
    assert "không còn nữa" in town.heard["lan"][-1].text


async def test_at_night_a_change_far_ahead_waits_for_the_morning(town: World) -> None:
    await town.says("nam", "T7 tuần sau 19h-21h, 3 người, Một cửa phường Đống Đa")
    await town.says("nam", "đúng")
    await town.says("lan", "/dangky 5/12")
    label = next(one for one in _labels(town.heard["lan"][-1]) if one.startswith("Thứ Bảy 05/12, 19h"))
    await town.taps("lan", label)
    town.clock.move(town.clock.now().replace(hour=16))  # 23h in Vietnam
    heard = len(town.heard["lan"])
    for said in ("bỏ ca", "5/12", "bỏ ca này"):
        await town.says("nam", said)
    assert len(town.heard["lan"]) == heard
    town.clock.move(town.clock.now() + timedelta(hours=7, minutes=31))
    assert "đã huỷ" in (await town.settle())["lan"][-1].text


async def test_a_form_left_open_over_night_still_means_the_days_it_meant(town: World) -> None:
    for said in ("thêm ca", "mai", "tối"):
        await town.says("nam", said)
    town.clock.move(town.clock.now() + timedelta(hours=5))
    for said in ("một cửa", "2", "đúng"):
        told = await town.says("nam", said)
    assert "Thứ Ba 24/11, 19h–21h" in told[0].text


async def test_what_went_by_while_the_form_was_open_is_not_planned(town: World) -> None:
    await town.says("nam", "xếp lịch mai 19h-21h 2 người")
    town.clock.move(town.clock.now() + timedelta(days=2))
    told = await town.says("nam", "đúng")
    assert "Không có ca nào để xếp" in told[0].text
    assert "Đã qua giờ nên bỏ: 24/11" in told[0].text


async def test_too_many_shifts_at_once_are_refused_with_the_way_out(town: World) -> None:
    many = "; ".join(f"hằng ngày {hour}h-{hour + 1}h 2 người" for hour in range(6, 20))
    told = await town.says("nam", f"xếp lịch {many}")
    assert "nhiều nhất 500 ca" in told[0].text


async def test_in_english(town: World) -> None:
    await town.says("nam", "/ngonngu")
    await town.taps("nam", "English")
    told = await town.says("nam", "plan Mon-Fri next week 7:30-11:30, 6 people, Một cửa phường Đống Đa")
    assert "Mon–Fri, 7h30–11h30" in told[0].text
    assert "Planned 5 shifts" in (await town.says("nam", "yes"))[0].text


@pytest.mark.parametrize(
    "name", ["plan", "move_shift", "drop_shift", "copy_week", "places", "rota_templates"]
)
async def test_a_team_of_others_looks_like_none(town: World, name: str) -> None:
    await town.write(*someone("binh", "Lý Bình", town, team_id="khac", role=Role.LEADER))
    told = await town.presses("binh", Button("", action(name, sample.TEAM_ID)))
    assert "không còn hoạt động" in told[0].text


async def test_every_button_of_planning_fits_the_smallest_platform(town: World) -> None:
    """64 bytes, with ids as long as they are in life."""
    await town.says("tam", "lập đội")
    for said in ("dong da", "phường đống đa", "Đội dài", "đúng"):
        await town.says("tam", said)
    await town.taps("tam", "Xem đội")
    await town.taps("tam", "Lịch trực")
    await town.taps("tam", "Thêm ca")
    for said in ("T2–T6 tuần này", "sáng, chiều", "nơi khác", "Nhà văn hóa tổ 5", "4", "đúng"):
        await town.says("tam", said)
    await town.taps("tam", "Lịch trực")
    await town.taps("tam", "Mẫu lịch")
    await town.taps("tam", "Lưu tuần này")
    await town.says("tam", "Tuần thường")
    await town.taps("tam", "Mẫu lịch")
    await town.taps("tam", 'Xoá "Tuần thường"')
    for label in ("Lịch trực", "Bỏ ca"):
        await town.taps("tam", label)
    values = [one.value for message in town.heard["tam"] for row in message.choices for one in row]
    assert max(len(value.encode()) for value in values) <= 64
    assert any(value.startswith("do:rota_templates:01900000") for value in values)


BY_FORM = (
    "xếp lịch",
    "T2–T6 tuần sau",
    "8h–10h, 10h–12h, 13h30–15h30, 15h30–17h30",
    "Một cửa phường Đống Đa",
    "6",
    "đúng",
)
BY_SHEET = (
    "T2–T6 tuần sau, 8h–10h, 10h–12h, 13h30–15h30, 15h30–17h30, 6 người, Một cửa phường Đống Đa",
    "đúng",
)


@pytest.mark.parametrize(("said", "most"), [(BY_FORM, 6), (BY_SHEET, 2)], ids=["form", "sheet"])
async def test_a_week_of_twenty_shifts_takes_few_messages(
    town: World, said: tuple[str, ...], most: int
) -> None:
    """Four shifts a day from Monday to Friday: six messages step by step, a sheet and a yes otherwise."""
    before = len(await _shifts(town))
    answers = [await town.says("nam", one) for one in said]
    assert len(said) <= most
    assert all(len(told) == 1 for told in answers)
    assert len(await _shifts(town)) == before + 20
