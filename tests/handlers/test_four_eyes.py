"""A text to very many people goes when two persons want it, and never because one has two chats."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sample import TENANT
from handlers import broadcasting
from handlers.conversation import action
from handlers.messages import Button
from storage import people
from storage.records.broadcast import Broadcast, BroadcastState
from storage.records.membership import Role
from tests.sample import contact, furnish, someone
from tests.storage import made
from tests.world import World, world

TEXT = "Sáng thứ Bảy ra quân đồng loạt."
SECOND = "Nguyễn Minh Thư"


@pytest.fixture(name="town")
async def _town(any_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """The sample, where two people are very many; a second coordinator of the province, and one of a commune
    beside."""
    monkeypatch.setattr(broadcasting, "LARGE", 1)
    async with world(tmp_path / "unused", url=any_url) as town:
        await furnish(town)
        await town.write(
            *someone("thu", SECOND, town, unit_code=TENANT, role=Role.COORDINATOR),
            *someone("xa", "Lê Văn Xa", town, unit_code="00199", role=Role.COORDINATOR),
        )
        yield town


async def _asked(town: World) -> Broadcast:
    """What Tâm wrote, as it waits for a second person."""
    for said in ("thông báo", "bỏ qua", "mọi thành viên", TEXT, "1"):
        await town.says("tam", said)
    return await _only(town)


async def _only(town: World) -> Broadcast:
    rows = await town.rows("broadcasts_of_tenants", tenants=json.dumps([TENANT]), since=0)
    (one,) = [Broadcast.model_validate(dict(row)) for row in rows]
    return one


async def _answers(town: World, who: str, one: Broadcast, verb: str = "yes") -> str:
    told = await town.presses(who, Button("", action("four_eyes", f"{verb}:{one.id}")))
    return told[0].text if told else ""


def _heard(town: World, who: str) -> str:
    return "\n".join(message.text for chat, message in town.channel.sent if chat == who)


async def _half_an_hour(town: World) -> None:
    for _ in range(6):
        town.clock.move(town.clock.now() + timedelta(minutes=5))
        await town.tick()
        await town.settle()


async def test_nothing_goes_before_a_second_person_has_agreed(town: World) -> None:
    """The nearest is asked, not the one above; then it waits the ten minutes in which it can be stopped."""
    one = await _asked(town)
    assert one.state is BroadcastState.ASKED
    assert TEXT in _heard(town, "thu")
    assert TEXT not in _heard(town, "van")
    await _half_an_hour(town)
    assert TEXT not in _heard(town, "lan")
    assert "Đã đồng ý" in await _answers(town, "thu", one)
    assert (await _only(town)).next_at == town.clock.now() + broadcasting.WAIT
    assert f"{SECOND} đã đồng ý" in _heard(town, "tam")
    await _half_an_hour(town)
    assert TEXT in _heard(town, "lan")


async def test_a_pause_does_not_cut_short_the_time_to_stop_it(town: World) -> None:
    """Paused and let go on a minute after the second word, it still waits the rest of its ten minutes."""
    one = await _asked(town)
    await _answers(town, "thu", one)
    begins_at = (await _only(town)).next_at
    town.clock.move(town.clock.now() + timedelta(minutes=1))
    for verb, state in (("pause", BroadcastState.PAUSED), ("resume", BroadcastState.GOING)):
        await town.presses("thu", Button("", action("broadcast", f"{verb}:{one.id}")))
        assert ((await _only(town)).state, (await _only(town)).next_at) == (state, begins_at)
    await town.tick()
    await town.settle()
    assert TEXT not in _heard(town, "lan")


@pytest.mark.parametrize("who", ["tam", "tam-other", "hoa", "xa", "lan"])
async def test_the_word_of_these_does_not_count(town: World, who: str) -> None:
    """The same person, also from another chat of theirs; those below and beside; who coordinates nothing."""
    one = await _asked(town)
    await town.write(contact("tam-other", "tam", town))
    assert "Đã đồng ý" not in await _answers(town, who, one)
    assert (await _only(town)).state is BroadcastState.ASKED


async def test_one_account_known_as_two_persons_is_one(town: World) -> None:
    """Tâm has written to another bot as somebody else, from the same account of the platform."""
    one = await _asked(town)
    chat = made.contact("x", tenant=TENANT, person_id="tam").model_copy(
        update={"key": "paper:second:thu", "channel": "paper", "account": "second", "chat": "thu"}
    )
    await town.write(people.contact_saved(chat))
    assert "phải người khác" in await _answers(town, "thu", one)
    assert (await _only(town)).state is BroadcastState.ASKED


async def test_of_two_who_answer_at_once_the_first_stands(town: World) -> None:
    one = await _asked(town)
    await town.all_tap(
        {"thu": action("four_eyes", f"yes:{one.id}"), "van": action("four_eyes", f"no:{one.id}")}
    )
    state = (await _only(town)).state
    assert state in (BroadcastState.GOING, BroadcastState.REFUSED)
    other = "không còn chờ"
    assert (other in _heard(town, "thu")) is not (other in _heard(town, "van"))
    agreed = "đã đồng ý" in _heard(town, "tam")
    assert agreed is (state is BroadcastState.GOING)


async def test_after_a_day_nobody_can_agree(town: World) -> None:
    """Nor before the bot has said so; whoever wrote it hears it once."""
    one = await _asked(town)
    town.clock.move(town.clock.now() + timedelta(hours=24))
    assert "không còn chờ" in await _answers(town, "thu", one)
    for _ in range(3):
        await town.tick()
        await town.settle()
    assert _heard(town, "tam").count("24 giờ rồi chưa ai đồng ý") == 1
    assert (await _only(town)).state is BroadcastState.LAPSED


async def test_what_was_withdrawn_or_refused_stays_so(town: World) -> None:
    one = await _asked(town)
    await town.presses("tam", Button("", action("broadcast", f"stop:{one.id}")))
    assert "không còn chờ" in await _answers(town, "thu", one)
    await _half_an_hour(town)
    assert (await _only(town)).state is BroadcastState.STOPPED
    assert TEXT not in _heard(town, "lan")


async def test_both_words_are_in_the_audit_log(town: World) -> None:
    """Who asked and who agreed, by their ids."""
    one = await _asked(town)
    await _answers(town, "thu", one, "no")
    found = {row["what"]: row["who"] for row in await _entries(town, one)}
    assert found == {"text sent to many": "tam", "text to many decided by a second person": "thu"}


async def _entries(town: World, one: Broadcast) -> list[dict[str, str]]:
    sql = f"select what, actor as who from audit_events where subject = 'broadcast:{one.id}' order by at"
    return [dict(row) for row in await town.database.read(lambda tx: tx.fetch(sql))]


async def test_where_there_is_nobody_the_way_is_named_and_works(town: World) -> None:
    """The centre has one coordinator: the operator's command; the text is kept for who comes in."""
    for said in ("thông báo", "bỏ qua", "điều phối viên", TEXT, "1"):
        await town.says("van", said)
    assert "aoxanh invite --role coordinator --unit 00" in _heard(town, "van")
    await town.write(*someone("moi", "Trần Mới", town, tenant="00", unit_code="00", role=Role.COORDINATOR))
    (told,) = await town.says("moi", "thông báo chờ")
    assert TEXT in told.text
    (told,) = await town.says("moi", "1")
    assert "Đã đồng ý" in told.text
