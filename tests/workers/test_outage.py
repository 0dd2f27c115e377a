"""An account that is away for minutes: who has another chat is answered there, the others hear of it once."""

from datetime import timedelta

import pytest

from bot.channel import AccountRefused, Doubtful, NetworkDown, SendError, Throttled
from bot.sample import TENANT
from handlers.messages import Lane, Outbound
from handlers.outgoing import Address, owed
from storage import outbox, people
from storage.outbox import OutboxRow
from tests.storage.made import contact
from tests.world import World

LAN, NAM = "sample-volunteer", "sample-leader"


def _message(played: World, text: str, chat: str, person: str, **more: object) -> OutboxRow:
    address = Address("paper", "desk", chat, TENANT, person)
    message = Outbound(text, **more)  # type: ignore[arg-type]  # fields of Outbound
    return owed(address, message, new_id=played.ids, now=played.clock.now())


async def _second_chat(played: World, person: str) -> None:
    there = contact("there", tenant=TENANT, person_id=person).model_copy(
        update={"key": "paper:other:there", "account": "other"}
    )
    await played.write(people.contact_saved(there))


async def _elsewhere(played: World) -> list[str]:
    rows = await played.database.read(
        lambda tx: outbox.heads(tx, "paper", "other", played.clock.now(), [], 10)
    )
    return [row.chat for row in rows]


async def _minutes(played: World, minutes: int) -> list[str]:
    """Let time pass, trying again and again; the texts that arrived since."""
    before = len(played.channel.sent)
    for _ in range(minutes * 6):
        played.clock.move(played.clock.now() + timedelta(seconds=10))
        await played.outbox.step()
        await played.outbox.settle()
    return [told.text for _, told in played.channel.sent[before:]]


def _fails(played: World, error: SendError | None) -> None:
    played.channel.failing = lambda to, told: error


@pytest.mark.parametrize(
    "error",
    [NetworkDown("down"), AccountRefused("401"), Throttled(timedelta(seconds=30), whole=True)],
    ids=lambda error: type(error).__name__,
)
async def test_after_five_minutes_who_has_another_chat_is_answered_there(
    quick: World, error: SendError
) -> None:
    _fails(quick, error)
    await _second_chat(quick, LAN)
    await quick.write(
        outbox.added(_message(quick, "1", "lan", LAN)), outbox.added(_message(quick, "2", "nam", NAM))
    )
    await _minutes(quick, 4)
    assert await _elsewhere(quick) == []
    await _minutes(quick, 3)
    assert await _elsewhere(quick) == ["there"]
    _fails(quick, None)
    assert [text[-1] for text in await _minutes(quick, 3)] == ["2"]


async def test_the_other_way_is_found_on_both_engines(played: World) -> None:
    """A chat that can be reached; a page that nobody has open is none."""
    page = contact("page", tenant=TENANT, person_id=NAM).model_copy(
        update={"key": "web:site:page", "channel": "web", "account": "site"}
    )
    await _second_chat(played, LAN)
    await played.write(
        people.contact_saved(page),
        outbox.added(_message(played, "1", "lan", LAN)),
        outbox.added(_message(played, "2", "nam", NAM)),
    )
    now = played.clock.now()
    assert await played.database.write(lambda tx: outbox.detour(tx, "paper", "desk", [], now)) == 1
    assert await _elsewhere(played) == ["there"]


async def test_when_it_is_back_each_chat_hears_once_that_it_was_away(quick: World) -> None:
    _fails(quick, NetworkDown("down"))
    await quick.write(
        *(outbox.added(_message(quick, text, "nam", NAM)) for text in ("1", "2")),
        outbox.added(_message(quick, "3", "lan", LAN)),
    )
    await _minutes(quick, 10)
    _fails(quick, None)
    told = await _minutes(quick, 2)
    assert sorted(text.splitlines()[-1] for text in told) == ["1", "2", "3"]
    noticed = [text for text in told if text.startswith("(Kênh này gián đoạn từ 7h25 đến 7h")]
    assert len(noticed) == 2, "one in each chat, also in that of the message that ended it"
    await quick.write(outbox.added(_message(quick, "4", "hoa", "sample-coordinator")))
    assert await _minutes(quick, 1) == ["4"]


async def test_what_the_bot_meant_to_say_by_itself_hours_ago_is_dropped(quick: World) -> None:
    _fails(quick, NetworkDown("down"))
    await quick.write(outbox.added(_message(quick, "digest", "nam", NAM, lane=Lane.ROLE)))
    await _minutes(quick, 6)
    quick.clock.move(quick.clock.now() + timedelta(hours=7))
    _fails(quick, None)
    assert await _minutes(quick, 2) == []
    await quick.write(outbox.added(_message(quick, "fresh", "lan", LAN)))
    assert [text.splitlines()[-1] for text in await _minutes(quick, 1)] == ["fresh"]


async def test_answers_of_long_ago_are_one_word_that_they_were_missed(quick: World) -> None:
    """An account whose month was spent for days owes nobody a pile of old answers when it is back."""
    _fails(quick, Throttled(timedelta(minutes=5), whole=True))
    await quick.write(*(outbox.added(_message(quick, text, "nam", NAM)) for text in ("1", "2", "3")))
    await _minutes(quick, 6)
    quick.clock.move(quick.clock.now() + timedelta(days=3))
    await quick.write(outbox.added(_message(quick, "4", "nam", NAM)))
    _fails(quick, None)
    missed, fresh = await _minutes(quick, 6)
    assert missed.startswith("(Kênh này gián đoạn từ 7h25 ngày 23/11 đến 7h")
    assert "cũ rồi" in missed
    assert fresh == "4"


async def test_who_may_have_missed_an_answer_hears_of_the_outage(quick: World) -> None:
    """A server that takes everything and answers nothing: an answer is tried twice, not for ever."""
    _fails(quick, Doubtful("no answer"))
    await quick.write(outbox.added(_message(quick, "1", "nam", NAM)))
    await _minutes(quick, 6)
    await quick.write(outbox.added(_message(quick, "2", "lan", LAN)))
    _fails(quick, None)
    assert [text.splitlines()[-1] for text in await _minutes(quick, 1)] == ["2"]
    await quick.write(outbox.added(_message(quick, "3", "nam", NAM)))
    (told,) = await _minutes(quick, 1)
    assert told.startswith("(Kênh này gián đoạn từ 7h25 đến 7h3")
    assert told.endswith("3")


async def test_at_night_that_word_waits_for_what_the_person_says_next(quick: World) -> None:
    _fails(quick, NetworkDown("down"))
    await quick.write(outbox.added(_message(quick, "old", "nam", NAM)))
    await _minutes(quick, 6)
    quick.clock.move(quick.clock.now() + timedelta(hours=16))
    _fails(quick, None)
    await quick.write(outbox.added(_message(quick, "1", "lan", LAN)))
    assert [text.splitlines()[-1] for text in await _minutes(quick, 2)] == ["1"]
    await quick.write(outbox.added(_message(quick, "2", "nam", NAM)))
    (told,) = await _minutes(quick, 1)
    assert told.startswith("(Kênh này gián đoạn")
    assert told.endswith("2")


async def test_a_process_that_begins_in_an_outage_knows_of_it(quick: World) -> None:
    """The one before died while the account was away; what waits says since when."""
    await _second_chat(quick, LAN)
    await quick.write(
        outbox.added(_message(quick, "1", "lan", LAN)), outbox.added(_message(quick, "2", "nam", NAM))
    )
    quick.clock.move(quick.clock.now() + timedelta(minutes=9))
    _fails(quick, NetworkDown("down"))
    for _ in range(2):
        await quick.outbox.step()
        await quick.outbox.settle()
    assert await _elsewhere(quick) == ["there"], "five minutes are over: nobody waits for them again"
    _fails(quick, None)
    (told,) = await _minutes(quick, 1)
    assert told.startswith("(Kênh này gián đoạn từ 7h25 đến 7h3")


async def test_a_program_that_was_merely_stopped_says_that_it_was(quick: World) -> None:
    """Ten minutes: the channel was well, so nothing is said of it; once, and to whoever waited."""
    await quick.write(outbox.added(_message(quick, "1", "lan", LAN)))
    quick.clock.move(quick.clock.now() + timedelta(minutes=10))
    (told,) = await _minutes(quick, 1)
    assert told.startswith("(Mình tạm nghỉ từ 7h25 đến 7h35 nên trả lời chậm")
    await quick.write(
        outbox.added(_message(quick, "2", "lan", LAN)), outbox.added(_message(quick, "3", "nam", NAM))
    )
    assert sorted(await _minutes(quick, 1)) == ["2", "3"]


async def test_a_restart_of_a_minute_says_nothing(quick: World) -> None:
    await quick.write(outbox.added(_message(quick, "1", "lan", LAN)))
    quick.clock.move(quick.clock.now() + timedelta(minutes=1))
    assert await _minutes(quick, 1) == ["1"]


async def test_the_account_is_tried_again_with_what_comes_next(quick: World) -> None:
    await _second_chat(quick, LAN)
    _fails(quick, NetworkDown("down"))
    await quick.write(outbox.added(_message(quick, "1", "lan", LAN)))
    await _minutes(quick, 7)
    assert await _elsewhere(quick) == ["there"]
    _fails(quick, None)
    await quick.write(outbox.added(_message(quick, "2", "lan", LAN)))
    assert [text.splitlines()[-1] for text in await _minutes(quick, 2)] == ["2"]
