"""What a bot held back because its month was nearly spent travels with the next answer, once, to whoever may
still know it."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channel import Capabilities
from bot.sample import TEAM_ID, TENANT
from bot.workers.thrift import unsent
from handlers.messages import Button, Drawing, Lane, Outbound
from handlers.outgoing import Address, owed
from locales.formats import HANOI
from storage import account_use, broadcasts, outbox, people
from storage.effects import Effect
from storage.outbox import Mark, OutboxState
from storage.records.membership import Role
from storage.sources import Facts
from tests.paper import PLENTY, SCARCE
from tests.sample import furnish, someone
from tests.states import states
from tests.storage.made import AT, message
from tests.world import World, world

EVENING = datetime(2026, 11, 23, 18, 1, tzinfo=HANOI)
NAM = (TENANT, "sample-leader")


async def _spent(played: World, sent: int = 2950) -> None:
    await played.write(*account_use.counted("paper", "desk", EVENING, sent=sent))


async def _held_back(
    played: World, said: Outbound, who: str = "nam", person_id: str = NAM[1], ends: str = ""
) -> None:
    """``said`` to ``who``, held back."""
    at, to = played.clock.now(), Address("paper", "desk", who, TENANT, person_id)
    row = owed(to, said, new_id=lambda: played.ids() + ends, now=at)
    mark = Mark(id=row.id, state=OutboxState.HELD, attempts=1, retry_at=at, done_at=at)
    await played.write(outbox.added(row))
    await played.database.write(lambda tx: outbox.mark(tx, [mark]))


async def _asks(played: World, text: str = "ai đang trực") -> str:
    return "\n--\n".join(one.text for one in await played.says("nam", text))


async def _states(played: World) -> dict[str, int]:
    return await states(played.database, "outbox")


async def test_a_restart_changes_nothing(fresh: Path) -> None:
    """The evening's digest is held back by one process and told by the next."""
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        await _spent(played)
        played.clock.move(EVENING)
        await played.tick()
        assert "nam" not in await played.settle()
    async with world(fresh, SCARCE) as again:
        again.clock.move(EVENING + timedelta(hours=13))
        again.keys, again.ids.made = 1000, 100_000
        first, second = await _asks(again), await _asks(again)
        assert ("Tin lúc 18h01 Thứ Hai 23/11" in first, "Thứ Hai, 23/11/2026" in first) == (True, True)
        assert "23/11/2026" not in second


async def test_a_number_does_not_choose_from_what_was_held_back(fresh: Path) -> None:
    """Nobody has seen the digest: "1" is not its "Xác nhận"."""
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        await played.says("lan", "vào ca")
        await _spent(played)
        played.clock.move(EVENING)
        await played.tick()
        await played.settle()
        assert "Đã xác nhận" not in await _asks(played, "1")


@pytest.mark.parametrize(("able", "answers"), [(SCARCE, 1), (PLENTY, 2)])
async def test_one_message_where_they_are_scarce(fresh: Path, able: Capabilities, answers: int) -> None:
    """And one of its own where they are plenty: who has moved to another channel hears it there."""
    async with world(fresh, able) as played:
        await furnish(played)
        await _held_back(played, Outbound("Tin cũ", ((Button("Xem", "see"),),), lane=Lane.ROLE))
        told = await played.says("nam", "ai đang trực")
        assert [("Tin cũ" in one.text) for one in told] == [False, True][-answers:]
        assert [button.label for row in told[-1].choices for button in row][-1] == "Xem"
        assert "Tin cũ" not in await _asks(played)


async def test_the_choices_of_both_are_known(fresh: Path) -> None:
    """A number means the list that stands last; the answer above it is chosen from by its words."""
    async with world(fresh, PLENTY) as played:
        await furnish(played)
        await _held_back(played, Outbound("Tin cũ", ((Button("Lịch", "do:rota"),),), lane=Lane.ROLE))
        await played.says("nam", "ai đang trực")
        assert "2 thành viên" in await _asks(played, "← Đội")


async def test_what_is_too_long_for_one_message_waits_for_the_next(fresh: Path) -> None:
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        await _held_back(played, Outbound("x" * 1500, lane=Lane.ROLE))
        await _held_back(played, Outbound("y" * 300, lane=Lane.ROLE))
        answers = [await _asks(played) for _ in range(3)]
        assert [("x" * 1500 in text, "y" * 300 in text) for text in answers] == [
            (True, False), (False, True), (False, False),
        ]  # fmt: skip


async def test_a_picture_waits_for_where_it_can_be_shown(fresh: Path) -> None:
    picture = Drawing("step_card", "{}", "Thẻ")
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        await _held_back(played, Outbound("Ảnh", drawing=picture, lane=Lane.ROLE))
        assert "Ảnh" not in await _asks(played)
        assert (await _states(played))["held"] == 1


async def test_who_does_not_lead_any_more_is_not_told(fresh: Path) -> None:
    """Also not who stops in the same moment, and no turn fails for it."""
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        await _held_back(played, Outbound("Tin cũ", lane=Lane.ROLE))
        facts = Facts()
        await played.database.read(lambda tx: facts.load(tx, [people.memberships.of(NAM)]))
        (mine,) = [one for one in facts.get(people.memberships.of(NAM)) or [] if one.team_id == TEAM_ID]
        await played.write(people.promoted(mine, Role.VOLUNTEER))
        assert "Tin cũ" not in await _asks(played, "menu")
        assert (await _states(played))["cancelled"] == 1


async def test_nothing_travels_with_a_farewell(fresh: Path) -> None:
    """And the notices of a role end with it."""
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        await played.write(*someone("phuong", "Lê Phương", played, team_id=TEAM_ID, role=Role.VOLUNTEER))
        await _held_back(played, Outbound("Tin cũ", lane=Lane.ROLE), "phuong", "phuong")
        for said in ("rời đội", "1", "menu"):
            assert all("Tin cũ" not in one.text for one in await played.says("phuong", said))
        assert (await _states(played))["cancelled"] == 1


async def test_others_do_not_read_along(fresh: Path) -> None:
    """In a group nothing of one person is told."""
    async with world(fresh, PLENTY) as played:
        await furnish(played)
        await _held_back(played, Outbound("Tin cũ", lane=Lane.ROLE))
        told = await played.sends("nam", text="ai đang trực", private=False)
        assert not any("Tin cũ" in one.text for one in told)


async def test_a_newer_digest_that_goes_takes_its_place(fresh: Path) -> None:
    """The month is not spent any more: the older one is no news."""
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        await _spent(played)
        played.clock.move(EVENING)
        await played.tick()
        await played.settle()
        await _spent(played, -2900)
        played.clock.move(EVENING + timedelta(days=1))
        await played.tick()
        assert any("24/11/2026" in one.text for one in (await played.settle())["nam"])
        assert "23/11/2026" not in await _asks(played)
        assert (await _states(played))["superseded"] == 1


async def test_a_stopped_broadcast_does_not_travel(fresh: Path) -> None:
    """Its messages are known by their ids."""
    async with world(fresh, SCARCE) as played:
        await furnish(played)
        end = broadcasts.mark("b1")
        await _held_back(played, Outbound("Tin chung", lane=Lane.BROADCAST), ends=end)
        await played.write(Effect("cancel_broadcast", {"after": "", "mark": f"%{end}", "done_at": 1}))
        assert "Tin chung" not in await _asks(played)


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"person_id": "lan"}, OutboxState.HELD),
        ({"person_id": "lan", "deadline_at": AT + timedelta(days=1)}, OutboxState.HELD),
        ({"person_id": "lan", "deadline_at": AT + timedelta(hours=3)}, OutboxState.EXPIRED),
        ({"person_id": "lan", "parts": 1}, OutboxState.EXPIRED),
        ({}, OutboxState.EXPIRED),
    ],
)
def test_what_is_of_its_hour_is_not_kept(more: dict[str, Any], state: OutboxState) -> None:
    """Nor what is to somebody unknown, nor the rest of what has left in part."""
    assert unsent(message("1", lane=2, **more)) is state
