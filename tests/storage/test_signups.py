"""Who comes to which shift: never more than needed, never two places at once, each change once."""

import asyncio
from datetime import timedelta

from storage import shifts, signups
from storage.database import Database
from storage.effects import Effect, Lost
from storage.records.signup import PlacedSignup, SignupState
from storage.records.work import Shift
from tests.storage.made import AT, KEY, fact, known, later, shift, signup, world, write

S1 = ("01", "s1")
HOUR = 3600


async def _won(database: Database, effects: list[Effect]) -> bool:
    try:
        await write(database, *effects)
    except Lost:
        return False
    return True


async def _planned(
    database: Database, *planned: Shift, people: tuple[str, ...] = ("mai", "lan", "tu")
) -> None:
    await write(database, *world(*known(*people)), *(shifts.saved(one) for one in planned))


async def _of(database: Database, shift_id: str = "s1") -> list[PlacedSignup]:
    found: list[PlacedSignup] = await fact(database, signups.of_shift.of(("01", shift_id))) or []
    return found


async def test_a_hundred_want_five_places(any_database: Database) -> None:
    """All at once: exactly five have one, the others none."""
    who = tuple(f"p{number}" for number in range(100))
    await _planned(any_database, shift(needed=5), people=who)
    tries = [_won(any_database, signups.signed(signup(f"g-{one}", person_id=one))) for one in who]
    assert sum(await asyncio.gather(*tries)) == 5
    assert len(await _of(any_database)) == 5


async def test_without_a_number_everybody_may_come(any_database: Database) -> None:
    await _planned(any_database, shift(needed=0))
    for one in ("mai", "lan", "tu"):
        assert await _won(any_database, signups.signed(signup(f"g-{one}", person_id=one)))


async def test_nobody_is_at_two_places_at_once(any_database: Database) -> None:
    """A leader and the person themselves at the same moment, for shifts that overlap: one wins."""
    other = shift("s2", starts_at=later(HOUR), ends_at=later(5 * HOUR))
    after = shift("s3", starts_at=later(5 * HOUR), ends_at=later(6 * HOUR))
    await _planned(any_database, shift(), other, after)
    for turn in range(10):
        both = [
            _won(any_database, signups.signed(signup(f"a{turn}"))),
            _won(any_database, signups.signed(signup(f"b{turn}", shift_id="s2"), capped=False)),
        ]
        assert sum(await asyncio.gather(*both)) == 1
        (held,) = [*await _of(any_database), *await _of(any_database, "s2")]
        await write(any_database, signups.released(held, later(1), told_at=AT))
    assert await _won(any_database, signups.signed(signup("c1", shift_id="s2")))
    assert await _won(any_database, signups.signed(signup("c2", shift_id="s3")))


async def test_one_open_place_a_person_and_shift(any_database: Database) -> None:
    """Ten taps are one sign-up; after it was taken back there may be another."""
    await _planned(any_database, shift())
    tries = [_won(any_database, signups.signed(signup(f"g{turn}"))) for turn in range(10)]
    assert sum(await asyncio.gather(*tries)) == 1
    (held,) = await _of(any_database)
    assert await _won(any_database, [signups.absent(held, later(1), reason="study")])
    assert await _won(any_database, signups.signed(signup("again", created_at=later(2))))
    assert [(one.state, one.open) for one in await _of(any_database)] == [
        (SignupState.ABSENT, False),
        (SignupState.SIGNED, True),
    ]


async def test_a_shift_called_off_or_over_takes_nobody(any_database: Database) -> None:
    planned = shift("s2", starts_at=later(6 * HOUR), ends_at=later(8 * HOUR))
    await _planned(any_database, shift(), planned)
    await write(any_database, shifts.cancelled(planned, AT))
    assert not await _won(any_database, signups.signed(signup(shift_id="s2")))
    assert not await _won(any_database, signups.signed(signup(created_at=later(4 * HOUR))))


async def test_a_leader_may_put_in_more_and_a_call_a_few(any_database: Database) -> None:
    await _planned(any_database, shift(needed=1), people=("mai", "lan", "tu", "ha"))
    assert await _won(any_database, signups.signed(signup("g1")))
    assert not await _won(any_database, signups.signed(signup("g2", person_id="lan")))
    assert await _won(any_database, signups.signed(signup("g2", person_id="lan"), spare=1))
    assert not await _won(any_database, signups.signed(signup("g3", person_id="tu"), spare=1))
    assert await _won(any_database, signups.signed(signup("g3", person_id="tu"), capped=False))


async def test_two_people_change_places_or_nothing_changes(any_database: Database) -> None:
    """In full shifts too; when one of them is elsewhere at that time, both stay."""
    evening = shift("s2", starts_at=later(8 * HOUR), ends_at=later(10 * HOUR), needed=1)
    abroad = shift("s3", starts_at=later(HOUR), ends_at=later(2 * HOUR))
    await _planned(any_database, shift(needed=1), evening, abroad)
    for one in (signup("a"), signup("b", person_id="lan", shift_id="s2")):
        assert await _won(any_database, signups.signed(one))
    (a,), (b,) = await _of(any_database), await _of(any_database, "s2")
    crossed = [signup("c", person_id="lan"), signup("d", shift_id="s2")]
    assert await _won(any_database, signups.signed(signup("busy", person_id="lan", shift_id="s3")))
    assert not await _won(any_database, signups.exchanged([a, b], crossed, later(1)))
    (busy,) = await _of(any_database, "s3")
    assert await _won(any_database, [signups.released(busy, later(1), told_at=AT)])
    assert await _won(any_database, signups.exchanged([a, b], crossed, later(1)))
    (there,), (here,) = await _of(any_database), await _of(any_database, "s2")
    assert (there.person_id, here.person_id) == ("lan", "mai")
    assert not await _won(any_database, signups.exchanged([a, b], crossed, later(1)))


async def test_it_is_seen_by_shift_team_and_person(any_database: Database) -> None:
    """With the name of the person and the times of the shift."""
    await _planned(any_database, shift(needed=3, place_id=""))
    await write(any_database, *signups.signed(signup()))
    (one,) = await _of(any_database)
    assert (one.name, one.starts_at, one.needed, one.place_name) == ("Mai", AT, 3, "")
    since = AT - timedelta(days=1)
    assert await fact(any_database, signups.of_team.of((*KEY, since, later(1)))) == [one]
    assert await fact(any_database, signups.of_team.of((*KEY, since, AT))) == []
    assert await fact(any_database, signups.of_person.of(("01", "mai", AT))) == [one]
    assert await fact(any_database, signups.of_person.of(("01", "mai", later(4 * HOUR)))) == []


async def test_a_pledge_and_an_absence_stand_once(any_database: Database) -> None:
    """On two devices at once one of them is true, and whoever should hear of it hears it once."""
    await _planned(any_database, shift())
    await write(any_database, *signups.signed(signup()))
    (held,) = await _of(any_database)
    both = [
        _won(any_database, [signups.pledged(held, later(1))]),
        _won(any_database, [signups.absent(held, later(1), reason="work", note="…")]),
    ]
    assert sum(await asyncio.gather(*both)) == 1
    (now,) = await _of(any_database)
    if now.open:
        assert now.state is SignupState.PLEDGED
        await write(any_database, signups.absent(now, later(2), reason="work"))
        (now,) = await _of(any_database)
    assert now.told_at is None
    assert (
        sum(await asyncio.gather(*(_won(any_database, [signups.told(now, later(3))]) for _ in range(3)))) == 1
    )
    assert await _won(any_database, [signups.absence_withdrawn(now, later(4))])
    assert await _of(any_database) == []


async def test_who_leaves_the_team_leaves_its_shifts(any_database: Database) -> None:
    await _planned(any_database, shift())
    await write(any_database, *signups.signed(signup()), *signups.signed(signup("g2", person_id="lan")))
    await write(any_database, signups.left("01", "t1", "mai", later(1)))
    assert [one.person_id for one in await _of(any_database)] == ["lan"]
