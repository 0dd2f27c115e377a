"""A call for help goes on until somebody answers: by the clock, over a restart, and never to two at once."""

from datetime import datetime, timedelta
from pathlib import Path

from bot import sample
from handlers.messages import Lane, Outbound
from handlers.outgoing import read
from locales import words
from locales.formats import HANOI
from storage.effects import Effect
from storage.outbox import OutboxRow
from storage.records.membership import Role
from tests.sample import furnish, someone
from tests.world import World, world

VI = words("vi")
TAKE = VI("answer-help-take")


def _at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, second, tzinfo=HANOI)


def _calls(told: dict[str, list[Outbound]]) -> list[str]:
    """Who was called."""
    return sorted(
        who
        for who, messages in told.items()
        for one in messages
        if TAKE in [button.label for row in one.choices for button in row]
    )


async def _when(played: World, at: datetime) -> dict[str, list[Outbound]]:
    played.clock.move(at)
    await played.tick()
    return await played.settle()


def _deputy(played: World) -> list[Effect]:
    return someone("phu", "Phạm Văn Phú", played, team_id=sample.TEAM_ID, role=Role.DEPUTY)


async def _called(played: World, who: str = "lan", said: str = "cần hỗ trợ") -> list[str]:
    """Whom the call of ``who`` reaches at once."""
    before = {one: len(heard) for one, heard in played.heard.items()}
    await played.says(who, said)
    return _calls({one: heard[before.get(one, 0) :] for one, heard in played.heard.items()})


async def test_leader_then_deputy_then_commune(played: World) -> None:
    """At once, after five minutes, after ten; nobody twice, and nobody after that."""
    await played.write(*_deputy(played))
    assert await _called(played) == ["nam"]
    assert _calls(await _when(played, _at(7, 29, 59))) == []
    assert _calls(await _when(played, _at(7, 30, 15))) == ["phu"]
    assert _calls(await _when(played, _at(7, 34, 59))) == []
    assert _calls(await _when(played, _at(7, 35, 5))) == ["hoa"]
    told = await _when(played, _at(7, 40, 5))
    assert _calls(told) == []
    assert any("không còn ai khác" in one.text for one in told["lan"])
    for minute in (41, 45, 50, 59):
        assert "lan" not in await _when(played, _at(7, minute))


async def test_it_goes_on_after_a_restart(fresh: Path) -> None:
    """The program is killed after the call and starts four minutes later, then again after fifteen."""
    async with world(fresh) as before:
        await furnish(before)
        await before.write(*_deputy(before))
        assert await _called(before) == ["nam"]
        made = before.ids.made
    async with world(fresh) as after:
        after.ids.made = made + 1000
        assert _calls(await _when(after, _at(7, 29))) == []
        assert _calls(await _when(after, _at(7, 30))) == ["phu"]
        made = after.ids.made
    async with world(fresh) as later:
        later.ids.made = made + 1000
        later.clock.move(_at(7, 45))
        assert _calls(await _when(later, _at(7, 45))) == ["hoa"]
        await later.says("phu", "mình giúp")
        assert _calls(await _when(later, _at(7, 55))) == []


async def test_after_a_standstill_all_whose_turn_has_come_are_called(played: World) -> None:
    """The program was down from the first minute for a quarter of an hour: deputy and commune together."""
    await played.write(*_deputy(played))
    await _called(played)
    assert _calls(await _when(played, _at(7, 40))) == ["hoa", "phu"]


async def test_the_night_is_not_kept(played: World) -> None:
    """A class in the evening: somebody stands there."""
    played.clock.move(_at(21, 30))
    assert await _called(played) == ["nam"]
    assert _calls(await _when(played, _at(21, 35))) == ["hoa"]


async def test_calls_go_before_everything_else(played: World) -> None:
    """In the top lane, to whoever is called and to whoever asked; too late they are not sent at all."""
    await played.inbox.step()
    await played.intake.store(played.channel, [{"key": "x1", "who": "lan", "text": "cần hỗ trợ"}])
    await played.inbox.step()
    rows = await played.rows("outbox_heads", channel="paper", account="desk", now=2**62, busy="[]", most=50)
    owed = [OutboxRow.model_validate(dict(row)) for row in rows]
    (call,) = [one for one in owed if one.chat == "nam"]
    assert call.lane == Lane.URGENT
    assert call.deadline_at == played.clock.now() + timedelta(hours=2)
    assert TAKE in [button.label for row in read(call).choices for button in row]


async def test_of_two_who_take_it_at_once_one_has_it(played: World) -> None:
    """Leader and commune tap in the same second: one helps, the other reads who does."""
    await _called(played)
    await _when(played, _at(7, 30))
    taps = {
        who: next(
            button.value
            for one in played.heard[who]
            for row in one.choices
            for button in row
            if button.label == TAKE
        )
        for who in ("nam", "hoa")
    }
    await played.intake.store(
        played.channel,
        [
            {
                "key": f"t-{who}",
                "who": who,
                "kind": "tap",
                "data": value,
                "callback": f"c-{who}",
                "tapped": "m1",
            }
            for who, value in taps.items()
        ],
    )
    told = await played.settle()
    firsts = {who: told[who][0].text for who in taps}
    assert sum("Anh/chị đã nhận hỗ trợ" in text for text in firsts.values()) == 1
    assert sum("đã nhận hỗ trợ Mai Anh rồi" in text for text in firsts.values()) == 1
    assert len(told["lan"]) == 1
    assert _calls(await _when(played, _at(7, 36))) == []


async def test_a_second_tap_calls_nobody_twice(played: World) -> None:
    """It says where the call stands; words that come with it are passed on."""
    await _called(played)
    assert await _called(played) == []
    await played.says("lan", "/hotro cổng báo lỗi")
    assert "nói thêm: cổng báo lỗi" in played.heard["nam"][-1].text


async def test_a_newcomer_reaches_the_teams_leaders_only(played: World) -> None:
    """A leaked code does not wake the commune, and shows nobody's name."""
    for said in ("BK7M2QXA", "đồng ý", "có", "Nguyễn Thị Mai", "không cần"):
        await played.says("mai", said)
    assert await _called(played, "mai") == ["nam"]
    told = await _when(played, _at(7, 30))
    assert _calls(told) == []
    heard = "\n".join(one.text for one in played.heard["mai"])
    assert "Nam" not in heard
    assert "không còn ai khác" in heard


async def test_somebody_elses_call_is_not_taken(played: World) -> None:
    """Not by a leader of another team, a volunteer, a stranger; not ended by anybody but who asked."""
    await _called(played)
    (call,) = await played.rows("help_requests_calling", since=0)
    elsewhere = someone("binh", "Ngô Bình", played, team_id="team-elsewhere", role=Role.LEADER)
    await played.write(*elsewhere)
    for who in ("binh", "nam", "la"):
        await played.sends(who, kind="tap", data=f"do:call_help:done:{call['id']}")
    for who in ("binh", "la"):
        for verb in ("take", "text", "done"):
            await played.sends(who, kind="tap", data=f"do:answer_help:{verb}:{call['id']}")
        await played.says(who, "mình giúp")
    (still,) = await played.rows("help_requests_calling", since=0)
    assert dict(still) == dict(call)


async def test_an_old_call_is_over(played: World) -> None:
    """After two hours nobody is called any more, and the next tap is a new call."""
    await _called(played)
    await _when(played, _at(9, 26))
    assert await _called(played) == ["nam"]
