"""Who sees which case: a leader what the own teams met, a coordinator the own subtree, nobody else's."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot import sample
from handlers.alike import alike
from handlers.conversation import action
from handlers.messages import Button
from handlers.permissions import Actor, level_over
from locales import words
from storage import teams
from storage.records.case import CaseCard, Level, Telling
from storage.records.membership import Membership, Role
from storage.records.person import Person
from storage.records.team import Team, Tenant
from tests.sample import furnish, someone
from tests.storage.made import AT, case, difficulty
from tests.world import World, shown, world

VI = words("vi")
TENANTS = ("01", "48")
UNITS = ("00235", "00004")
TEAMS = ("t1", "t2")
PLACES = st.sampled_from([*(("", team) for team in TEAMS), *((unit, "") for unit in (*UNITS, *TENANTS))])
ROLES = st.tuples(PLACES, st.sampled_from(list(Role)), st.booleans())
CASE = "00235-network-261123"
SECRET = "wifi tầng hai yếu"


def _actor(tenant: str, roles: list[tuple[tuple[str, str], Role, bool]]) -> Actor:
    person = Person(tenant=tenant, id="p", name="P", language="vi", of_age=True, created_at=AT)
    held = tuple(
        Membership(
            tenant=tenant,
            id=str(at),
            person_id="p",
            team_id=team,
            unit_code=unit,
            role=role,
            pending=pending,
            from_at=AT,
        )
        for at, ((unit, team), role, pending) in enumerate(roles)
    )
    return Actor("p", None, person, held)


@given(
    tenant=st.sampled_from(TENANTS),
    roles=st.lists(ROLES, max_size=4),
    of=st.sampled_from(TENANTS),
    unit=st.sampled_from(UNITS),
    met=st.sets(st.sampled_from(TEAMS), min_size=1),
)
def test_a_case_is_the_business_of_its_own_subtree_only(
    tenant: str, roles: list[tuple[tuple[str, str], Role, bool]], of: str, unit: str, met: set[str]
) -> None:
    """Whatever roles somebody holds: told by the roles themselves, one by one, in another way."""
    placed = case(tenant=of, unit_code=unit)
    held = {
        (at_unit, team)
        for (at_unit, team), role, pending in roles
        if not pending
        and ((role is Role.COORDINATOR and at_unit) or (role in (Role.LEADER, Role.DEPUTY) and team))
    }
    wanted = None
    if tenant == of and any(team in met for at_unit, team in held if team):
        wanted = Level.TEAM
    if tenant == of and (unit, "") in held:
        wanted = Level.COMMUNE
    if tenant == of and (of, "") in held:
        wanted = Level.PROVINCE
    assert level_over(_actor(tenant, roles), placed, met) == wanted


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team with a case, and people who have no business with it."""
    async with world(fresh) as made:
        await furnish(made)
        now = made.clock.now()
        team = Team(
            tenant=sample.TENANT,
            id="team-elsewhere",
            name="Đội nơi khác",
            unit_code="00004",
            campaign_id=sample.CAMPAIGN_ID,
            created_at=now,
        )
        abroad = Tenant(tenant="48", unit_code="48", name="Đà Nẵng", created_at=now)
        await made.write(
            teams.saved(team),
            teams.tenant_saved(abroad),
            *someone("binh", "Ngô Bình", made, team_id=team.id, role=Role.LEADER),
            *someone("cuong", "Hồ Cường", made, unit_code="00004", role=Role.COORDINATOR),
            *someone("xuan", "Lý Xuân", made, tenant="48", unit_code="48", role=Role.COORDINATOR),
        )
        for said in ("khó khăn", VI("difficulty-network"), VI("severity-cham"), SECRET):
            await made.says("lan", said)
        yield made


def _kept(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        tables = ("cases", "case_events", "case_waits", "difficulties")
        return [tuple(row) for name in tables for row in connection.execute(f"select * from {name}")]


def _forged() -> list[str]:
    verbs = ("", "take:", "free:", "up:", "back:", "close:", "open:")
    groups = ("", "infrastructure", "infrastructure:0", "solved")
    return [
        *(action("case", f"{verb}{CASE}") for verb in verbs),
        *(action("merge_cases", f"{verb}{CASE}") for verb in ("", "part:", "parts:")),
        *(action("cases", group) for group in groups),
        action("answer_case", CASE),
        action("difficulty", f"still:{CASE}"),
    ]


@pytest.mark.parametrize("who", ["binh", "cuong", "xuan", "la"])
async def test_no_button_of_a_case_works_for_outsiders(town: World, fresh: Path, who: str) -> None:
    """A leader elsewhere, a coordinator elsewhere, one of another province, a stranger."""
    before = _kept(fresh)
    for payload in _forged():
        for message in await town.presses(who, Button("", payload)):
            assert SECRET not in shown(message)
            assert VI("difficulty-network") not in shown(message)
    await town.says(who, "Đã xong rồi nhé")
    assert _kept(fresh) == before


async def test_whoever_is_above_sees_it(town: World) -> None:
    """Leader, commune, province."""
    for who in ("nam", "hoa", "tam"):
        (told,) = await town.presses(who, Button("", action("case", CASE)))
        assert SECRET in told.text


async def test_only_who_told_it_says_that_it_still_is_in_the_way(town: World) -> None:
    """Another volunteer cannot open somebody's case again."""
    await town.presses("hoa", Button("", action("case", f"close:{CASE}")))
    (told,) = await town.presses("nam", Button("", action("difficulty", f"still:{CASE}")))
    assert told.text == VI("case-gone")
    (told,) = await town.presses("lan", Button("", action("difficulty", f"still:{CASE}")))
    assert "vẫn vướng" in told.text


async def test_two_who_take_it_hear_who_was_first(town: World) -> None:
    """The second reads that somebody has it, and nothing is written twice."""
    await town.presses("nam", Button("", action("case", f"take:{CASE}")))
    (told,) = await town.presses("hoa", Button("", action("case", f"take:{CASE}")))
    assert "Đang xử lý: Nam" in told.text
    events = await town.rows("case_events_of_cases", tenants='["01"]', cases=f'["{CASE}"]')
    assert [one["kind"] for one in events] == ["taken"]


async def test_a_leader_does_not_pass_up_what_is_higher_already(town: World) -> None:
    """It is the commune's now; the leader may still answer or close it."""
    await town.presses("nam", Button("", action("case", f"up:{CASE}")))
    (told,) = await town.presses("nam", Button("", action("case", f"up:{CASE}")))
    labels = [one.label for row in told.choices for one in row]
    assert VI("case-up") not in labels
    assert VI("case-close") in labels
    (kept,) = await town.rows("cases_alone", tenants='["01"]', ids=f'["{CASE}"]')
    assert kept["level"] == "commune"


async def test_over_the_province_it_goes_by_letter(town: World) -> None:
    """The centre is not on this bot: said honestly, and the province keeps the case to answer it."""
    await town.presses("hoa", Button("", action("case", f"up:{CASE}")))
    (told,) = await town.presses("tam", Button("", action("case", f"up:{CASE}")))
    assert "Trung ương chưa dùng bot này" in told.text
    (told,) = await town.says("tam", "khó khăn đang mở")
    assert VI("difficulty-network") in told.text


async def test_passing_up_is_taken_back_within_ten_minutes(town: World) -> None:
    """And not once somebody did something with it."""
    await town.presses("nam", Button("", action("case", f"up:{CASE}")))
    await town.presses("hoa", Button("", action("case", f"take:{CASE}")))
    (told,) = await town.presses("nam", Button("", action("case", f"back:{CASE}")))
    assert told.text == VI("undo-too-late")


async def test_an_old_button_of_a_merged_case_leads_to_the_whole(town: World) -> None:
    """Nothing is done to the part alone."""
    for said in (
        "khó khăn",
        VI("difficulty-network"),
        VI("difficulty-other-case"),
        VI("severity-cham"),
        SECRET,
    ):
        await town.says("lan", said)
    await town.presses("hoa", Button("", action("merge_cases", CASE)))
    await town.says("hoa", "1")
    (part,) = await town.rows("cases_inside", tenants='["01"]', roots=f'["{CASE}"]')
    (told,) = await town.presses("hoa", Button("", action("case", f"close:{part['id']}")))
    assert told.text == VI("case-merged")


def _card(code: str, note: str, day_on: str = "2026-11-23") -> CaseCard:
    one = case(code, day_on)
    told = difficulty(case_id=one.id, code=code, note=note).model_dump()
    telling = Telling.model_validate({**told, "root_id": one.id, "team_name": "Đội"})
    return CaseCard.model_validate({**one.model_dump(), "tellings": (telling,)})


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (
            _card("data", "sai quê quán trên VNeID"),
            _card("data", "que quan sai tren vneid", "2026-11-24"),
            True,
        ),
        (_card("data", "sai quê quán"), _card("data", "chưa cập nhật địa chỉ mới", "2026-11-24"), False),
        (_card("network", ""), _card("network", "", "2026-11-24"), True),
        (_card("network", "cúp điện"), _card("network", "", "2026-11-24"), False),
        (
            _card("portal", "cổng báo lỗi ở bước nộp lệ phí"),
            _card("vneid", "cổng báo lỗi bước nộp lệ phí"),
            True,
        ),
        (_card("portal", "cổng treo"), _card("vneid", "không nhận otp"), False),
        (_card("place", "mưa"), _card("trust", ""), False),
    ],
)
def test_what_is_proposed_to_be_merged(first: CaseCard, second: CaseCard, same: bool) -> None:
    """Notes are compared without accents and order; a person decides."""
    assert alike(first, second) is same
    assert alike(second, first) is same
