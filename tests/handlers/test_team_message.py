"""What a leader writes to the own team: who is in it gets it once, and nobody else sees or stops it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import sample
from handlers.conversation import action
from handlers.messages import Button
from storage import account_use, people, teams
from storage.queries import Tx
from storage.records.broadcast import Broadcast, BroadcastState
from storage.records.membership import Membership, Role
from storage.records.person import Contact
from storage.records.team import Team
from tests.sample import furnish, member, someone
from tests.world import World, world

TEXT = "Mai tập trung 7h ở UBND."


async def _settled(town: World) -> None:
    """The sample's team with a deputy and one who wants no reminders, and a second team with its leader."""
    await furnish(town)
    await town.write(*member("hai", "Lê Văn Hải", town, role=Role.DEPUTY))
    await town.write(*member("mai", "Nguyễn Thị Mai", town))
    await town.write(*someone("quy", "Đỗ Thị Quý", town, team_id=sample.TEAM_ID, role=Role.VOLUNTEER))


async def _one(town: World) -> Broadcast:
    async def work(tx: Tx) -> Broadcast:
        (row,) = await tx.fetch("select * from broadcasts order by id")
        return Broadcast.model_validate(dict(row))

    return await town.database.read(work)


async def _minutes(town: World, count: int) -> None:
    for _ in range(count * 3):
        town.clock.move(town.clock.now() + timedelta(seconds=20))
        await town.tick()
        await town.settle()


def _got(town: World) -> list[str]:
    return sorted(
        chat for chat, message in town.channel.sent if message.text.endswith(f"nhắn cả đội: {TEXT}")
    )


async def test_everybody_who_hears_gets_it_once(any_url: str, tmp_path: Path) -> None:
    """Not its sender, not who wants no reminders, whom the sender is told of by name before and after."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        (asked,) = await town.says("nam", f"nhắn đội: {TEXT}")
        assert "đến 3 người" in asked.text
        assert "Đỗ Thị Quý" in asked.text
        await town.says("nam", "1")
        await _minutes(town, 4)
        assert _got(town) == ["hai", "lan", "mai"]
        one = await _one(town)
        assert one.state is BroadcastState.DONE
        (told,) = await town.presses("nam", Button("", action("team_message", f"see:{one.id}")))
        assert "3/3 người đã nhận" in told.text
        assert "Chưa nhận được: Đỗ Thị Quý." in told.text


async def test_the_deputy_stops_it_after_a_restart(any_url: str, tmp_path: Path) -> None:
    """Within its minute nobody has it yet; another process knows of it."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await town.says("nam", f"nhắn đội {TEXT}")
        await town.says("nam", "1")
        one, now = await _one(town), town.clock.now()
    async with world(tmp_path / "unused", url=any_url) as again:
        again.ids.made, again.keys = town.ids.made, town.keys
        again.clock.move(now + timedelta(seconds=30))
        (told,) = await again.says("hai", "nhắn đội")
        assert TEXT in told.text
        await again.says("hai", "1")
        await _minutes(again, 4)
        assert _got(again) == []
        assert (await _one(again)).state is BroadcastState.STOPPED
        assert one.created_by == sample.person_id("leader")


@pytest.mark.parametrize("other", ["lan", "hoa", "tam", "van"])
async def test_nobody_else_looks_or_stops(any_url: str, tmp_path: Path, other: str) -> None:
    """Neither a member nor a coordinator above: whose team it is not, a forged button shows nothing."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await town.says("nam", f"nhắn đội: {TEXT}")
        await town.says("nam", "1")
        one = await _one(town)
        for conversation in ("team_message", "broadcast"):
            for verb in ("see", "who", "pause", "stop"):
                told = await town.presses(other, Button("", action(conversation, f"{verb}:{one.id}")))
                assert all(TEXT not in message.text and "đã nhận" not in message.text for message in told)
        assert (await _one(town)).state is BroadcastState.GOING
        (answer,) = await town.says(other, f"nhắn đội: {TEXT}")
        assert "Gửi cho" not in str(answer.choices)


async def test_a_coordinator_is_not_held_up_by_what_teams_are_told(any_url: str, tmp_path: Path) -> None:
    """A message of a team is no broadcast of the commune: the next one can be written."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await town.says("nam", f"nhắn đội: {TEXT}")
        await town.says("nam", "1")
        (asked,) = await town.says("hoa", "thông báo")
        assert "Gửi cho ai?" in asked.text


async def test_whoever_leads_two_teams_says_which(any_url: str, tmp_path: Path) -> None:
    """The question comes first; only that team gets it."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        second = teams.saved(
            Team(
                tenant=sample.TENANT,
                id="t2",
                name="Đội Hai",
                unit_code=sample.UNIT,
                campaign_id=sample.CAMPAIGN_ID,
                created_at=town.clock.now(),
            )
        )
        leads = Membership(
            tenant=sample.TENANT,
            id="nam-second",
            person_id=sample.person_id("leader"),
            team_id="t2",
            role=Role.LEADER,
            from_at=town.clock.now(),
        )
        await town.write(second, people.joined(leads))
        await town.write(*member("ba", "Vũ Thị Ba", town, team_id="t2"))
        (asked,) = await town.says("nam", f"nhắn đội: {TEXT}")
        assert "Nhắn đội nào?" in asked.text
        place = next(at for at, row in enumerate(asked.choices, 1) if "Đội Hai" in row[0].label)
        (preview,) = await town.says("nam", str(place))
        assert "đến 1 người" in preview.text
        await town.says("nam", "1")
        await _minutes(town, 4)
        assert _got(town) == ["ba"]


async def test_a_zalo_bot_that_runs_short_is_named(any_url: str, tmp_path: Path) -> None:
    """Where its month will not do the confirmation says so; elsewhere it says nothing of bots."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        there = Contact(
            key="zalo:b1:mai",
            channel="zalo",
            account="b1",
            chat="mai",
            tenant=sample.TENANT,
            person_id="mai",
            preferred=True,
            seen_at=town.clock.now(),
        )
        gone = people.contact_marked("paper", "desk", "mai", unreachable=True)
        await town.write(gone, people.contact_saved(there))
        (asked,) = await town.says("nam", f"nhắn đội: {TEXT}")
        assert "đến 3 người" in asked.text
        assert "Bot Zalo" not in asked.text
        await town.write(*account_use.counted("zalo", "b1", town.clock.now(), sent=2_950))
        (asked,) = await town.says("nam", f"nhắn đội: {TEXT}")
        assert "Bot Zalo b1: 1 tin" in asked.text
        assert "sắp hết tin" in asked.text
