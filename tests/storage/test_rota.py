"""Planned shifts: never twice, moved as they were read, and every step can be taken back once."""

from datetime import timedelta

import pytest

from storage import holidays, people, rota_templates, shift_changes, shifts, signups, teams
from storage.database import Database
from storage.effects import Lost
from storage.records.rota import ChangeKind, RotaTemplate
from storage.shifts import PlacedShift
from tests.storage.made import (
    AT,
    KEY,
    TEAM,
    TENANT,
    change,
    contact,
    fact,
    known,
    later,
    place,
    shift,
    signup,
    world,
    write,
)

WINDOW = (TENANT, TEAM, AT, AT + timedelta(days=1))


async def _planned(database: Database) -> list[PlacedShift]:
    return await fact(database, shifts.of_team.of(WINDOW)) or []


async def test_the_same_shift_is_planned_once(any_database: Database) -> None:
    """Two leaders say yes to the same sheet."""
    await write(any_database, *world(shifts.planned(shift(needed=6, series_id="x"))))
    await write(any_database, shifts.planned(shift("s2", needed=5)))
    await write(any_database, shifts.planned(shift("s3", place_id="p1")))
    assert [(one.id, one.needed, one.series_id) for one in await _planned(any_database)] == [
        ("s1", 6, "x"),
        ("s3", 0, ""),
    ]


async def test_one_that_was_called_off_may_be_planned_again(any_database: Database) -> None:
    await write(any_database, *world(shifts.planned(shift())))
    await write(any_database, shifts.cancelled(shift(), AT))
    await write(any_database, shifts.planned(shift("s2")))
    assert [one.id for one in await _planned(any_database)] == ["s2"]


async def test_a_shift_is_moved_as_it_was_read(any_database: Database) -> None:
    """Whoever read it before another leader moved it is refused."""
    await write(any_database, *world(teams.place_saved(place()), shifts.planned(shift())))
    before = (await _planned(any_database))[0]
    after = before.model_copy(update={"ends_at": later(7200), "place_id": "p1", "needed": 3})
    await write(any_database, shifts.moved(before, after))
    moved = (await _planned(any_database))[0]
    assert (moved.ends_at, moved.place_name, moved.needed, moved.version) == (later(7200), "Một cửa", 3, 1)
    with pytest.raises(Lost):
        await write(any_database, shifts.moved(before, after))


async def test_what_changed_meanwhile_is_not_taken_back(any_database: Database) -> None:
    await write(any_database, *world(shifts.planned(shift()), shifts.planned(shift("s2", ends_at=later(60)))))
    first, second = await _planned(any_database)
    await write(any_database, shifts.moved(first, first.model_copy(update={"needed": 9})))
    await write(any_database, shifts.withdrawn(first, AT), shifts.withdrawn(second, AT))
    assert [one.id for one in await _planned(any_database)] == [first.id]


async def test_a_shift_called_off_takes_place_after_all(any_database: Database) -> None:
    await write(any_database, *world(shifts.planned(shift())))
    await write(any_database, shifts.cancelled(shift(), AT))
    await write(any_database, shifts.restored(shift(version=1)))
    assert [(one.id, one.version) for one in await _planned(any_database)] == [("s1", 2)]
    await write(any_database, shifts.restored(shift(version=2)))
    assert [one.version for one in await _planned(any_database)] == [2]


async def test_a_step_is_undone_once_and_knows_who_heard_of_it(any_database: Database) -> None:
    await write(
        any_database,
        *world(*known("mai", "lan"), shifts.planned(shift())),
        people.contact_saved(contact("mai", tenant=TENANT, person_id="mai")),
        people.contact_saved(contact("lan", tenant=TENANT, person_id="lan")),
    )
    await write(any_database, *signups.signed(signup(person_id="lan")))
    made = change(kind="cancelled", shifts=[{"id": "s1", "version": 1}], told=["mai"])
    await write(any_database, shift_changes.made(made), shifts.cancelled(shift(), AT))
    card = await fact(any_database, shift_changes.by_id.of((TENANT, "c1")))
    assert card.change == made
    assert card.change.kind is ChangeKind.CANCELLED
    assert card.team.id == TEAM
    assert [(one.id, one.cancelled_at) for one in card.shifts] == [("s1", AT)]
    assert [one.person_id for one in card.contacts] == ["lan", "mai"]
    assert card.expected == {"s1": {"lan"}}
    earlier = change("c0", made_at=later(-60))
    await write(any_database, shift_changes.made(earlier))
    assert (await fact(any_database, shift_changes.latest.of((TENANT, "mai")))).change == made
    await write(any_database, shift_changes.undone(made, later(60)))
    assert (await fact(any_database, shift_changes.latest.of((TENANT, "mai")))).change == earlier
    with pytest.raises(Lost):
        await write(any_database, shift_changes.undone(made, later(61)))


async def test_a_change_nobody_made_is_none(any_database: Database) -> None:
    assert await fact(any_database, shift_changes.by_id.of((TENANT, "none"))) is None


async def test_a_closed_place_is_offered_no_more(any_database: Database) -> None:
    """And keeps its name in what was planned there."""
    await write(any_database, *world(teams.place_saved(place()), shifts.planned(shift(place_id="p1"))))
    await write(any_database, teams.place_saved(place(closed_at=AT)))
    assert await fact(any_database, teams.places.of(KEY)) is None
    assert (await _planned(any_database))[0].place_name == "Một cửa"


async def test_templates_are_the_teams_own(any_database: Database) -> None:
    week = [{"weekday": 0, "starts": "07:30", "ends": "11:30", "place_id": "", "needed": 6}]
    kept = RotaTemplate(tenant=TENANT, id="w", team_id=TEAM, name="Tuần thường", shifts=week, created_at=AT)
    await write(any_database, *world(rota_templates.saved(kept)))
    await write(any_database, rota_templates.saved(kept.model_copy(update={"id": "v", "team_id": "t2"})))
    assert await fact(any_database, rota_templates.of_team.of(KEY)) == [kept]
    await write(any_database, rota_templates.dropped(kept))
    assert await fact(any_database, rota_templates.of_team.of(KEY)) is None


async def test_the_calendar_tells_holidays_from_days_worked_instead(any_database: Database) -> None:
    await write(any_database, *holidays.official())
    days = await fact(any_database, holidays.calendar.of(holidays.EVERYWHERE))
    named = {one.day_on: (one.name, one.working) for one in days.values()}
    assert named["2026-02-17"] == ("Tết Nguyên đán", False)
    assert named["2026-08-22"] == ("Làm bù", True)


async def test_the_contacts_of_a_team_are_those_of_accepted_members(any_database: Database) -> None:
    await write(
        any_database,
        *world(*known("mai", "lan")),
        people.contact_saved(contact("mai", tenant=TENANT, person_id="mai")),
        people.contact_saved(contact("khach")),
    )
    found = await fact(any_database, people.team_contacts.of(KEY))
    assert [one.person_id for one in found] == ["mai"]
