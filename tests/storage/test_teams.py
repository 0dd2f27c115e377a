"""Teams, places, shifts and the people in them: read for many keys at once, each key its own."""

from storage import people, shifts, teams
from storage.database import Database
from storage.effects import Lost
from storage.records.membership import Consent, Role
from tests.storage.made import (
    AT,
    KEY,
    TENANT,
    contact,
    fact,
    facts,
    known,
    later,
    member,
    person,
    place,
    shift,
    team,
    world,
    write,
)

MAI = (TENANT, "mai")


async def test_a_shift_touches_the_window_or_is_left_out(any_database: Database) -> None:
    """What ends as the window begins is over; what was called off is not there."""
    await write(
        any_database,
        *world(teams.place_saved(place())),
        shifts.saved(shift("before", starts_at=later(-7200), ends_at=AT)),
        shifts.saved(shift("within", starts_at=later(60), ends_at=later(120), place_id="p1")),
        shifts.saved(shift("across", starts_at=later(-60), ends_at=later(9000))),
        shifts.saved(shift("after", starts_at=later(7200), ends_at=later(9000))),
        shifts.saved(shift("off", starts_at=later(60), ends_at=later(120), cancelled_at=AT)),
    )
    found = await fact(any_database, shifts.of_team.of((*KEY, AT, later(7200))))
    assert [(one.id, one.place_name) for one in found] == [("across", ""), ("within", "Một cửa")]


async def test_jobs_find_shifts_by_their_edges(any_database: Database) -> None:
    """The beginning of the stretch is in it, its end is not."""
    await write(any_database, *world(shifts.saved(shift(starts_at=AT, ends_at=later(60)))))
    assert len(await any_database.read(lambda tx: shifts.starting(tx, AT, later(1)))) == 1
    assert await any_database.read(lambda tx: shifts.starting(tx, later(-60), AT)) == []
    assert len(await any_database.read(lambda tx: shifts.ending(tx, later(60), later(61)))) == 1
    assert await any_database.read(lambda tx: shifts.ending(tx, AT, later(60))) == []


async def test_a_shift_is_called_off_once(any_database: Database) -> None:
    """Two leaders tap at the same time."""
    await write(any_database, *world(shifts.saved(shift())))
    await write(any_database, shifts.cancelled(shift(), AT))
    try:
        await write(any_database, shifts.cancelled(shift(), later(1)))
    except Lost:
        return
    raise AssertionError("the same shift was called off twice")


async def test_the_hour_of_the_digest_is_the_teams(any_database: Database) -> None:
    """Moving it leaves the rest of the team as it is."""
    await write(any_database, *world(teams.digest_moved(team(), 20 * 60)))
    card = await fact(any_database, teams.card.of(KEY))
    assert (card.digest_minute, card.name, card.version) == (1200, "Đội t1", 1)


async def test_members_come_with_their_names_until_they_leave(any_database: Database) -> None:
    """Whoever left is no member; history stays in the table."""
    waiting = member("lan", pending=True)
    await write(any_database, *world(*known("mai"), people.saved(person("lan")), people.joined(waiting)))
    await write(any_database, people.refused(waiting, later(1)))
    assert [one.name for one in await fact(any_database, people.members.of(KEY))] == ["Mai"]
    assert await fact(any_database, people.memberships.of((TENANT, "lan"))) is None


async def test_a_person_is_in_a_team_once(any_database: Database) -> None:
    """A second code of the same team changes nothing; after leaving, coming back is a new membership."""
    waiting = member("mai", pending=True)
    again = waiting.model_copy(update={"id": "m-again", "role": Role.LEADER})
    await write(any_database, *world(people.saved(person()), people.joined(waiting)))
    await write(any_database, people.joined(again))
    assert [one.id for one in await fact(any_database, people.memberships.of(MAI))] == ["m-mai"]
    await write(any_database, people.refused(waiting, later(1)))
    await write(any_database, people.joined(again))
    assert [one.id for one in await fact(any_database, people.memberships.of(MAI))] == ["m-again"]


async def test_a_newcomer_is_decided_on_once(any_database: Database) -> None:
    """Accepted by one leader, refused by the other a moment later: the first stands."""
    waiting = member("mai", pending=True)
    await write(any_database, *world(people.saved(person()), people.joined(waiting)))
    await write(any_database, people.accepted(waiting))
    try:
        await write(any_database, people.refused(waiting, AT))
    except Lost:
        assert [one.pending for one in await fact(any_database, people.members.of(KEY))] == [False]
        return
    raise AssertionError("an accepted newcomer was sent away")


async def test_the_last_answer_to_a_purpose_counts(any_database: Database) -> None:
    """Every answer is kept as proof; the newest is the one that holds."""
    answers = [
        Consent(
            tenant=TENANT,
            id=f"c{number}",
            person_id="mai",
            contact_key="",
            purpose="reminders",
            answer=answer,
            notice_version="1",
            given_at=later(number),
        )
        for number, answer in enumerate((True, False))
    ]
    await write(any_database, *world(*known("mai"), *(people.consented(one) for one in reversed(answers))))
    held = await fact(any_database, people.consents.of(MAI))
    assert {purpose: one.answer for purpose, one in held.items()} == {"reminders": False}


async def test_a_chat_that_cannot_be_reached_is_marked(any_database: Database) -> None:
    """And is reachable again once the person writes; a moved chat keeps its person."""
    mine = {"tenant": TENANT, "person_id": "mai"}
    await write(any_database, *world(*known("mai")), people.contact_saved(contact("mai", **mine)))
    await write(any_database, people.contact_marked("paper", "desk", "mai", unreachable=True))
    assert (await fact(any_database, people.contact.of("paper:desk:mai"))).unreachable
    await write(any_database, people.contact_marked("paper", "desk", "mai", unreachable=False))
    await write(any_database, people.contact_moved("paper", "desk", "mai", "elsewhere"))
    moved = await fact(any_database, people.contact.of("paper:desk:mai"))
    assert (moved.unreachable, moved.chat, moved.person_id) == (False, "elsewhere", "mai")


async def test_a_chat_speaks_the_language_of_its_person(any_database: Database) -> None:
    """Whoever chose English is reminded in English, through whichever chat."""
    mine = {"tenant": TENANT, "person_id": "mai"}
    await write(
        any_database,
        *world(people.saved(person(language="en")), people.joined(member(pending=True))),
        people.contact_saved(contact("mai", language="", **mine)),
        people.contact_saved(contact("mai2", language="vi", **mine)),
    )
    found = await facts(any_database, people.contacts_of.of(MAI), people.newcomer_contacts.of(KEY))
    assert [one.language for one in found.get(people.contacts_of.of(MAI)) or []] == ["en", "en"]
    assert [one.language for one in found.get(people.newcomer_contacts.of(KEY)) or []] == ["en", "en"]


async def test_places_belong_to_their_team(any_database: Database) -> None:
    """Each team gets its own."""
    await write(
        any_database,
        *world(
            teams.saved(team("t2")), teams.place_saved(place()), teams.place_saved(place("p2", team_id="t2"))
        ),
    )
    found = await facts(any_database, teams.places.of(KEY), teams.places.of((TENANT, "t2")))
    assert [one.id for one in found.get(teams.places.of(KEY)) or []] == ["p1"]
    assert [one.id for one in found.get(teams.places.of((TENANT, "t2"))) or []] == ["p2"]
