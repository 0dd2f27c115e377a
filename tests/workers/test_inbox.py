"""The worker that thinks: one sick update is set aside, and everybody else goes on."""

from datetime import timedelta

from bot.channel import Raw
from handlers.messages import Button, Inbound, Outbound
from locales import words
from storage import inbox, join_codes, people, reports, sessions
from storage.database import StorageError
from storage.records.work import HelpReport
from tests.storage.made import AT, fact
from tests.world import World

PAUSES = (1, 5, 30, 120)
SLOW, SORRY = words("vi")("slow"), words("vi")("set-aside")
LAN = ("01", "sample-volunteer", "2026-11-23")


async def _all_say(played: World, **said: str) -> dict[str, list[Outbound]]:
    """Several people write in the same moment; what each is told."""
    played.keys += 1
    raws = [{"key": f"u{played.keys}-{who}", "who": who, "text": text} for who, text in said.items()]
    await played.intake.store(played.channel, raws)
    return await played.settle()


async def _after(played: World, seconds: float) -> dict[str, list[Outbound]]:
    played.clock.move(played.clock.now() + timedelta(seconds=seconds))
    return await played.settle()


async def _counts(played: World) -> dict[str, int]:
    return await played.database.read(inbox.counts)


def _texts(told: dict[str, list[Outbound]], who: str) -> list[str]:
    return [one.text for one in told.get(who, [])]


async def test_a_poisoned_update_is_set_aside_after_five_tries(played: World) -> None:
    """Pauses of 1, 5, 30, 120 s; a word after the second try, an apology after the fifth."""
    assert await _all_say(played, lan="raise") == {}
    told = {}
    for number, pause in enumerate(PAUSES, start=2):
        due = await played.database.read(lambda tx: inbox.next_retry_at(tx, played.clock.now()))
        assert due == played.clock.now() + timedelta(seconds=pause)
        assert await _after(played, pause - 0.5) == {}
        told[number] = _texts(await _after(played, 0.5), "lan")
    assert told == {2: [SLOW], 3: [], 4: [], 5: [SORRY]}
    assert await _counts(played) == {"waiting": 0, "dead": 1}


async def test_a_poisoned_update_holds_up_nobody_else(played: World) -> None:
    """In the same batch and while it waits, others are answered as if nothing were."""
    told = await _all_say(played, lan="raise", nam="menu", hoa="menu")
    assert (len(told["nam"]), len(told["hoa"]), told.get("lan")) == (1, 1, None)
    assert await _counts(played) == {"waiting": 1, "dead": 0}
    assert len(await played.says("nam", "lịch trực")) == 1


async def test_its_own_line_waits_and_then_goes_on_in_order(played: World) -> None:
    """What Lan says after it is answered after it, and nothing of it is lost."""
    await _all_say(played, lan="raise")
    assert await played.says("lan", "vào ca") == []
    assert await played.says("lan", "ra ca") == []
    heard = [text for pause in PAUSES for text in _texts(await _after(played, pause), "lan")]
    assert heard[:2] == [SLOW, SORRY]
    assert [text.split(":")[0].split(" lúc")[0] for text in heard[2:]] == ["Đã vào ca", "Đã ra ca"]


async def test_a_turn_that_raises_leaves_nothing(played: World) -> None:
    """The try that works is the only one that counts."""
    channel, tries = played.channel, []

    def read(raw: Raw) -> Inbound | None:
        if raw["text"] == "5 vneid":
            tries.append(raw)
            if len(tries) < 2:
                raise RuntimeError("not yet")
        return type(channel).read(channel, raw)

    channel.read = read  # type: ignore[method-assign]  # a channel that heals
    assert await _all_say(played, lan="5 vneid") == {}
    told = [text for pause in PAUSES for text in _texts(await _after(played, pause), "lan")]
    assert len(told) == 1
    assert await _counts(played) == {"waiting": 0, "dead": 0}


async def test_one_update_delivered_many_times_has_one_effect(played: World) -> None:
    """In one page, in several, and after it was done."""
    raw = {"key": "same", "who": "lan", "text": "vào ca"}
    await played.intake.store(played.channel, [raw, raw])
    await played.intake.store(played.channel, [raw])
    told = await played.settle()
    await played.intake.store(played.channel, [raw])
    assert await played.settle() == {}
    assert len(told["lan"]) == 1
    assert len(await played.rows("open_attendances", tenants='["01"]', people='["sample-volunteer"]')) == 1


async def test_a_tap_answered_twice_counts_once(played: World) -> None:
    """Two taps on the last button of a report: one report, and the second tap is answered too."""
    await played.says("lan", "5 vneid 2 dvc")
    confirm = _button(played, "lan", "✓ Đúng, ghi lại")
    await played.presses("lan", confirm)
    assert await played.presses("lan", confirm) == []
    kept: list[HelpReport] = await fact(played.database, reports.of_person.of(LAN))
    assert [one.lines for one in kept] == [{"vneid": 5, "online_service": 2}]
    answers = [message for _, message in played.channel.sent if message.callback]
    assert len({one.callback for one in answers}) == len(answers) == 2
    assert answers[-1].text


async def test_two_taps_that_arrive_together_count_once(played: World) -> None:
    """A nervous finger: both taps wait in the inbox before the first is thought."""
    await played.says("lan", "5 vneid")
    value = _button(played, "lan", "✓ Đúng, ghi lại").value
    taps = [
        {"key": f"t{n}", "who": "lan", "kind": "tap", "data": value, "tapped": "m1", "callback": f"c{n}"}
        for n in range(3)
    ]
    await played.intake.store(played.channel, taps)
    await played.settle()
    assert len(await fact(played.database, reports.of_person.of(LAN))) == 1


async def test_the_last_place_goes_to_one_of_those_who_come_together(played: World) -> None:
    """A code with one use left and three newcomers in the same batch: the others are told, not lost."""
    (code,) = await fact(played.database, join_codes.of_team.of(("01", "sample-team")))
    for _ in range(code.max_uses - 1):
        await played.write(join_codes.used(code, played.clock.now()))
    newcomers = ("an", "binh", "chi")
    for answer in ("BK7M-2QXA", "đồng ý", "có", "Nguyễn Văn An"):
        await _all_say(played, **dict.fromkeys(newcomers, answer))
    await _all_say(played, **dict.fromkeys(newcomers, "không"))
    await _after(played, 10)
    members = await fact(played.database, people.members.of(("01", "sample-team")))
    assert sum(one.name == "Nguyễn Văn An" for one in members) == 1
    last = [played.heard[who][-1].text for who in newcomers]
    assert sum(text.startswith("Chào An") for text in last) == 1
    assert last.count(words("vi")("join-wrong-code")) == 2


async def test_a_disk_that_refuses_is_nobodys_fault(quick: World) -> None:
    """Storage errors are not counted as tries, and the update is there when the disk is back."""
    await quick.intake.store(quick.channel, [{"key": "u1", "who": "lan", "text": "menu"}])
    write = quick.database.write

    async def full(work: object) -> None:
        raise StorageError("database or disk is full")

    quick.database.write = full  # type: ignore[assignment]  # a disk that is full for a while
    for _ in range(8):
        try:
            await quick.inbox.step()
        except StorageError:
            continue
        raise AssertionError("the worker did not hear of the full disk")
    quick.database.write = write  # type: ignore[method-assign]  # there is room again
    assert len((await quick.settle())["lan"]) == 1


def _button(played: World, who: str, label: str) -> Button:
    rows = [row for message in reversed(played.heard[who]) for row in message.choices]
    return next(button for row in rows for button in row if button.label == label)


async def test_a_place_that_nobody_can_read_holds_up_its_own_line_only(played: World) -> None:
    """Where people stand is read for all of a batch at once; what is wrong with one harms no other."""
    broken = sessions.Place(line="sample-volunteer", form="report", body="no session", updated_at=AT)
    await played.write(sessions.saved(broken))
    told = await _all_say(played, lan="menu", nam="menu", hoa="menu")
    assert (len(told["nam"]), len(told["hoa"]), told.get("lan")) == (1, 1, None)
    assert await _counts(played) == {"waiting": 1, "dead": 0}
