"""Reminding those who have not sent their week: exactly them, once a day, whoever asks and however often."""

from datetime import datetime, timedelta
from pathlib import Path

from bot import sample
from handlers.conversation import action
from handlers.messages import Button
from storage import people, teams
from storage.effects import Effect
from storage.records.membership import Role
from storage.records.team import Team
from tests.sample import furnish, someone
from tests.world import World, world

OVER = datetime.fromisoformat("2026-11-30T14:00:00+07:00")
KIM_LIEN, LANG = "00229", "00199"
ASKED = "chưa gửi tổng hợp tuần 48"


def _team(team_id: str, name: str, unit_code: str, town: World) -> Effect:
    return teams.saved(
        Team(
            tenant=sample.TENANT,
            id=team_id,
            name=name,
            unit_code=unit_code,
            campaign_id=sample.CAMPAIGN_ID,
            created_at=town.clock.now() - timedelta(days=10),
        )
    )


async def _settled(town: World) -> None:
    """Three communes with teams: one with Hoa and her deputy, one with Ly, one that nobody coordinates."""
    await furnish(town)
    await town.write(_team("t2", "Đội Hai", KIM_LIEN, town), _team("t3", "Đội Ba", LANG, town))
    for who, name, unit in (
        ("thu", "Hà Minh Thu", sample.UNIT),
        ("ly", "Phan Ngọc Lý", KIM_LIEN),
        ("toan", "Đặng Toàn", sample.TENANT),
    ):
        await town.write(*someone(who, name, town, unit_code=unit, role=Role.COORDINATOR))
    town.clock.move(OVER)


def _got(town: World) -> list[str]:
    return sorted(chat for chat, message in town.channel.sent if ASKED in message.text)


async def test_only_those_who_have_not_sent(any_url: str, tmp_path: Path) -> None:
    """Who has sent hears nothing; who cannot be reached is named, and no person is."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await town.presses("ly", Button("", action("weekly", f"send:{KIM_LIEN}:261123")))
        (told, *_) = await town.says("tam", "nhắc xã chưa gửi")
        assert _got(town) == ["hoa", "thu"]
        assert "đã nhắc 1 nơi: Phường Đống Đa." in told.text
        assert "Chưa nhắc được 1 nơi" in told.text
        assert "Hoa" not in told.text


async def test_once_a_day_whoever_asks(any_url: str, tmp_path: Path) -> None:
    """Two coordinators in the same moment, then once more: one message each; the next day another one."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        both = [{"key": f"at-once-{who}", "who": who, "text": "nhắc xã chưa gửi"} for who in ("tam", "toan")]
        await town.intake.store(town.channel, both)
        await town.settle()
        await town.says("tam", "nhắc đơn vị chưa gửi")
        assert _got(town) == ["hoa", "ly", "thu"]
        town.clock.move(town.clock.now() + timedelta(days=1))
        await town.says("toan", "nhắc xã chưa gửi")
        assert _got(town) == ["hoa", "hoa", "ly", "ly", "thu", "thu"]


async def test_who_lost_their_chat_is_not_taken_for_reminded(any_url: str, tmp_path: Path) -> None:
    """Named as not reached, and reminded as soon as there is somebody."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        await town.write(people.contact_marked("paper", "desk", "ly", unreachable=True))
        (told, *_) = await town.says("tam", "nhắc xã chưa gửi")
        assert "Chưa nhắc được 2 nơi" in told.text
        await town.write(people.contact_marked("paper", "desk", "ly", unreachable=False))
        await town.says("tam", "nhắc xã chưa gửi")
        assert _got(town) == ["hoa", "ly", "thu"]


async def test_nobody_reminds_above_their_unit(any_url: str, tmp_path: Path) -> None:
    """A commune's coordinator with a forged button of the province, a leader, a volunteer: nobody hears."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        for who in ("hoa", "nam", "lan"):
            await town.presses(who, Button("", action("weekly_nudge", f"see:{sample.TENANT}:261123")))
        assert _got(town) == []


async def test_a_week_that_is_not_over_is_not_asked_for(any_url: str, tmp_path: Path) -> None:
    """From the button of another day; nobody can send it yet."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        arg = f"see:{sample.TENANT}:261130"
        (told,) = await town.presses("tam", Button("", action("weekly_nudge", arg)))
        assert "chưa đủ ngày" in told.text
        assert not [chat for chat, message in town.channel.sent if "chưa gửi tổng hợp" in message.text]


async def test_a_commune_reminds_its_teams(any_url: str, tmp_path: Path) -> None:
    """The leader of a team with a report hears nothing."""
    async with world(tmp_path / "unused", url=any_url) as town:
        await _settled(town)
        town.clock.move(OVER - timedelta(days=2))
        for said in ("5 vneid", "1"):
            await town.says("lan", said)
        await town.write(_team("t4", "Đội Bốn", sample.UNIT, town))
        await town.write(*someone("bon", "Lê Bốn", town, team_id="t4", role=Role.LEADER))
        arg = f"see:{sample.UNIT}:261123"
        (told, *_) = await town.presses("hoa", Button("", action("weekly_nudge", arg)))
        assert "đã nhắc 1 đội: Đội Bốn" in told.text
        heard = sorted(
            chat for chat, message in town.channel.sent if "chưa có báo cáo nào. Anh/chị" in message.text
        )
        assert heard == ["bon"]
