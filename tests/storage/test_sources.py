"""A batch declares what it needs; each kind is asked for once, and each key gets its own rows."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest

from storage import people, teams
from storage.database import Database
from storage.queries import Tx
from storage.records.team import Campaign
from storage.sources import Facts, Source, json_list
from tests.storage.made import AT, TENANT, contact, fact, facts, known, person, team, tenant, world, write


async def test_each_kind_is_asked_for_once(any_database: Database) -> None:
    """Fifty turns that need the same kind of fact cost one query."""
    asked: list[list[str]] = []

    async def load(tx: Tx, keys: Sequence[str]) -> Mapping[str, int]:
        asked.append(sorted(keys))
        return {key: len(key) for key in keys if key != "unknown"}

    length = Source("length", load)
    found = await facts(any_database, *(length.of(key) for key in ("a", "bb", "a", "unknown")))
    assert asked == [["a", "bb", "unknown"]]
    assert (found.get(length.of("bb")), found.get(length.of("unknown"))) == (2, None)


def test_what_nobody_declared_is_a_mistake_in_the_program() -> None:
    """Not an absence: those two must never look alike."""
    with pytest.raises(KeyError):
        Facts().get(people.person.of((TENANT, "mai")))


async def test_a_key_gets_its_own_rows_only(any_database: Database) -> None:
    """The same ids in another tenant are other people."""
    elsewhere = [
        tenant("79"),
        people.saved(person("mai").model_copy(update={"tenant": "79", "name": "Mai khác"})),
        people.contact_saved(contact("x", tenant="79", person_id="mai")),
    ]
    mine = people.contact_saved(contact("mai", tenant=TENANT, person_id="mai"))
    await write(any_database, *world(*known("mai", "lan")), *elsewhere, mine)
    here, there, nobody = (TENANT, "mai"), ("79", "mai"), ("79", "lan")
    found = await facts(
        any_database, *(people.person.of(key) for key in (here, there, nobody)), people.contacts_of.of(here)
    )
    names = [
        one.name if one else None for one in (found.get(people.person.of(k)) for k in (here, there, nobody))
    ]
    assert names == ["Mai", "Mai khác", None]
    assert [one.chat for one in found.get(people.contacts_of.of(here)) or []] == ["mai"]


async def test_teams_come_with_their_campaign(any_database: Database) -> None:
    """What every turn about a team asks is in one card; closed teams are not offered."""
    exercise = Campaign(
        tenant=TENANT,
        id="c2",
        name="Tập",
        starts_on="2026-11-01",
        ends_on="2026-11-30",
        exercise=True,
        created_at=AT,
    )
    await write(
        any_database,
        *world(
            teams.campaign_saved(exercise),
            teams.saved(team("t2", campaign_id="c2")),
            teams.saved(team("t3", closed_at=AT + timedelta(days=1))),
        ),
    )
    card = await fact(any_database, teams.card.of((TENANT, "t2")))
    assert (card.campaign_name, card.exercise) == ("Tập", True)
    assert {one.id for one in await fact(any_database, teams.of_tenant.of(TENANT))} == {"t1", "t2"}
    assert {one.id for one in await any_database.read(teams.all_open)} == {"t1", "t2"}


def test_lists_reach_the_database_in_one_order() -> None:
    """The same keys make the same text, however often and in whatever order they come."""
    assert json_list(["b", "a", "b"]) == '["a","b"]'
