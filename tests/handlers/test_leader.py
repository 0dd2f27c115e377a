"""What leaders and coordinators do, beyond what a dialogue shows: codes, links, teams, and lengths."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import sample
from handlers.conversation import action
from handlers.messages import Button, Outbound
from storage import join_codes, people, teams
from storage.records.membership import Membership, Role
from storage.records.team import Campaign, Team, Tenant
from storage.records.web_chat import WebSession
from storage.web_chats import WebChats
from tests.sample import furnish, someone
from tests.world import World, shown, world

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


def _choices(message: Outbound) -> list[Button]:
    return [button for row in message.choices for button in row]


async def test_a_code_that_is_over_is_replaced_when_somebody_looks(town: World) -> None:
    town.clock.move(town.clock.now() + timedelta(days=7))
    first = await town.says("nam", "mã vào đội")
    again = await town.says("nam", "mã vào đội")
    assert CODE not in first[0].text
    assert "9MQJ-5EF8" in first[0].text
    assert first[0].text == again[0].text
    assert first[0].photo is not None
    assert first[0].photo.png.startswith(b"\x89PNG")
    assert "9MQJ5EF8" in first[0].photo.alt


async def test_revoking_stops_every_code_at_once(town: World) -> None:
    """Also one that was made at the same moment by another leader."""
    now = town.clock.now()
    known = (await town.rows("join_codes_by_code", codes=f'["{CODE}"]'))[0]
    other = join_codes.CodeCard.model_validate(dict(known)).model_copy(update={"id": "b", "code": "ABCD2345"})
    await town.write(join_codes.added(other.model_copy(update={"created_at": now + timedelta(hours=1)})))
    await town.says("nam", "mã vào đội")
    await town.taps("nam", "Thu hồi mã")
    for code in (CODE, "ABCD2345"):
        told = await town.says("mai", code)
        assert "không dùng được" in told[0].text
        await town.says("mai", "huỷ")


async def test_a_personal_code_raises_nobody_while_they_wait(town: World) -> None:
    """The role is kept, and holds from the moment the newcomer is accepted."""
    await _joins(town, "mai", "Nguyễn Thị Mai")
    await town.says("nam", "mã vào đội")
    await town.taps("nam", "Mời đội phó")
    told = await town.says("mai", "9MQJ-5EF8")
    assert "Đội trưởng duyệt xong là dùng được" in told[0].text
    assert "dành cho người phụ trách" in (await town.says("mai", "đội"))[0].text
    await town.says("nam", "duyệt")
    await town.taps("nam", "Nhận")
    assert "thành viên" in (await town.says("mai", "đội"))[0].text


async def test_the_link_to_the_web_enters_once_as_the_person(town: World) -> None:
    told = await town.says("lan", "web")
    token = told[0].text.partition("/enter?k=")[2].split()[0]
    assert len(token) >= 32
    chats, now = WebChats(town.database), town.clock.now()
    session = WebSession(
        token_hash="a", chat="c1", created_at=now, seen_at=now, expires_at=now + timedelta(days=1)
    )
    hashed = hashlib.sha256(token.encode()).hexdigest()
    assert await chats.redeem(hashed, session)
    assert not await chats.redeem(hashed, session.model_copy(update={"token_hash": "b", "chat": "c2"}))
    key = (sample.TENANT, sample.person_id("volunteer"))
    found = await town.database.read(lambda tx: people.contacts_of.load(tx, [key]))
    assert {one.channel for one in found[key]} == {"paper", "web"}


async def test_the_link_to_the_web_dies_in_ten_minutes(town: World) -> None:
    told = await town.says("lan", "web")
    token = told[0].text.partition("/enter?k=")[2].split()[0]
    now = town.clock.now() + timedelta(minutes=10)
    session = WebSession(token_hash="a", chat="c", created_at=now, seen_at=now, expires_at=now)
    assert not await WebChats(town.database).redeem(hashlib.sha256(token.encode()).hexdigest(), session)


def _teams(labels: list[str]) -> list[str]:
    """Those that name a team, not what can be done with teams."""
    return [label for label in labels if label.startswith("Đội")]


async def test_many_teams_are_offered_page_by_page(town: World) -> None:
    now = town.clock.now()
    await town.write(
        *(
            teams.saved(
                Team(
                    tenant=sample.TENANT,
                    id=f"team-{number}",
                    name=f"Đội số {number:02d}",
                    unit_code="00004",
                    campaign_id=sample.CAMPAIGN_ID,
                    created_at=now,
                )
            )
            for number in range(18)
        )
    )
    seen: list[str] = []
    message = (await town.says("tam", "đội"))[0]
    assert "19 đội" in message.text
    while "Xem thêm đội" in (labels := [one.label for one in _choices(message)]):
        seen += _teams(labels)
        message = (await town.taps("tam", "Xem thêm đội"))[0]
    seen += _teams(labels)
    assert len(seen) == len(set(seen)) == 19
    found = await town.says("tam", "/doi số 07")
    assert _teams([one.label.partition(" ·")[0] for one in _choices(found[0])]) == ["Đội số 07"]


async def test_a_central_coordinator_names_the_province_first(town: World) -> None:
    now = town.clock.now()
    await town.write(
        teams.tenant_saved(Tenant(tenant="tw", unit_code="tw", name="Trung ương", created_at=now)),
        teams.campaign_saved(
            Campaign(
                tenant="tw",
                id="c",
                name="Mùa đông",
                starts_on="2026-11-01",
                ends_on="2027-01-01",
                created_at=now,
            )
        ),
        *someone("trang", "Lê Trang", town, tenant="tw", unit_code="tw", role=Role.COORDINATOR),
    )
    await town.says("trang", "lập đội")
    assert "chưa tìm thấy tỉnh" in (await town.says("trang", "atlantis"))[0].text
    await town.says("trang", "tp hue")
    await town.says("trang", "a luoi 2")
    await town.taps("trang", "Xã A Lưới 2")
    told = await town.says("trang", "Đội A Lưới")
    assert "Xã A Lưới 2" in told[0].text
    await town.taps("trang", "Sửa")
    await town.taps("trang", "Tỉnh, thành phố")
    assert "không có ở đó" in (await town.says("trang", "nghệ an"))[0].text
    assert "Xã A Lưới 2" in (await town.says("trang", "thành phố huế"))[0].text
    assert "Đã lập Đội A Lưới" in (await town.says("trang", "đúng"))[0].text


async def test_a_coordinator_of_two_communes_chooses_one(town: World) -> None:
    await town.write(
        *someone("hai", "Bùi Hai", town, unit_code="00235", role=Role.COORDINATOR),
        people.joined(
            Membership(
                tenant=sample.TENANT,
                id="hai-2",
                person_id="hai",
                unit_code="00004",
                role=Role.COORDINATOR,
                from_at=town.clock.now(),
            )
        ),
    )
    told = await town.says("hai", "lập đội")
    assert told[0].text == "Đội làm ở đơn vị nào?"
    assert [one.label for one in _choices(told[0])][:2] == ["Phường Ba Đình", "Phường Đống Đa"]
    await town.taps("hai", "Phường Ba Đình")
    assert "Phường Ba Đình" in (await town.says("hai", "Đội Ba Đình"))[0].text


async def test_another_commune_asks_for_the_unit_again(town: World) -> None:
    await town.says("tam", "lập đội")
    await town.says("tam", "dong da")
    await town.taps("tam", "Phường Đống Đa")
    await town.says("tam", "Đội Xanh")
    await town.taps("tam", "Sửa")
    await town.taps("tam", "Xã, phường (gõ lại)")
    told = await town.says("tam", "hoang mai")
    assert _choices(told[0])[0].label == "Phường Hoàng Mai"
    told = await town.taps("tam", "Phường Hoàng Mai")
    assert "Phường Hoàng Mai" in told[0].text
    assert "Đống Đa" not in told[0].text


async def test_every_button_fits_the_smallest_platform(town: World) -> None:
    """64 bytes, with ids as long as they are in life."""
    for said in ("lập đội", "hoang mai", "1", "Đội thử độ dài", "đúng"):
        await town.says("tam", said)
    await town.taps("tam", "Xem đội")
    for label in ("Mã vào đội", "Mời đội phó", "Lịch trực", "Giờ tổng hợp (18h)", "Ai đang trực"):
        await town.presses("tam", await _way(town, label))
    code = next(one.text for one in town.heard["tam"] if "Mã vào Đội thử" in one.text)
    code = code.partition("đội: ")[2] or code.partition("độ dài: ")[2]
    for said in (code[:9], "đồng ý", "có", "Nguyễn Văn Dài", "không cần", "vào ca", "5 vneid", "đúng"):
        await town.says("dai", said)
    await town.says("tam", "tổng hợp")
    await town.taps("tam", "Đội thử độ dài · Hoàng Mai")
    await town.taps("tam", "Ai đã đến")
    await town.says("tam", "đội")
    await town.taps("tam", "Đội thử độ dài · Hoàng Mai")
    await town.taps("tam", "Duyệt người mới (1)")
    long = [one.value for told in town.heard.values() for message in told for one in _choices(message)]
    assert max(len(value.encode()) for value in long) <= 64
    assert any(len(value) > 45 for value in long)


async def _way(town: World, label: str) -> Button:
    """The button ``label`` of the team's board, wherever it was shown."""
    for message in reversed(town.heard["tam"]):
        for one in _choices(message):
            if one.label == label:
                return one
    raise AssertionError(f"no button {label!r}")


async def test_a_code_that_could_not_be_typed_is_drawn_again(town: World) -> None:
    """The privacy filter would hide it, or it reads like a word."""
    drawn = iter(["23456789", "B2345678", "29A12345", "ABCDEFGH", "K7M2QXA9"])
    town.desk = replace(town.desk, new_code=lambda: next(drawn))
    town.inbox._thinker._desk = town.desk
    await town.says("nam", "mã vào đội")
    told = await town.taps("nam", "Mã mới")
    assert "K7M2-QXA9" in told[0].text


@pytest.mark.parametrize("said", ["abcd2345", "ABCD-2345", "abcd 2345"])
async def test_a_member_may_type_a_code(town: World, said: str) -> None:
    assert "Mã này không dùng được" in (await town.says("lan", said))[0].text


async def test_a_board_button_survives_the_end_of_a_team(town: World) -> None:
    card = await town.database.read(lambda tx: teams.card.load(tx, [(sample.TENANT, sample.TEAM_ID)]))
    closed = card[sample.TENANT, sample.TEAM_ID].model_copy(update={"closed_at": town.clock.now()})
    await town.write(teams.saved(Team.model_validate(closed.model_dump())))
    for name in ("team", "join_code", "schedule", "on_shift", "newcomers", "plan"):
        told = await town.presses("nam", Button("", action(name, sample.TEAM_ID)))
        assert "không còn hoạt động" in shown(told[0])
