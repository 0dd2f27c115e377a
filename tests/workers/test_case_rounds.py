"""Cases climb with the clock: told in rounds, once a level, merged, past levels that nobody holds."""

from datetime import datetime, timedelta

from bot import sample
from handlers.messages import Outbound
from locales import words
from locales.formats import HANOI
from storage import attention, cases
from storage.effects import Effect
from storage.records.membership import Role
from tests.sample import someone
from tests.world import World

VI = words("vi")
NETWORK, PORTAL, EQUIPMENT = VI("difficulty-network"), VI("difficulty-portal"), VI("difficulty-equipment")


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


async def _when(played: World, at: datetime) -> dict[str, list[Outbound]]:
    """Go to a moment and let the clock ring; what each person is told of cases."""
    played.clock.move(at)
    await played.tick()
    told = await played.settle()
    heard = {who: [one for one in messages if _of_cases(one)] for who, messages in told.items()}
    return {who: messages for who, messages in heard.items() if messages}


def _of_cases(message: Outbound) -> bool:
    return any(f"{count} khó khăn chờ" in message.text for count in range(1, 20))


async def _tells(played: World, who: str, what: str, how: str = "severity-cham") -> None:
    for said in ("khó khăn", what, VI(how), "bỏ qua"):
        await played.says(who, said)


async def _ended(played: World, *who: str) -> None:
    """Those people hold nothing any more."""
    for one in who:
        ended = f"update memberships set to_at = from_at where person_id = '{one}' and role <> 'volunteer'"
        await played.database.write(lambda tx, ended=ended: tx.fetch(ended))  # type: ignore[misc]  # bound at once


async def test_each_level_hears_once_and_in_its_turn(played: World) -> None:
    """Leader at eight, commune after three hours without an answer, province after three more; no more."""
    await _tells(played, "lan", PORTAL)
    assert await _when(played, _at(23, 7, 59)) == {}
    assert list(await _when(played, _at(23, 8))) == ["nam"]
    assert await _when(played, _at(23, 10, 59)) == {}
    told = await _when(played, _at(23, 11))
    assert list(told) == ["hoa"]
    assert "Quá hạn ở cấp đội" in told["hoa"][0].text
    assert await _when(played, _at(23, 11, 1)) == {}
    assert list(await _when(played, _at(23, 14))) == ["tam"]
    for day in (24, 25, 26, 27):
        for hour in (8, 11, 14, 17):
            assert await _when(played, _at(day, hour)) == {}


async def test_what_comes_together_is_one_message(played: World) -> None:
    """Three cases, one message to each level."""
    for what in (PORTAL, NETWORK, VI("difficulty-trust")):
        await _tells(played, "lan", what)
    told = await _when(played, _at(23, 8))
    assert [message.text.splitlines()[0] for message in told["nam"]] == ["3 khó khăn chờ anh/chị gỡ:"]
    told = await _when(played, _at(23, 11))
    assert [message.text.splitlines()[0] for message in told["hoa"]] == ["3 khó khăn chờ anh/chị gỡ:"]


async def test_kinds_have_their_own_hours(played: World) -> None:
    """The portal climbs after three hours, equipment after a day, and a province may choose."""
    await played.write(cases.wait_set(sample.TENANT, "network", 0, played.clock.now()))
    for what in (PORTAL, EQUIPMENT, NETWORK):
        await _tells(played, "lan", what)
    await _when(played, _at(23, 8))
    told = await _when(played, _at(23, 11))
    assert PORTAL in told["hoa"][0].text
    assert EQUIPMENT not in told["hoa"][0].text
    told = await _when(played, _at(24, 8))
    assert EQUIPMENT in told["hoa"][0].text
    for day in (25, 26, 27):
        for hour in (8, 11, 14, 17):
            told = await _when(played, _at(day, hour))
            assert not [one for messages in told.values() for one in messages if NETWORK in one.text]


async def test_an_answer_stops_it(played: World) -> None:
    """And whoever took it has three days."""
    await _tells(played, "lan", PORTAL)
    await _tells(played, "lan", NETWORK)
    await _when(played, _at(23, 8))
    await played.says("nam", "khó khăn đang mở")
    await played.says("nam", "2")
    await played.taps("nam", VI("case-answer"))
    await played.says("nam", "Nộp lại sau 9h.")
    await played.taps("nam", VI("cases-back"))
    await played.says("nam", "1")
    await played.taps("nam", VI("case-take"))
    for day, hour in ((23, 11), (23, 14), (24, 8), (25, 8), (25, 17)):
        assert await _when(played, _at(day, hour)) == {}
    told = await _when(played, _at(26, 8))
    assert NETWORK in told["hoa"][0].text


async def test_a_level_that_nobody_holds_is_passed_over_and_named(played: World) -> None:
    """No coordinator of the commune: straight to the province, which is told why."""
    await _ended(played, "sample-coordinator")
    await _tells(played, "lan", PORTAL)
    await _when(played, _at(23, 8))
    told = await _when(played, _at(23, 11))
    assert list(told) == ["tam"]
    assert "Cấp xã, phường chưa có người phụ trách" in told["tam"][0].text


async def test_where_nobody_is_it_waits_for_whoever_comes(played: World) -> None:
    """No leader, no commune, no province; then a coordinator joins and hears of it, once."""
    await _ended(played, "sample-leader", "sample-coordinator", "tam")
    await _tells(played, "lan", PORTAL)
    for hour in (8, 11, 14):
        assert await _when(played, _at(23, hour)) == {}
    await played.write(*_coordinator(played))
    told = await _when(played, _at(23, 17))
    assert list(told) == ["yen"]
    assert "Cấp đội chưa có người phụ trách" in told["yen"][0].text
    assert await _when(played, _at(24, 8)) == {}


def _coordinator(played: World) -> list[Effect]:
    return someone("yen", "Lê Yến", played, unit_code=sample.UNIT, role=Role.COORDINATOR)


async def test_nights_and_holidays_are_kept(played: World) -> None:
    """Told at half past five it waits for the morning; on a day off nobody is told."""
    played.clock.move(_at(23, 17, 30))
    await _tells(played, "lan", PORTAL)
    for hour in (19, 21):
        assert await _when(played, _at(23, hour)) == {}
    day_off = {"day_on": "2026-11-24", "name": "Ngày Văn hóa", "working": 0}
    await played.write(Effect("save_holiday", day_off))
    for hour in (8, 11, 14, 17):
        assert await _when(played, _at(24, hour)) == {}
    assert list(await _when(played, _at(25, 8))) == ["nam"]


async def test_a_missed_round_is_made_up_for(played: World) -> None:
    """The program was down from before eight until nine, and for days."""
    await _tells(played, "lan", PORTAL)
    assert list(await _when(played, _at(23, 9))) == ["nam"]
    assert list(await _when(played, _at(26, 9, 30))) == ["hoa"]
    assert await _when(played, _at(26, 10)) == {}


async def test_a_newcomers_word_waits_for_the_leader(played: World) -> None:
    """A leaked code wakes nobody: not at once, not in a round; accepted, it does."""
    for said in ("BK7M2QXA", "đồng ý", "có", "Nguyễn Thị Mai", "không cần"):
        await played.says("mai", said)
    heard = len(played.heard.get("nam", []))
    await _tells(played, "mai", PORTAL, "severity-dung")
    assert len(played.heard.get("nam", [])) == heard
    assert await _when(played, _at(23, 8)) == {}
    await played.says("nam", "duyệt")
    await played.taps("nam", VI("newcomers-accept"))
    assert list(await _when(played, _at(23, 11))) == ["nam"]


async def test_a_case_taken_meanwhile_does_not_climb(played: World) -> None:
    """Taken between the look and the write: the round is thought again."""
    await _tells(played, "lan", PORTAL)
    await _when(played, _at(23, 8))
    played.clock.move(_at(23, 11) - timedelta(seconds=1))
    await played.says("nam", "khó khăn đang mở")
    await played.says("nam", "1")
    await played.taps("nam", VI("case-take"))
    assert await _when(played, _at(23, 11)) == {}


async def test_a_day_has_its_measure(played: World) -> None:
    """Whoever was told five things today keeps the last message for the digest; the case waits a day."""
    key = (sample.TENANT, sample.person_id("leader"), "2026-11-23")
    await played.write(*(attention.taken(key, "role", played.clock.now()) for _ in range(5)))
    await _tells(played, "lan", PORTAL)
    for hour in (8, 11, 14, 17):
        assert await _when(played, _at(23, hour)) == {}
    assert list(await _when(played, _at(24, 8))) == ["nam"]
