"""Looking for somebody: who is asked, in which order, how many at a time, and what everybody hears."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot import sample
from handlers.conversation import action
from handlers.messages import Button, Outbound
from locales.formats import HANOI
from storage import attendances, attention, offers, shifts, signups
from storage.records.membership import Role
from storage.records.signup import PlacedSignup
from storage.records.work import Attendance, Shift
from tests.sample import furnish, member, someone
from tests.states import states
from tests.storage.made import fact
from tests.world import World, world

NAMES = {"ba": "Ngô Ba", "chi": "Võ Chi", "dung": "Đỗ Dũng", "ha": "Hà Hạ", "yen": "Bùi Yến"}
ASKED = "đang thiếu người"
EVENING = "evening"


@pytest.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """An evening shift tomorrow that needs two, five members who want reminders, one who does not."""
    async with world(fresh) as found:
        await furnish(found)
        await found.write(*(effect for who, name in NAMES.items() for effect in member(who, name, found)))
        await found.write(
            *someone("em", "Hồ Em", found, team_id=sample.TEAM_ID, role=Role.VOLUNTEER),
            shifts.saved(_shift(EVENING, _at(24, 19), 2, found)),
        )
        yield found


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


def _shift(key: str, starts_at: datetime, needed: int, town: World) -> Shift:
    return Shift(
        tenant=sample.TENANT,
        id=key,
        team_id=sample.TEAM_ID,
        campaign_id=sample.CAMPAIGN_ID,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        needed=needed,
        created_at=town.clock.now(),
    )


async def _worked(town: World, who: str, hours: int) -> None:
    day = _at(10, 8)
    await town.write(
        attendances.opened(
            Attendance(
                tenant=sample.TENANT,
                id=f"worked-{who}",
                team_id=sample.TEAM_ID,
                person_id=who,
                campaign_id=sample.CAMPAIGN_ID,
                day_on="2026-11-10",
                in_at=day,
                in_received_at=day,
                out_at=day + timedelta(hours=hours),
                out_received_at=day,
            )
        )
    )


async def _when(town: World, at: datetime) -> dict[str, list[Outbound]]:
    town.clock.move(at)
    await town.tick()
    return await town.settle()


async def _taps(town: World, who: str, conversation: str, arg: str) -> str:
    told = await town.presses(who, Button("", action(conversation, arg)))
    return told[-1].text


def _asked(told: dict[str, list[Outbound]]) -> set[str]:
    return {who for who, heard in told.items() if any(ASKED in one.text for one in heard)}


async def _here(town: World) -> set[str]:
    found: list[PlacedSignup] = await fact(town.database, signups.of_shift.of((sample.TENANT, EVENING))) or []
    return {one.person_id for one in found if one.open}


async def _offer(town: World) -> str:
    (one,) = await fact(town.database, offers.of_shift.of((sample.TENANT, EVENING)))
    return str(one.id)


async def test_whoever_worked_least_is_asked_first_three_at_a_time(town: World) -> None:
    """Not who wants no reminders, is somewhere else then, or said that they cannot come."""
    for who, hours in (("ba", 9), ("chi", 1), ("dung", 5)):
        await _worked(town, who, hours)
    await town.write(shifts.saved(_shift("other", _at(24, 20), 0, town)))
    await _taps(town, "yen", "sign_up", "other")
    await _taps(town, "lan", "sign_up", EVENING)
    await _taps(town, "lan", "absence", "")
    await town.says("lan", "bỏ qua")
    assert "2 người" in await _taps(town, "nam", "call", EVENING)
    assert _asked(await _when(town, _at(23, 8))) == {"ha", "chi", "dung"}
    assert _asked(await _when(town, _at(23, 8, 9))) == set()
    assert _asked(await _when(town, _at(23, 8, 10))) == {"ba"}
    told = await _when(town, _at(23, 8, 20))
    assert [one.text for one in told["nam"] if "Đã hỏi 4 bạn rảnh" in one.text]
    assert _asked(await _when(town, _at(23, 12))) == set()


async def test_nobody_is_asked_at_night_and_the_last_reminder_of_a_day_is_kept(town: World) -> None:
    """The search goes on in the morning; who was reminded twice is left alone that day."""
    day = (sample.TENANT, "ba", "2026-11-24")
    await town.write(*(attention.taken(day, "reminder", town.clock.now()) for _ in range(2)))
    town.clock.move(_at(23, 22))
    await _taps(town, "nam", "call", EVENING)
    assert _asked(await _when(town, _at(23, 23))) == set()
    assert _asked(await _when(town, _at(24, 6, 29))) == set()
    first = _asked(await _when(town, _at(24, 6, 31)))
    second = _asked(await _when(town, _at(24, 6, 42)))
    assert len(first) == 3
    assert first | second == {"chi", "dung", "ha", "yen", "lan"}


async def test_the_first_yes_has_the_place(town: World) -> None:
    """Two places, three yes at the same moment: two come, the third hears why not, all in one batch."""
    await _taps(town, "nam", "call", EVENING)
    asked = sorted(_asked(await _when(town, _at(23, 8))))
    offer = await _offer(town)
    taps = [{"key": f"yes-{who}", "who": who, "kind": "tap", "data": action("take", offer)} for who in asked]
    await town.intake.store(town.channel, taps)
    told = await town.settle()
    said = {who: " ".join(one.text for one in heard) for who, heard in told.items()}
    won = {who for who in asked if "Bạn có tên" in said[who]}
    late = {who for who in asked if "người nhận" in said[who]}
    assert len(won) == 2
    assert await _here(town) == won
    assert won | late == set(asked)
    assert await states(town.database, "inbox") == {"done": town.keys + 3}
    told = await _when(town, _at(23, 9))
    assert "nhận trực ca" in told["nam"][0].text


async def test_the_others_hear_it_in_the_place_of_the_question(town: World) -> None:
    """Where it was sent it is changed; where it was not, it never leaves."""
    await town.write(shifts.saved(_shift(EVENING, _at(24, 19), 1, town)))
    await _taps(town, "nam", "call", EVENING)
    told = await _when(town, _at(23, 8))
    first, second, _ = sorted(_asked(told))
    town.clock.move(_at(23, 8, 10))
    await town.tick()
    due = (await states(town.database, "outbox"))["due"]
    before = len(town.channel.sent)
    await town.intake.store(
        town.channel,
        [{"key": "yes", "who": first, "kind": "tap", "data": action("take", await _offer(town))}],
    )
    while await town.inbox.step():
        pass
    await town.outbox.settle()
    assert (await states(town.database, "outbox"))["cancelled"] == due
    sent = town.channel.sent[before:]
    changed = [message for who, message in sent if who == second]
    assert [one.text for one in changed if one.edits and "đã có người nhận" in one.text]
    assert not [message for _, message in sent if ASKED in message.text]


async def test_a_yes_is_held_against_what_has_become_true(town: World) -> None:
    """Asked, then signed up elsewhere at that time; or the places were taken by others."""
    await town.write(shifts.saved(_shift("other", _at(24, 20), 0, town)))
    await _taps(town, "nam", "call", EVENING)
    first, second, third = sorted(_asked(await _when(town, _at(23, 8))))
    offer = await _offer(town)
    await _taps(town, first, "sign_up", "other")
    assert "trùng giờ" in await _taps(town, first, "take", offer)
    await _taps(town, second, "sign_up", EVENING)
    await _taps(town, "nam", "assign", EVENING)
    await town.says("nam", "Bùi Yến")
    await town.says("nam", "xong")
    assert "có người nhận rồi" in await _taps(town, third, "take", offer)
    assert "không còn" in await _taps(town, "em", "take", offer)
    told = await _when(town, _at(23, 9))
    told = told if "nam" in told else await _when(town, _at(23, 10))
    assert "đã đủ người" in told["nam"][0].text


async def test_a_search_ends_when_the_leader_says_so_or_the_shift_is_called_off(town: World) -> None:
    await _taps(town, "nam", "call", EVENING)
    assert "đang tìm người" in await _taps(town, "nam", "call", EVENING)
    assert "Đã thôi tìm" in await _taps(town, "nam", "call", f"stop:{EVENING}")
    assert _asked(await _when(town, _at(23, 8))) == set()
    await _taps(town, "nam", "call", EVENING)
    await town.write(shifts.cancelled(_shift(EVENING, _at(24, 19), 2, town), town.clock.now()))
    assert _asked(await _when(town, _at(23, 9))) == set()
    assert await town.rows("offers_due", until=2**60) == []


async def test_whoever_said_no_is_not_asked_again_and_a_late_yes_still_helps(town: World) -> None:
    await town.write(shifts.saved(_shift(EVENING, _at(24, 19), 1, town)))
    await _taps(town, "nam", "call", EVENING)
    told = await _when(town, _at(23, 8))
    first = min(_asked(told))
    offer = await _offer(town)
    assert "cảm ơn" in await _taps(town, first, "take", f"no:{offer}")
    for minute in (10, 20, 30):
        assert first not in _asked(await _when(town, _at(23, 8, minute)))
    assert "Bạn có tên" in await _taps(town, first, "take", offer)
    assert "nhận trực ca" in (await _when(town, _at(23, 9)))["nam"][0].text


async def test_what_one_was_asked_can_be_found_again(town: World) -> None:
    """Typed, without the message at hand."""
    assert "Hiện không có ca nào" in (await town.says("ba", "nhận ca thay"))[0].text
    await _taps(town, "nam", "call", EVENING)
    asked = min(_asked(await _when(town, _at(23, 8))))
    assert "1 ca" in (await town.says(asked, "nhan ca thay"))[0].text
    assert "Bạn có tên" in (await town.says(asked, "1"))[0].text


async def test_a_named_member_who_cannot_be_asked(town: World) -> None:
    """They want no reminders, or are busy: whoever offers hears it, and not which."""
    await _taps(town, "lan", "sign_up", EVENING)
    for said in ("đổi ca", "2", "em", "1"):
        await town.says("lan", said)
    told = await _when(town, _at(23, 8))
    assert "không hỏi được Em" in told["lan"][0].text
    assert "em" not in told


async def test_an_offer_nobody_takes_stays_with_its_owner(town: World) -> None:
    """Asked three at a time; the owner hears it once, and can stop."""
    await _taps(town, "lan", "sign_up", EVENING)
    await town.says("lan", "đổi ca")
    await town.says("lan", "cả đội")
    heard: list[str] = []
    for minute in range(0, 60, 10):
        told = await _when(town, _at(23, 8, minute))
        heard += [one.text for one in told.get("lan", [])]
    assert len([text for text in heard if "chưa ai nhận" in text]) == 1
    assert await _here(town) == {sample.person_id("volunteer")}
    assert "thôi tìm" in (await town.taps("lan", "Thôi, không đổi nữa"))[0].text
