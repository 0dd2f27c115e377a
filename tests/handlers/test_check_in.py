"""Check-ins through the whole bot: what guessing gets, and that nobody is refused."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import sample
from handlers.presence_code import TRIES_A_DAY, TRIES_A_SHIFT, TeamCodes
from storage import people, teams
from storage.records.membership import Membership, Role
from storage.records.team import Team
from tests.sample import furnish, someone
from tests.world import World, world

PEOPLE = [f"p{number:02d}" for number in range(30)]


@pytest.fixture
async def team(fresh: Path) -> AsyncIterator[World]:
    """The sample team with thirty more volunteers."""
    async with world(fresh) as played:
        await furnish(played)
        for who in PEOPLE:
            name = f"Người {who}"
            await played.write(*someone(who, name, played, team_id=sample.TEAM_ID, role=Role.VOLUNTEER))
        yield played


async def _tried(played: World) -> list[str]:
    """Who sent each wrong code that was counted."""
    tenants, teams = f'["{sample.TENANT}"]', f'["{sample.TEAM_ID}"]'
    rows = await played.rows("code_tries_of_teams", tenants=tenants, teams=teams, since_on="2026-01-01")
    return [row["person_id"] for row in rows]


async def _grades(played: World) -> dict[str, str]:
    rows = await played.rows(
        "attendances_of_teams",
        tenants=f'["{sample.TENANT}"]',
        teams=f'["{sample.TEAM_ID}"]',
        since_on="2026-01-01",
        until_on="2027-01-01",
    )
    return {row["person_id"]: row["grade"] for row in rows}


async def test_three_tries_a_person_and_fifty_a_team(team: World) -> None:
    """Everybody guesses, all at the same moment, six times over: nobody is refused, nobody gains anything
    after the limit, and the limit holds although each batch was read before it was written."""
    right = TeamCodes(team.desk.code_key, (sample.TENANT, sample.TEAM_ID)).at(team.clock.now())
    wrong = "0000" if right != "0000" else "0001"
    for turn in range(6):
        guesses = [{"key": f"{who}-{turn}", "who": who, "text": f"vào ca {wrong}"} for who in PEOPLE]
        await team.intake.store(team.channel, guesses)
        await team.settle()
    tried = await _tried(team)
    assert len(tried) == TRIES_A_DAY
    assert max(map(tried.count, PEOPLE)) <= TRIES_A_SHIFT
    assert await _grades(team) == dict.fromkeys(PEOPLE, "D")
    late = await team.says("lan", f"vào ca {right}")
    assert "Đã vào ca" in late[0].text
    assert (await _grades(team))["sample-volunteer"] == "D", "the team's tries are used up: a leader confirms"


async def test_a_right_code_counts_no_try(team: World) -> None:
    """One message, one answer, proven."""
    right = TeamCodes(team.desk.code_key, (sample.TENANT, sample.TEAM_ID)).at(team.clock.now())
    for who in PEOPLE:
        assert len(await team.says(who, f"vào ca {right}")) == 1
    assert await _tried(team) == []
    assert set((await _grades(team)).values()) == {"B"}


async def test_a_code_says_which_team_is_meant(team: World) -> None:
    """Who is in two teams is asked for the team, but not when the code tells it."""
    now = team.clock.now()
    second = Team(
        tenant=sample.TENANT,
        id="second",
        name="Đội thứ hai",
        unit_code=sample.UNIT,
        campaign_id=sample.CAMPAIGN_ID,
        created_at=now,
    )
    member = Membership(
        tenant=sample.TENANT,
        id="lan-second",
        person_id=sample.person_id("volunteer"),
        team_id=second.id,
        role=Role.VOLUNTEER,
        from_at=now,
    )
    await team.write(teams.saved(second), people.joined(member))
    assert (await team.says("lan", "vào ca"))[0].text == "Bạn vào ca cho đội nào?"
    right = TeamCodes(team.desk.code_key, (sample.TENANT, second.id)).at(now)
    said = await team.says("lan", f"vào ca {right}")
    assert "Đội thứ hai" in said[0].text
    assert "có chứng thực" in said[0].text
