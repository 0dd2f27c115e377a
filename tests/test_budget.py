"""Messages of a bot on a platform that counts: counted, warned of, kept for answers when they run short."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot import sample
from handlers.allowance import ALLOWED
from handlers.broadcasting import preview
from handlers.messages import Lane, Outbound
from handlers.outgoing import Address, owed
from locales import words
from locales.formats import local
from storage import account_use, bot_accounts, broadcasts, outbox, people
from storage.account_use import Use
from storage.bot_accounts import AccountState, BotAccount
from storage.people import contact_saved
from storage.records.broadcast import Audience, Reach
from storage.sources import Facts
from tests.paper import SCARCE
from tests.sample import furnish
from tests.storage.made import contact
from tests.world import World, world

NOON = datetime(2026, 11, 10, 5, tzinfo=UTC)
"""The tenth of thirty days: a third of the month has gone."""


@asynccontextmanager
async def scarce(path: Path, *, spent: int = 0) -> AsyncIterator[World]:
    """A world where messages are counted, ``spent`` of them gone this month."""
    async with world(path, SCARCE) as played:
        played.clock.move(NOON)
        await furnish(played)
        own = BotAccount(
            tenant=sample.TENANT, id="own-bot", channel="paper", account="desk", unit_code="00235",
            team_id=sample.TEAM_ID, sealed_token="x", state=AccountState.LIVE, title="Bot Áo Xanh",
            created_at=NOON,
        )  # fmt: skip
        await played.write(bot_accounts.added(own), *account_use.counted("paper", "desk", NOON, sent=spent))
        yield played


async def _use(played: World) -> Use:
    return await played.database.read(lambda tx: account_use.month(tx, "paper", "desk", "2026-11"))


async def _owes(played: World, *lanes: Lane) -> list[str]:
    for number, lane in enumerate(lanes):
        to = Address("paper", "desk", f"chat-{number}")
        row = owed(to, Outbound(lane.name, lane=lane), new_id=played.ids, now=played.clock.now())
        await played.write(outbox.added(row))
    return [message.text for told in (await played.settle()).values() for message in told]


async def test_what_comes_and_goes_is_counted_once(fresh: Path) -> None:
    async with scarce(fresh) as played:
        await played.says("lan", "vào ca")
        await played.says("lan", "5 vneid")
        assert await _use(played) == Use(sent=2, received=2)


@pytest.mark.parametrize(
    ("spent", "going"),
    [
        (0, ["URGENT", "REPLY", "ROLE", "REMINDER"]),
        (2399, ["URGENT", "REPLY", "ROLE", "REMINDER"]),
        (2400, ["URGENT", "REPLY", "ROLE"]),
        (2850, ["URGENT", "REPLY"]),
        (2999, ["URGENT", "REPLY"]),
    ],
)
async def test_reminders_go_without_first_and_answers_never(
    fresh: Path, spent: int, going: list[str]
) -> None:
    lanes = (Lane.URGENT, Lane.REPLY, Lane.ROLE, Lane.REMINDER)
    async with scarce(fresh, spent=spent) as played:
        assert sorted(await _owes(played, *lanes)) == sorted(going)
        use = await _use(played)
        assert (use.dropped, use.dropped_lists) == ("REMINDER" not in going, "ROLE" not in going)


def test_within_the_calendar_nothing_goes_without() -> None:
    """On the last day of the month all of it may be spent, and not one more."""
    last = date(2026, 11, 30)
    assert ALLOWED.sends(Lane.REMINDER, Use(sent=2999), last)
    assert not ALLOWED.sends(Lane.REMINDER, Use(sent=2000, received=1000), last)
    assert replace(ALLOWED, counts_received=False).sends(Lane.REMINDER, Use(sent=2000, received=1000), last)


async def test_leaders_hear_of_each_mark_once(fresh: Path) -> None:
    async with scarce(fresh, spent=2400) as played:
        heard: list[str] = []
        for spent in (0, 10, 450, 10):
            await played.write(*account_use.counted("paper", "desk", NOON, sent=spent))
            for _ in range(2):
                await played.tick()
                heard += [message.text for message in (await played.settle()).get("nam", [])]
        marks = [text for text in heard if "số tin của tháng" in text]
        assert [("80 %" in text, "95 %" in text) for text in marks] == [(True, False), (False, True)]


async def test_the_leader_sees_what_is_left_and_what_was_dropped(fresh: Path) -> None:
    async with scarce(fresh, spent=2400) as played:
        await _owes(played, Lane.REMINDER)
        (told,) = await played.says("nam", "ngân sách tin")
        assert "2.400/3.000" in told.text
        assert "1 lời nhắc" in told.text


async def test_a_day_far_above_its_share_is_said_while_it_lasts(fresh: Path) -> None:
    """At 80 and 95 % of the day, and again on the next."""
    async with scarce(fresh) as played:
        heard: list[str] = []
        for spent, later in ((230, 0), (10, 0), (45, 0), (0, 1), (240, 0)):
            played.clock.move(played.clock.now() + timedelta(days=later))
            await played.write(*account_use.counted("paper", "desk", local(played.clock.now()), sent=spent))
            await played.tick()
            heard += [message.text for message in (await played.settle()).get("nam", [])]
        marks = [text for text in heard if "mức nên giữ trong một ngày" in text]
        assert ["80 %" in text for text in marks] == [True, False, True]
        assert "240 tin" in marks[0]


@pytest.mark.parametrize(("people", "said"), [(44, []), (45, ["45/50"]), (50, ["50/50"])])
async def test_a_bot_that_fills_up_is_said(fresh: Path, people: int, said: list[str]) -> None:
    async with scarce(fresh) as played:
        own = BotAccount(
            tenant=sample.TENANT, id="zalo-bot", channel="zalo", account="7", unit_code="00235",
            team_id=sample.TEAM_ID, sealed_token="x", state=AccountState.LIVE, title="Bot Hai",
            created_at=NOON,
        )  # fmt: skip
        chats = [
            contact(f"v{one}", tenant=sample.TENANT, person_id=f"v{one}").model_copy(
                update={"key": f"zalo:7:v{one}", "channel": "zalo", "account": "7"}
            )
            for one in range(people)
        ]
        await played.write(bot_accounts.added(own), *(contact_saved(one) for one in chats))
        for _ in range(2):
            await played.tick()
        told = [message.text for message in (await played.settle()).get("nam", [])]
        marks = [text for text in told if "Bot Hai" in text]
        assert [mark in text for mark, text in zip(said, marks, strict=True)] == [True] * len(said)


async def test_of_a_bot_that_everybody_shares_the_leaders_who_write_to_it_hear(fresh: Path) -> None:
    async with world(fresh, SCARCE) as played:
        played.clock.move(NOON)
        await furnish(played)
        there = contact("nam", tenant=sample.TENANT, person_id="sample-leader").model_copy(
            update={"key": "zalo:9:nam", "channel": "zalo", "account": "9", "preferred": False}
        )
        await played.write(contact_saved(there), *account_use.counted("zalo", "9", NOON, sent=2400))
        await played.tick()
        told = [message.text for message in (await played.settle()).get("nam", [])]
        assert [text for text in told if "80 %" in text and "Bot dùng chung" in text] != []


async def test_the_leader_hears_who_was_not_reminded(fresh: Path) -> None:
    """Not only how many: those are people who can be called."""
    async with scarce(fresh, spent=2400) as played:
        to = Address("paper", "desk", "lan", sample.TENANT, "sample-volunteer")
        row = owed(to, Outbound("x", lane=Lane.REMINDER), new_id=played.ids, now=played.clock.now())
        await played.write(outbox.added(row))
        await played.settle()
        (told,) = await played.says("nam", "ngân sách tin")
        assert "Hôm nay chưa được nhắc: " in told.text
        played.clock.move(played.clock.now() + timedelta(days=1))
        (told,) = await played.says("nam", "ngân sách tin")
        assert "Hôm nay chưa được nhắc: " not in told.text


async def test_what_passes_is_counted_by_day_too(fresh: Path) -> None:
    async with scarce(fresh) as played:
        await played.says("lan", "menu")
        day = ("paper", "desk", "2026-11-10")
        facts = Facts()
        await played.database.read(lambda tx: facts.load(tx, [account_use.of_day.of(day)]))
        assert facts.get(account_use.of_day.of(day)) == Use(sent=1, received=1)


async def _reach(played: World, part: broadcasts.Part) -> list[Reach]:
    facts = Facts()
    await played.database.read(lambda tx: facts.load(tx, [broadcasts.reach.of(part)]))
    return facts.get(broadcasts.reach.of(part)) or []


async def test_a_broadcast_says_what_it_takes_of_each_bot(fresh: Path) -> None:
    """As the database knows it: what is spent, what it becomes, and whether that is too much."""
    async with scarce(fresh) as played:
        there = contact("nam", tenant=sample.TENANT, person_id="sample-leader").model_copy(
            update={"key": "zalo:7:nam", "channel": "zalo", "account": "7", "preferred": True}
        )
        part = (sample.TENANT, "00235", Audience.LEADERS, "2026-11")
        reader, told = words("vi"), list[str]()
        await played.write(
            people.contact_marked("paper", "desk", "nam", unreachable=True), contact_saved(there)
        )
        for spent in (1000, 1400):
            await played.write(*account_use.counted("zalo", "7", NOON, sent=spent))
            told.append(preview(reader, await _reach(played, part), NOON, ALLOWED))
        assert "đã dùng 1.000, gửi xong là 1.001/3.000 (33 %)" in told[0]
        assert "sắp hết tin" not in told[0]
        assert "2.401/3.000 (80 %)" in told[1]
        assert "sắp hết tin" in told[1]


async def test_the_month_turns_in_vietnam(fresh: Path) -> None:
    """The last evening in Vietnam is still the old month, whatever UTC says."""
    async with scarce(fresh) as played:
        played.clock.move(datetime(2026, 11, 30, 16, 59, tzinfo=UTC))
        await played.says("lan", "menu")
        played.clock.move(played.clock.now() + timedelta(minutes=2))
        await played.says("lan", "menu")
        assert (await _use(played)).sent == 1
