"""Whoever does not lead a team changes nothing of it and reads no name of it, whatever button they press."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot import sample
from handlers import conversations
from handlers.conversation import Conversation, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.registry import instances
from storage import attendances, reports, teams
from storage.effects import Effect
from storage.records.membership import Role
from storage.records.team import Campaign, Team, Tenant
from storage.records.work import Attendance, HelpReport, ReportState
from tests.sample import furnish, someone
from tests.world import World, shown, world

TEAM, ELSEWHERE, ABROAD = sample.TEAM_ID, "team-elsewhere", "48"
SECRET = ("Trần Văn Nam", "Nguyễn Thị Mai Anh", "Mai Anh", "Đỗ Thị Chờ", "Chờ", "9MQJ-5EF8", "9MQJ5EF8")
OUTSIDERS = ("lan", "binh", "cuong", "xuan", "mo", "la")
"""A volunteer of the team, a leader elsewhere, a coordinator elsewhere, a leader of another tenant, a
newcomer who waits, a stranger."""
PASSING = {"inbox", "outbox", "sessions", "join_tries", "faq_questions", "job_runs", "alembic_version"}
VERBS = ("", ":new", ":revoke", ":back", ":deputy", ":leader", ":volunteer", ":coordinator")


def _campaign(tenant: str, name: str, world: World) -> list[Effect]:
    now = world.clock.now()
    campaign = Campaign(
        tenant=tenant, id="c", name=name, starts_on="2026-11-01", ends_on="2027-01-01", created_at=now
    )
    team = Team(
        tenant=tenant,
        id=ELSEWHERE,
        name="Đội nơi khác",
        unit_code="00004",
        campaign_id="c",
        created_at=now,
    )
    return [teams.campaign_saved(campaign), teams.saved(team)]


def _newcomer(world: World) -> list[Effect]:
    """Đỗ Thị Chờ waits with hours and a report that would count."""
    now, common = world.clock.now(), {"tenant": sample.TENANT, "team_id": TEAM, "person_id": "mo"}
    return [
        *someone("mo", "Đỗ Thị Chờ", world, team_id=TEAM, role=Role.VOLUNTEER, pending=True),
        attendances.opened(
            Attendance(
                **common,
                id="mo-in",
                campaign_id=sample.CAMPAIGN_ID,
                day_on="2026-11-23",
                in_at=now,
                in_received_at=now,
                pending=True,
            )
        ),
        reports.added(
            HelpReport(
                **common,
                id="mo-report",
                unit_code=sample.UNIT,
                campaign_id=sample.CAMPAIGN_ID,
                day_on="2026-11-23",
                lines={"vneid": 3},
                groups={},
                state=ReportState.PENDING,
                created_at=now,
            )
        ),
    ]


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team, and everybody who has no business with it."""
    async with world(fresh) as made:
        await furnish(made)
        now = made.clock.now()
        abroad = Tenant(tenant=ABROAD, unit_code=ABROAD, name="Đà Nẵng", created_at=now)
        await made.write(
            *_newcomer(made),
            *_campaign(sample.TENANT, "Nơi khác", made),
            teams.tenant_saved(abroad),
            *_campaign(ABROAD, "Tỉnh khác", made),
            *someone("binh", "Ngô Bình", made, team_id=ELSEWHERE, role=Role.LEADER),
            *someone("cuong", "Hồ Cường", made, unit_code="00004", role=Role.COORDINATOR),
            *someone("xuan", "Lý Xuân", made, tenant=ABROAD, team_id=ELSEWHERE, role=Role.LEADER),
        )
        await made.says("nam", "mã vào đội")
        await made.taps("nam", "Mã mới")
        yield made


def _kept(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything the database holds, but for what passes through it."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        return {
            name: sorted(map(tuple, connection.execute(f"select * from {name}")), key=repr)
            for name in tables
            if name not in PASSING
        }
    finally:
        connection.close()


def _leaders() -> Iterator[Conversation]:
    """Every conversation that asks for a role, and the schedule, which shows a team by its id."""
    for one in instances(conversations, Conversation):
        if one.access >= Access.LEADER or one.name == "schedule":
            yield one


def _forged() -> list[str]:
    """Payloads as somebody who knows the team's id could make them."""
    named = [action(one.name, f"{TEAM}{verb}") for one in _leaders() for verb in VERBS]
    sections = [f"{name}:{TEAM}:261123" for name in ("", "attendance", "helped", "stuck", "missing")]
    return [*named, *(action("digest", one) for one in sections)]


async def _real(town: World) -> list[str]:
    """Every payload a leader is shown on the way through his conversations."""
    for said in ("đội", "mã vào đội", "ai đang trực", "lịch trực", "tổng hợp", "giờ tổng hợp", "menu"):
        await town.says("nam", said)
    for said in ("thêm ca", "mai", "cả ngày", "chưa rõ", "5"):
        await town.says("nam", said)
    for said in ("bỏ ca", "1", "1", "duyệt"):
        await town.says("nam", said)
    seen = [button.value for told in town.heard["nam"] for row in told.choices for button in row]
    return sorted({one for one in seen if TEAM in one or one.startswith("f:")})


async def _pressed(town: World, who: str, payloads: list[str]) -> str:
    """What ``who`` is told when pressing them all, notices under the finger too."""
    before = len(town.channel.sent)
    for payload in payloads:
        await town.presses(who, Button("", payload))
    return "\n".join(shown(message) for _, message in town.channel.sent[before:])


async def _leader_ways(town: World) -> list[str]:
    return [*_forged(), *await _real(town)]


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_no_button_of_a_team_works_for_outsiders(town: World, fresh: Path, who: str) -> None:
    payloads = await _leader_ways(town)
    assert len(payloads) > 60
    before = _kept(fresh)
    told = await _pressed(town, who, payloads)
    assert _kept(fresh) == before
    allowed = {"Chờ"} if who == "mo" else set()
    assert [name for name in SECRET if name in told and name not in allowed] == []


async def test_a_foreign_team_looks_like_one_that_does_not_exist(town: World) -> None:
    for one in _leaders():
        if one.name not in ("new_team", "campaign", "digest"):
            theirs = await town.presses("binh", Button("", action(one.name, TEAM)))
            nobodys = await town.presses("binh", Button("", action(one.name, "no-such-team")))
            assert [shown(told) for told in theirs] == [shown(told) for told in nobodys]


async def test_typed_words_of_leaders_show_outsiders_nothing(town: World, fresh: Path) -> None:
    before = _kept(fresh)
    for who in ("lan", "mo", "la"):
        for said in (
            "đội",
            "/doi",
            "mã vào đội",
            "ai đang trực",
            "duyệt",
            "giờ tổng hợp",
            "thêm ca",
            "bỏ ca",
        ):
            told = "\n".join(shown(one) for one in await town.says(who, said))
            assert [name for name in SECRET if name in told] == [], (who, said)
    assert _kept(fresh) == before


@pytest.mark.parametrize(
    "way",
    [
        ("duyệt", "Nhận"),
        ("thêm ca", "mai", "cả ngày", "chưa rõ", "5", "✓ Đúng, ghi lại"),
        ("bỏ ca", "1", "1", "Bỏ ca này"),
        ("giờ tổng hợp", "19h"),
    ],
)
async def test_a_form_closes_with_the_role_of_whoever_filled_it(
    town: World, fresh: Path, way: tuple[str, ...]
) -> None:
    """A leader who lost the role in the middle of a form finishes nothing, and is shown no name."""
    for said in way[:-1]:
        await town.says("nam", said)
    ended = "update memberships set to_at = from_at where person_id = 'sample-leader'"
    await town.database.write(lambda tx: tx.fetch(ended))
    before = _kept(fresh)
    told = [*await town.says("nam", way[-1]), *await town.says("nam", "lùi")]
    assert _kept(fresh) == before
    assert [name for name in SECRET for one in told if name in shown(one)] == []


async def test_coordinators_lead_what_lies_under_them(town: World) -> None:
    for who in ("hoa", "tam"):
        told = await town.presses(who, Button("", action("team", TEAM)))
        assert "1 người chờ duyệt" in shown(told[0])
    listed = shown((await town.says("hoa", "đội"))[0])
    assert "Đống Đa" in listed
    assert "nơi khác" not in listed


async def test_only_coordinators_found_teams(town: World, fresh: Path) -> None:
    before = _kept(fresh)
    for who in ("lan", "nam", "mo", "la"):
        for name in ("new_team", "campaign"):
            told = await _pressed(town, who, [action(name)])
            assert "Tên đội" not in told
            assert "Chiến dịch tên là gì" not in told
    assert _kept(fresh) == before


async def test_a_commune_coordinator_founds_teams_only_there(town: World) -> None:
    await town.says("hoa", "lập đội")
    await town.says("hoa", "Đội thử")
    for message in town.heard["hoa"]:
        assert "Đội làm ở xã, phường nào" not in message.text
    told = await town.taps("hoa", "Chiến dịch mẫu")
    assert "Phường Đống Đa" in told[-1].text
    await town.taps("hoa", "Sửa")
    assert [one.label for row in town.heard["hoa"][-1].choices for one in row][:3] == [
        "Đơn vị",
        "Tên đội",
        "Chiến dịch",
    ]
