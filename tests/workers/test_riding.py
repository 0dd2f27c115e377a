"""Where messages are scarce, what can ride on another message does not go by itself."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.channel import Capabilities
from bot.sample import TEAM_ID, TENANT
from handlers import coming
from handlers.attention import Kind
from handlers.days import day_on
from handlers.outgoing import read
from locales.formats import HANOI
from storage import attention, outbox, people
from storage.records.membership import Role
from tests.paper import PLENTY, SCARCE
from tests.sample import furnish, someone
from tests.storage.made import contact
from tests.world import World, world

LAN = (TENANT, "sample-volunteer")


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("able", "deputy", "rides"), [(SCARCE, False, True), (SCARCE, True, False), (PLENTY, False, False)]
)
async def test_a_digest_rides_where_nobody_else_waits_for_it(
    fresh: Path, able: Capabilities, *, deputy: bool, rides: bool
) -> None:
    """With a deputy there are two who get it; and where messages are plenty it comes at its hour."""
    async with world(fresh, able) as played:
        await furnish(played)
        second = someone("phuong", "Lê Phương", played, team_id=TEAM_ID, role=Role.DEPUTY) if deputy else []
        await played.write(*second)
        played.clock.move(_at(23, 17, 20))
        (answer,) = await played.says("nam", "ai đang trực")
        played.clock.move(_at(23, 18, 1))
        await played.tick()
        later = [message.text for message in (await played.settle()).get("nam", [])]
        assert ("Ngày mai:" in answer.text) is rides
        assert any("Ngày mai:" in text for text in later) is not rides


async def _moves_to_zalo(played: World) -> None:
    there = contact("lan", tenant=TENANT, person_id=LAN[1]).model_copy(
        update={"key": "zalo:7:lan", "channel": "zalo", "account": "7", "preferred": True}
    )
    await played.write(
        people.contact_marked("paper", "desk", "lan", unreachable=True), people.contact_saved(there)
    )


async def _owed(played: World, at: datetime) -> list[str]:
    """What Lan is owed on Zalo once the clock has rung at ``at``."""
    played.clock.move(at)
    await played.tick()
    rows = await played.database.read(lambda tx: outbox.heads(tx, "zalo", "7", at, [], 10))
    return [read(row).text for row in rows]


async def test_who_was_reminded_of_a_shift_is_not_asked_at_its_end_as_well(played: World) -> None:
    """Check-in and check-out have an answer each: that makes three."""
    played.clock.move(_at(24, 7, 20))
    await played.says("lan", "vào ca")
    await _moves_to_zalo(played)
    now = played.clock.now()
    await played.write(attention.taken((*LAN, day_on(now)), Kind.REMINDER, now))
    assert [text for text in await _owed(played, _at(24, 11, 41)) if text.startswith("Hết ca rồi")] == []


async def test_who_was_not_reminded_is_asked(played: World) -> None:
    played.clock.move(_at(24, 7, 20))
    await played.says("lan", "vào ca")
    await _moves_to_zalo(played)
    assert [text for text in await _owed(played, _at(24, 11, 41)) if text.startswith("Hết ca rồi")] != []


async def test_who_heard_of_a_shift_is_not_reminded_of_it(played: World) -> None:
    """Of another one that begins elsewhen they are: a shift that was moved is news."""
    await _moves_to_zalo(played)
    await played.write(coming.noted(LAN, _at(24, 7, 30), played.clock.now()))
    assert await _owed(played, _at(24, 6, 31)) == []
    assert [text[:10] for text in await _owed(played, _at(24, 12, 31))] == ["Sắp tới ca"]
