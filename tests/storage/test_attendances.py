"""Who was there: one open attendance a person, closed once, taken back while it is open."""

import asyncio

import pytest

from storage import attendances
from storage.database import Database
from storage.effects import Effect, Lost
from storage.records.work import Attendance
from tests.storage.made import AT, DAY, KEY, attendance, fact, known, later, world, write

MAI = ("01", "mai")


async def _won(database: Database, *effects: Effect) -> bool:
    try:
        await write(database, *effects)
    except Lost:
        return False
    return True


async def _open(database: Database) -> Attendance:
    await write(database, *world(*known("mai", "lan")), attendances.opened(attendance()))
    held: Attendance = await fact(database, attendances.still_open.of(MAI))
    return held


async def test_one_is_open_at_most(any_database: Database) -> None:
    """Ten taps at once on two devices: one check-in."""
    await write(any_database, *world(*known("mai")))
    tries = [_won(any_database, attendances.opened(attendance(f"a{n}"))) for n in range(10)]
    assert sum(await asyncio.gather(*tries)) == 1
    assert len(await fact(any_database, attendances.of_person.of((*MAI, AT)))) == 1


async def test_after_the_check_out_a_new_one_may_begin(any_database: Database) -> None:
    """Morning and afternoon are two."""
    held = await _open(any_database)
    await write(any_database, attendances.closed(held, later(3600), later(3601), "self"))
    assert await fact(any_database, attendances.still_open.of(MAI)) is None
    assert await _won(any_database, attendances.opened(attendance("a2", in_at=later(7200))))
    kept = await fact(any_database, attendances.of_person.of((*MAI, AT)))
    assert [(one.id, one.out_at, one.out_origin) for one in kept] == [
        ("a1", later(3600), "self"),
        ("a2", None, ""),
    ]


async def test_it_is_closed_once(any_database: Database) -> None:
    """The person and the nightly job close it at the same time: one of them does."""
    held = await _open(any_database)
    both = [
        _won(any_database, attendances.closed(held, later(3600), later(3600), "self")),
        _won(any_database, attendances.closed(held, later(9000), later(9000), "auto")),
    ]
    assert sum(await asyncio.gather(*both)) == 1


async def test_a_check_in_by_mistake_is_taken_back(any_database: Database) -> None:
    """While it is open, as it was read; never after the check-out."""
    held = await _open(any_database)
    await write(any_database, attendances.withdrawn(held))
    assert await fact(any_database, attendances.of_person.of((*MAI, AT))) == []
    with pytest.raises(Lost):
        await write(any_database, attendances.withdrawn(held))


async def test_a_team_sees_its_own_day_with_names(any_database: Database) -> None:
    """Days are kept apart, also when several teams and days are read at once."""
    yesterday = attendance("a0", day_on="2026-11-22", in_at=later(-86400), out_at=later(-80000))
    await write(
        any_database,
        *world(*known("mai", "lan")),
        attendances.opened(yesterday),
        attendances.opened(attendance("a1")),
        attendances.opened(attendance("a2", person_id="lan", in_at=later(60))),
    )
    today = await fact(any_database, attendances.of_team.of((*KEY, DAY, DAY)))
    assert [(one.id, one.name) for one in today] == [("a1", "Mai"), ("a2", "Lan")]
    both = await fact(any_database, attendances.of_team.of((*KEY, "2026-11-22", DAY)))
    assert [one.id for one in both] == ["a0", "a1", "a2"]


async def test_jobs_find_what_is_open_and_whose_shift(any_database: Database) -> None:
    """For the question at the end of the shift, and for what was forgotten."""
    await write(
        any_database, *world(*known("mai")), attendances.opened(attendance(shift_id="s1", in_at=later(60)))
    )
    assert [
        one.id for one in await any_database.read(lambda tx: attendances.of_shifts(tx, [("01", "s1")]))
    ] == ["a1"]
    assert await any_database.read(lambda tx: attendances.open_before(tx, later(60))) == []
    assert len(await any_database.read(lambda tx: attendances.open_before(tx, later(61)))) == 1


async def test_a_newcomers_hours_wait_for_the_leader(any_database: Database) -> None:
    """Accepted they count, refused they never were."""
    await write(
        any_database,
        *world(*known("mai", "lan")),
        attendances.opened(attendance("a1", pending=True)),
        attendances.opened(attendance("a2", person_id="lan", pending=True)),
    )
    await write(any_database, attendances.accepted("01", "t1", "mai"), attendances.refused("01", "t1", "lan"))
    kept = await fact(any_database, attendances.of_team.of((*KEY, DAY, DAY)))
    assert [(one.person_id, one.pending) for one in kept] == [("mai", False)]
