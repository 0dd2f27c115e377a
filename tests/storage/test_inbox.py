"""The inbox: an update is there once, lines keep their order, and a sick line holds up nobody else."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from storage import inbox, people
from storage.database import Database
from storage.inbox import Arrival, Claim, InboxRow
from tests.states import states
from tests.storage.made import AT, arrival, contact, later, write

WORKER = Claim("one worker")


async def _store(database: Database, *arrivals: Arrival) -> None:
    await database.write(lambda tx: inbox.store(tx, arrivals))


async def _heads(database: Database, at: datetime = AT, most: int = 50) -> list[InboxRow]:
    return await database.write(lambda tx: inbox.heads(tx, at, most, WORKER))


async def _finish(database: Database, rows: Sequence[InboxRow]) -> None:
    await database.write(lambda tx: inbox.finish(tx, rows, AT))


def _keys(rows: Sequence[InboxRow]) -> list[str]:
    return [row.update_key for row in rows]


async def test_an_update_is_stored_once(any_database: Database) -> None:
    """The platform sends it again, perhaps with another body: the first one stays as it is."""
    await _store(any_database, arrival("1", body='{"a":1}'))
    await _store(any_database, arrival("1", body='{"a":2}').model_copy(update={"id": "i-again"}))
    (row,) = await _heads(any_database)
    assert (row.id, row.body) == ("i-1", '{"a":1}')
    assert await states(any_database, "inbox") == {"waiting": 1}


async def test_the_same_update_of_another_account_is_another(any_database: Database) -> None:
    """Update ids are counted by each bot for itself."""
    other = arrival("1").model_copy(update={"id": "i-other", "account": "second"})
    await _store(any_database, arrival("1"), other)
    assert await states(any_database, "inbox") == {"waiting": 2}


async def test_an_update_that_is_done_does_not_come_again(any_database: Database) -> None:
    """Its body is blanked, its key is kept."""
    await _store(any_database, arrival("1", body="secret"))
    rows = await _heads(any_database)
    await _finish(any_database, rows)
    await _store(any_database, arrival("1", body="secret").model_copy(update={"id": "i-again"}))
    assert await _heads(any_database) == []
    assert await states(any_database, "inbox") == {"done": 1}


async def test_each_line_gives_its_oldest(any_database: Database) -> None:
    """Two people with two messages each: one message of each, the older ones."""
    await _store(any_database, arrival("1"), arrival("2", "lan"), arrival("3"), arrival("4", "lan"))
    rows = await _heads(any_database)
    assert _keys(rows) == ["1", "2"]
    await _finish(any_database, rows)
    assert _keys(await _heads(any_database)) == ["3", "4"]


async def test_no_more_lines_than_asked(any_database: Database) -> None:
    """A batch has a size; the rest waits its turn."""
    await _store(any_database, *(arrival(f"{n:02}", f"who{n}") for n in range(9)))
    assert _keys(await _heads(any_database, most=4)) == ["00", "01", "02", "03"]


async def test_a_failed_update_holds_its_own_line_only(any_database: Database) -> None:
    """It waits, what its sender said after it waits behind it, and everybody else goes on."""
    await _store(any_database, arrival("1"), arrival("2", "lan"), arrival("3"))
    first, second = await _heads(any_database)
    await write(any_database, inbox.put_off(first, later(5), "RuntimeError"))
    await _finish(any_database, [second])
    assert await _heads(any_database, later(1)) == []
    assert await any_database.read(lambda tx: inbox.next_retry_at(tx, AT)) == later(5)
    (again,) = await _heads(any_database, later(5))
    assert (again.update_key, again.attempts, again.error) == ("1", 1, "RuntimeError")


async def test_an_update_set_aside_lets_its_line_go_on(any_database: Database) -> None:
    """It is kept to be looked at, and nobody waits for it any more."""
    await _store(any_database, arrival("1", body="kept"), arrival("2"))
    (row,) = await _heads(any_database)
    await write(any_database, inbox.set_aside(row, AT, "RuntimeError"))
    assert _keys(await _heads(any_database, later(60))) == ["2"]
    assert await states(any_database, "inbox") == {"dead": 1, "waiting": 1}


async def test_the_line_is_the_person_behind_the_contact(any_database: Database) -> None:
    """One person on two chats is one line; a stranger's line is the contact."""
    await write(
        any_database,
        people.contact_saved(contact("mai", tenant="01", person_id="p-mai")),
        people.contact_saved(contact("mai2", tenant="01", person_id="p-mai")),
        people.contact_saved(contact("seen")),
    )
    await _store(
        any_database, arrival("1", "mai"), arrival("2", "mai2"), arrival("3", "seen"), arrival("4", "new")
    )
    rows = await _heads(any_database)
    assert [(row.update_key, row.line) for row in rows] == [
        ("1", "p-mai"),
        ("3", "paper:desk:seen"),
        ("4", "paper:desk:new"),
    ]


async def test_what_waits_of_a_contact_follows_its_person(any_database: Database) -> None:
    """Whoever joins between two messages keeps their order."""
    await _store(any_database, arrival("1"), arrival("2"))
    (row,) = await _heads(any_database)
    await write(any_database, inbox.line_moved("p-mai", row.contact_key))
    await _finish(any_database, [row])
    (following,) = await _heads(any_database, AT + timedelta(minutes=5))
    assert (following.update_key, following.line) == ("2", "p-mai")
