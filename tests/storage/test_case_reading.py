"""Cases as they are read: by unit and team, by likeness, by day, in tallies, with who answers for them."""

from datetime import timedelta
from typing import Any

from storage import case_tallies, cases, difficulties, holders, people, teams
from storage.database import Database
from storage.records.case import CaseEvent, case_id
from storage.records.membership import Role
from tests.storage.made import (
    AT,
    DAY,
    KEY,
    TENANT,
    campaign,
    case,
    contact,
    difficulty,
    fact,
    known,
    later,
    member,
    person,
    team,
    tenant,
    world,
    write,
)

WEEK = ("2026-11-23", "2026-11-29")
PROVINCE = (TENANT, TENANT, *WEEK)


async def test_a_unit_and_a_team_see_their_own(any_database: Database) -> None:
    """Asked together, each scope gets its cases; another tenant has none of them."""
    elsewhere = team("t2", unit_code="00004")
    own = case(id="00004-x", root_id="00004-x", unit_code="00004")
    await write(any_database, *world(*known("mai")), tenant("79"), teams.saved(elsewhere))
    await write(any_database, cases.opened(case()), cases.opened(own), difficulties.added(difficulty()))
    await write(
        any_database, difficulties.added(difficulty("d2", case_id=own.id, team_id="t2", unit_code="00004"))
    )
    since = later(-60)
    scopes = {
        "wide": (TENANT, TENANT, "", since),
        "unit": (TENANT, "00235", "", since),
        "team": (TENANT, "", "t2", since),
        "abroad": ("79", "79", "", since),
    }
    found = await any_database.read(lambda tx: cases.under.load(tx, list(scopes.values())))
    seen = {name: {one.unit_code for one in found[key]} for name, key in scopes.items()}
    assert seen == {"wide": {"00235", "00004"}, "unit": {"00235"}, "team": {"00004"}, "abroad": set()}


async def test_near_cases_are_of_the_same_commune_and_days(any_database: Database) -> None:
    """Not those told apart, those answered, those of an exercise, those of the week before."""
    same, apart, old = case("portal"), case("vneid"), case("data", created_at=AT - timedelta(hours=49))
    solved = case("skill", solved_at=AT)
    exercise = case("trust", exercise=True)
    every = (case(), same, apart, old, solved, exercise)
    await write(any_database, *world(*known("mai")), *map(cases.opened, every))
    told = [difficulty(f"d{at}", case_id=one.id, code=one.code) for at, one in enumerate(every)]
    event = CaseEvent(tenant=TENANT, id="e", case_id=apart.id, kind="apart", other=case().id, at=AT)
    await write(any_database, *map(difficulties.added, told), cases.noted(event))
    found = await fact(any_database, cases.near.of((TENANT, case().id)))
    assert [one.id for one in found] == [same.id]
    (kept,) = await fact(any_database, cases.history.of((TENANT, apart.id)))
    assert kept == event


async def test_what_a_team_met_and_what_was_solved(any_database: Database) -> None:
    """A day shows what was told on it and what of the team's own was answered on it."""
    before = case("portal", "2026-11-22", created_at=AT - timedelta(days=1), solved_at=AT)
    older = case("vneid", "2026-11-22", created_at=AT - timedelta(days=1))
    every = (case(), before, older)
    told = [difficulty(f"d{at}", case_id=one.id, day_on=one.day_on) for at, one in enumerate(every)]
    await write(any_database, *world(*known("mai")), *map(cases.opened, every))
    await write(any_database, *map(difficulties.added, told))
    span = (*KEY, DAY, AT - timedelta(hours=8), AT + timedelta(hours=16))
    found = await fact(any_database, cases.of_team.of(span))
    assert {one.id for one in found} == {case().id, before.id}


async def test_tallies_of_many_units_at_once(any_database: Database) -> None:
    """Cases by kind with the communes affected and the days; a province adds up what is distinct."""
    places = ("00235", "00004")
    await write(any_database, *world(*known("mai", "lan"), teams.saved(team("t2", unit_code="00004"))))
    exercise = campaign("c2", exercise=True)
    await write(any_database, exercise, cases.opened(case("trust", exercise=True)))
    number = 0
    for unit in places:
        for day in ("2026-11-23", "2026-11-24"):
            key = case_id(unit, day, "network")
            await write(any_database, cases.opened(case(day_on=day, id=key, root_id=key, unit_code=unit)))
            for who in ("mai", "lan"):
                number += 1
                one = difficulty(f"d{number}", case_id=key, unit_code=unit, day_on=day, person_id=who)
                await write(any_database, difficulties.added(one))
    trust = difficulty("x", case_id=case("trust").id, code="trust")
    await write(any_database, difficulties.added(trust))
    keys = [PROVINCE, (TENANT, "00235", *WEEK), (TENANT, "00004", "2026-11-24", "2026-11-24")]
    found = await any_database.read(lambda tx: case_tallies.of_unit.load(tx, keys))
    counted = {key: [(t.code, t.cases, t.communes, t.days, t.people) for t in found[key]] for key in keys}
    assert counted == {
        keys[0]: [("network", 4, 2, 2, 2)],
        keys[1]: [("network", 2, 1, 2, 2)],
        keys[2]: [("network", 1, 1, 1, 2)],
    }


async def test_holders_of_a_case_are_those_above_its_teams(any_database: Database) -> None:
    """Leader, deputy, the commune, the province; not a volunteer, not another commune's coordinator."""
    roles: dict[str, dict[str, Any]] = {
        "nam": {"role": Role.LEADER},
        "phu": {"role": Role.DEPUTY},
        "hoa": {"role": Role.COORDINATOR, "team_id": "", "unit_code": "00235"},
        "xa": {"role": Role.COORDINATOR, "team_id": "", "unit_code": "00004"},
        "tam": {"role": Role.COORDINATOR, "team_id": "", "unit_code": TENANT},
        "cho": {"role": Role.LEADER, "pending": True},
    }
    everybody = [
        effect
        for who, role in roles.items()
        for effect in (
            people.saved(person(who)),
            people.joined(member(who, **role)),
            people.contact_saved(contact(who, tenant=TENANT, person_id=who)),
        )
    ]
    await write(any_database, *world(*known("mai")), *everybody, cases.opened(case()))
    await write(any_database, difficulties.added(difficulty()))
    of_case = await fact(any_database, holders.of_case.of((TENANT, case().id)))
    of_team = await fact(any_database, holders.of_team.of(KEY))
    assert sorted((one.level, one.person_id) for one in of_team) == [
        ("commune", "hoa"),
        ("province", "tam"),
        ("team", "nam"),
        ("team", "phu"),
    ]
    assert of_case == of_team


async def test_hours_a_province_chose_are_its_own(any_database: Database) -> None:
    """Chosen again they are replaced."""
    await write(
        any_database, cases.wait_set(TENANT, "network", 5, AT), cases.wait_set("79", "network", 9, AT)
    )
    await write(any_database, cases.wait_set(TENANT, "network", 0, AT))
    assert await fact(any_database, cases.waits.of(TENANT)) == {"network": 0}


async def test_difficulties_go_to_the_team_and_their_teller(any_database: Database) -> None:
    """Once each."""
    await write(any_database, *world(*known("mai")), *[difficulties.added(difficulty())] * 2)
    assert await fact(any_database, difficulties.of_team.of((*KEY, DAY, DAY))) == [difficulty()]
    assert await fact(any_database, difficulties.of_person.of((TENANT, "mai", DAY))) == [difficulty()]
