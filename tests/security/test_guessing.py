"""Codes that let people in: guessing does not pay, and a wrong one tells nothing of a right one."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot import sample
from storage import join_codes
from storage.records.membership import Role
from storage.records.team import JoinCode
from tests.chance import Chance
from tests.sample import furnish
from tests.world import World, world

CODE = "BK7M2QXA"
TRIES_AN_HOUR, TRIES_A_DAY = 5, 20


@pytest_asyncio.fixture
async def town(fresh: Path) -> AsyncIterator[World]:
    """The sample team."""
    async with world(fresh) as made:
        await furnish(made)
        yield made


def _code(town: World, code: str, **more: object) -> JoinCode:
    """A code of the team that works, but for what ``more`` says."""
    now = town.clock.now()
    works = {
        "tenant": sample.TENANT,
        "id": code,
        "code": code,
        "team_id": sample.TEAM_ID,
        "role": Role.VOLUNTEER,
        "max_uses": 50,
        "expires_at": now + timedelta(days=7),
        "created_at": now,
    }
    return JoinCode.model_validate(works | more)


async def test_after_five_wrong_codes_an_hour_not_even_a_right_one_is_taken(town: World) -> None:
    for _ in range(TRIES_AN_HOUR):
        assert "không dùng được" in (await town.says("mai", "ABCD2345"))[0].text
    tired = await town.says("mai", CODE)
    assert "không dùng được" not in tired[0].text
    assert "Mời bạn vào" not in tired[0].text
    town.clock.move(town.clock.now() + timedelta(hours=1, seconds=1))
    assert "Mời bạn vào" in (await town.says("mai", CODE))[0].text


async def test_twenty_wrong_codes_a_day_are_all(town: World) -> None:
    guesses = Chance()
    for _ in range(TRIES_A_DAY // TRIES_AN_HOUR):
        for _ in range(TRIES_AN_HOUR):
            await town.says("mai", guesses.new_code())
        town.clock.move(town.clock.now() + timedelta(hours=1, seconds=1))
    assert "Mời bạn vào" not in (await town.says("mai", CODE))[0].text
    assert await town.rows("memberships_of_people", tenants="[]", people="[]") == []


async def test_the_limit_holds_across_a_restart(town: World, fresh: Path) -> None:
    for _ in range(TRIES_AN_HOUR):
        await town.says("mai", "ABCD2345")
    await town.database.close()
    async with world(fresh) as again:
        again.keys, again.ids.made = town.keys, town.ids.made
        assert "Mời bạn vào" not in (await again.says("mai", CODE))[0].text
    await town.database.start()


async def test_wrong_expired_revoked_and_used_up_codes_are_answered_alike(town: World) -> None:
    now = town.clock.now()
    await town.write(
        join_codes.added(_code(town, "EXPRD234", expires_at=now - timedelta(seconds=1))),
        join_codes.added(_code(town, "REVKD234", revoked_at=now)),
        join_codes.added(_code(town, "USEDP234", max_uses=1, uses=1)),
    )
    told = {
        (await town.says("mai", code))[0].text for code in ("EXPRD234", "REVKD234", "USEDP234", "NEVER234")
    }
    assert len(told) == 1


@pytest.mark.parametrize("typed", ["ＢＫ７Ｍ２ＱＸＡ", "bk7m–2qxa", "BK7M_2QXA", "BK7M.2QXA"])
async def test_a_code_is_read_alike_wherever_it_is_typed(town: World, typed: str) -> None:
    """What is looked up is what the form reads: nothing that looks like a code may end a turn."""
    await town.says("mai", "/start")
    assert "Mời bạn vào" in (await town.says("mai", typed))[0].text
    await town.says("tam", "/start")
    assert "không dùng được" in (await town.says("tam", "ｆｆｕｌｌｕｌｌ"))[0].text
    assert await town.rows("dead_updates") == []


async def test_a_guessed_link_code_shows_a_number_that_its_owner_does_not_see(town: World) -> None:
    """Six digits can be hit by a thousand guessers: whoever is asked compares what their own chat shows."""
    code = (await town.says("lan", "liên kết"))[0].text.split("của bạn: ")[1][:7]
    guesser = (await town.says("a stranger", code))[0].text
    asked = town.heard["lan"][-1].text
    number = guesser.partition("kèm số ")[2][:2]
    assert number.isdigit()
    assert f"hiện số {number} không" in asked
    own = (await town.says("lan on zalo", code))[0].text
    assert "không dùng được" in own
    assert number not in own
    assert "không nối" in (await town.says("lan", "không phải"))[0].text


async def test_many_guessers_are_an_alarm_though_each_stays_below_its_limit(town: World) -> None:
    """Once an hour, at night too; fewer, or spread over the day, are none."""
    town.clock.move(town.clock.now().replace(hour=19))  # two in the morning where the teams are
    guesses, start = Chance(), town.clock.now()

    async def guessed(chats: int, first: int = 0) -> list[str]:
        for chat in range(first, first + chats):
            for _ in range(TRIES_AN_HOUR - 1):
                await town.says(f"guesser-{chat}", guesses.new_code())
        with capture_logs() as lines:
            await town.tick()
        return [one["alarm"] for one in lines if one.get("alarm")]

    assert await guessed(49) == []
    assert await guessed(1, 49) == ["codes.guessed"]
    assert await guessed(1, 50) == [], "not again in this hour"
    town.clock.move(start + timedelta(hours=1, minutes=5))
    assert await guessed(0) == [], "ten minutes later they are forgotten"
    assert "Mời bạn vào" in (await town.says("mai", CODE))[0].text, "nobody else is kept out"
