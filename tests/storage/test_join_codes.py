"""Codes let in as many as they say, also when all come at once, and guessing is remembered."""

import asyncio
from datetime import timedelta

import pytest

from storage import join_codes, people
from storage.database import Database
from storage.effects import Lost
from storage.records.team import JoinCode
from tests.storage.made import AT, KEY, code, fact, later, member, person, world, write


async def _join(database: Database, record: JoinCode, key: str) -> bool:
    joining = [join_codes.used(record, AT), people.saved(person(key)), people.joined(member(key))]
    try:
        await write(database, *joining)
    except Lost:
        return False
    return True


async def test_the_fifty_first_use_fails_among_a_hundred_at_once(any_database: Database) -> None:
    """A hundred people tap a link of fifty uses: fifty are in the team, fifty are not."""
    await write(any_database, *world(join_codes.added(code())))
    joined = await asyncio.gather(*(_join(any_database, code(), f"p{n:03}") for n in range(100)))
    assert sum(joined) == 50
    assert len(await fact(any_database, people.members.of(KEY))) == 50
    assert (await fact(any_database, join_codes.by_code.of("BK7M2QXA"))).uses == 50
    assert not await _join(any_database, code(), "one-more")


@pytest.mark.parametrize(
    "dead",
    [
        code(expires_at=AT),
        code(revoked_at=AT - timedelta(minutes=1)),
        code(uses=50),
    ],
    ids=["expired", "revoked", "used up"],
)
async def test_a_dead_code_lets_nobody_in(any_database: Database, dead: JoinCode) -> None:
    """Expired, revoked and used up are refused by the database itself."""
    await write(any_database, *world(join_codes.added(dead)))
    assert not dead.works_at(AT)
    assert not await _join(any_database, dead, "mai")


async def test_a_code_comes_with_what_its_holder_is_shown(any_database: Database) -> None:
    """The team, where it works, and who answers for the data; an unknown code is nothing."""
    await write(any_database, *world(join_codes.added(code())))
    card = await fact(any_database, join_codes.by_code.of("BK7M2QXA"))
    assert (card.team_name, card.at_unit, card.exercise) == ("Đội t1", "00235", False)
    assert await fact(any_database, join_codes.by_code.of("ZZZZ9999")) is None


async def test_a_coordinators_code_belongs_to_a_unit(any_database: Database) -> None:
    """It has no team, and is shown with its unit."""
    personal = code("k", code="PERSONAL1", team_id="", unit_code="01", role="coordinator", max_uses=1)
    await write(any_database, *world(join_codes.added(personal)))
    card = await fact(any_database, join_codes.by_code.of("PERSONAL1"))
    assert (card.team_name, card.at_unit, card.exercise) == ("", "01", False)


async def test_one_tap_makes_a_teams_codes_worthless(any_database: Database) -> None:
    """A leaked link: every volunteer code of the team dies, a leader's personal code lives."""
    personal = code("k2", code="LEADER01", role="leader", max_uses=1)
    await write(any_database, *world(join_codes.added(code()), join_codes.added(personal)))
    await write(any_database, join_codes.revoked_for_team(KEY, AT))
    assert not await _join(any_database, code(), "mai")
    assert await _join(any_database, personal, "lan")
    assert [one.code for one in await fact(any_database, join_codes.of_team.of(KEY))] == ["LEADER01"]


async def test_one_code_can_be_revoked_alone(any_database: Database) -> None:
    """The others of the team go on."""
    second = code("k2", code="SECOND01")
    await write(any_database, *world(join_codes.added(code()), join_codes.added(second)))
    await write(any_database, join_codes.revoked(code(), AT))
    assert not await _join(any_database, code(), "mai")
    assert await _join(any_database, second, "lan")


async def test_wrong_tries_are_remembered_by_line(any_database: Database) -> None:
    """Since a moment, each line for itself."""
    await write(
        any_database,
        *(join_codes.wrong_try(f"t{n}", "mai", later(n)) for n in range(4)),
        join_codes.wrong_try("other", "lan", later(1)),
    )
    assert await fact(any_database, join_codes.tries.of(("mai", later(1)))) == [later(2), later(3)]
    assert await fact(any_database, join_codes.tries.of(("an", AT))) == []
