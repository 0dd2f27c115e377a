"""A unit is never without somebody who coordinates it, whoever stops, leaves or hands over, and when."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot import sample
from handlers.conversation import action
from handlers.messages import Button
from locales.formats import HANOI
from storage import role_offers
from storage.records.membership import Role
from storage.records.role_offer import OfferKind, RoleOffer
from tests.sample import furnish, someone
from tests.world import World, world

UNIT = sample.UNIT
AFTER = datetime(2026, 12, 8, 6, 35, tzinfo=HANOI)


@pytest.fixture
async def played(fresh: Path) -> AsyncIterator[World]:
    """The sample, where Huệ coordinates the commune beside Hoa."""
    async with world(fresh) as one:
        await furnish(one)
        await one.write(*someone("hue", "Trần Huệ", one, unit_code=UNIT, role=Role.COORDINATOR))
        yield one


async def _press(played: World, who: str, verb: str) -> str:
    said = await played.presses(who, Button("x", action("hand_over_unit", f"{UNIT}:{verb}")))
    return "\n".join(one.text for one in said)


async def _holders(played: World) -> list[str]:
    rows = await played.rows("coordinators_named", tenants='["01"]', units=f'["{UNIT}"]')
    return [row["person_id"] for row in rows]


async def test_one_of_several_may_stop_and_the_last_one_may_not(played: World) -> None:
    assert "thôi điều phối" in await _press(played, "hue", "leave")
    assert await _holders(played) == ["sample-coordinator"]
    assert "thôi điều phối" not in await _press(played, "hoa", "leave")
    assert await _holders(played) == ["sample-coordinator"]


async def test_two_who_stop_at_once_leave_one(played: World) -> None:
    for who in ("hoa", "hue"):
        raw = {"who": who, "key": f"k-{who}", "kind": "tap"}
        raw["data"] = action("hand_over_unit", f"{UNIT}:leave")
        await played.intake.store(played.channel, [raw])
    await played.settle()
    assert len(await _holders(played)) == 1
    assert await played.rows("dead_updates") == []


async def test_nobody_hands_over_what_is_not_theirs(played: World) -> None:
    """Neither the province for its commune, nor a leader, nor a volunteer."""
    for who in ("tam", "nam", "lan", "van"):
        await _press(played, who, "give")
        await played.says(who, "1")
        assert sorted(await _holders(played)) == ["hue", "sample-coordinator"]
        assert await played.rows("open_role_offers_of_units", tenants='["01"]', units=f'["{UNIT}"]') == []


async def _handed_over_for_two_weeks(played: World) -> None:
    await _press(played, "hue", "leave")
    await _press(played, "hoa", "give")
    await played.taps("hoa", "T. V. Nam")
    await played.taps("hoa", "2 tuần")
    await played.taps("nam", "Tôi nhận")
    assert await _holders(played) == ["sample-leader"]


async def test_a_unit_comes_back_after_its_time_and_history_stays(played: World) -> None:
    await _handed_over_for_two_weeks(played)
    played.clock.move(AFTER)
    await played.tick()
    assert await _holders(played) == ["sample-coordinator"]
    sql = "select person_id from memberships where unit_code = '00235' and to_at is not null order by id"
    ended = await played.database.read(lambda tx: tx.fetch(sql))
    assert sorted(row["person_id"] for row in ended) == ["hue", "sample-coordinator", "sample-leader"]


async def test_a_unit_stays_where_it_is_when_nobody_is_there_to_have_it_back(played: World) -> None:
    await _handed_over_for_two_weeks(played)
    gone = "update persons set left_at = created_at where id = 'sample-coordinator'"
    await played.database.write(lambda tx: tx.fetch(gone))
    played.clock.move(AFTER)
    await played.tick()
    assert await _holders(played) == ["sample-leader"]
    assert "vẫn giữ vai" in (await played.settle())["nam"][-1].text


async def test_a_code_for_a_unit_is_worthless_once_the_offer_is_taken_back(played: World) -> None:
    await _press(played, "tam", "")
    await played.says("tam", "bàn giao tỉnh")
    await played.taps("tam", "Bàn giao")
    await played.taps("tam", "Người khác")
    await played.says("tam", "Đặng Thu Thảo")
    await played.taps("tam", "Hẳn")
    code = played.heard["tam"][-1].text.split("start=")[1].split()[0]
    await played.taps("tam", "Thu hồi đề nghị")
    told = await played.sends("thao", kind="start", data=code)
    assert "Mời bạn vào" not in told[-1].text


async def test_coordinators_hear_once_of_roles_that_wait(played: World) -> None:
    """The commune's and the province's, the morning after a list came."""
    offer = RoleOffer(
        tenant="01", id="o1", kind=OfferKind.IMPORT, person_id=sample.person_id("volunteer"),
        team_id=sample.TEAM_ID, role=Role.DEPUTY, offered_by="operator", confirms=True,
        created_at=played.clock.now(),
    )  # fmt: skip
    await played.write(role_offers.added(offer))
    played.clock.move(datetime(2026, 11, 23, 8, 20, tzinfo=HANOI))
    for _ in range(2):
        await played.tick()
    told = await played.settle()
    heard = [who for who, said in told.items() if any("1 vai chờ" in one.text for one in said)]
    assert sorted(heard) == ["hoa", "hue", "tam"]
    assert "Lan" not in (await played.taps("hoa", "Xem còn vai nào"))[-1].text
