"""The outbox: what we owe leaves in order per chat, the urgent first, and nothing twice."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from storage import outbox
from storage.database import Database
from storage.outbox import Mark, OutboxRow, OutboxState
from tests.states import states
from tests.storage.made import AT, later, message, write


async def _owe(database: Database, *rows: OutboxRow) -> None:
    await write(database, *(outbox.added(row) for row in rows))


async def _heads(
    database: Database, at: datetime = AT, busy: Iterable[str] = (), most: int = 50, account: str = "desk"
) -> list[str]:
    found = await database.read(lambda tx: outbox.heads(tx, "paper", account, at, busy, most))
    return [row.id for row in found]


async def _mark(database: Database, key: str, state: OutboxState, **more: object) -> None:
    mark = Mark.model_validate(
        {"id": key, "state": state, "attempts": 1, "retry_at": AT, "done_at": AT, **more}
    )
    await database.write(lambda tx: outbox.mark(tx, [mark]))


async def _states(database: Database) -> dict[str, int]:
    return await states(database, "outbox")


async def test_each_chat_gives_its_next(any_database: Database) -> None:
    """In the order of the ids, one at a time."""
    await _owe(any_database, message("1"), message("2"), message("3", "lan"))
    assert await _heads(any_database) == ["1", "3"]
    await _mark(any_database, "1", OutboxState.SENT)
    assert await _heads(any_database) == ["2", "3"]


async def test_a_chat_that_is_busy_gives_nothing(any_database: Database) -> None:
    """Its message is on the way, or it may not be written to yet."""
    await _owe(any_database, message("1"), message("2", "lan"))
    assert await _heads(any_database, busy=["mai"]) == ["2"]


async def test_the_answer_to_a_tap_waits_for_nobody(any_database: Database) -> None:
    """It has a line of its own beside the chat's."""
    await _owe(any_database, message("1"), message("2", subline="tap:9"))
    assert await _heads(any_database, busy=["mai"]) == ["2"]


async def test_urgent_lanes_go_first(any_database: Database) -> None:
    """When only a few may leave: the call for help before the broadcast, whatever came first."""
    await _owe(
        any_database,
        message("1", "a", lane=4),
        message("2", "b", lane=1),
        message("3", "c", lane=0),
        message("4", "d", lane=1),
    )
    assert await _heads(any_database, most=3) == ["3", "2", "4"]


async def test_a_message_of_later_does_not_hold_up_one_of_now(any_database: Database) -> None:
    """A reminder for tonight was written before the answer of this minute."""
    await _owe(any_database, message("1", due_at=later(3600)), message("2"))
    assert await _heads(any_database) == ["2"]
    assert await _heads(any_database, later(3600)) == ["1"]


async def test_a_retry_keeps_the_order_of_its_chat(any_database: Database) -> None:
    """What failed goes before what was said after it; other chats do not wait."""
    await _owe(any_database, message("1"), message("2"), message("3", "lan"))
    await _mark(any_database, "1", OutboxState.DUE, retry_at=later(30), done_at=None)
    assert await _heads(any_database, later(1)) == ["3"]
    assert await _heads(any_database, later(30)) == ["1", "3"]


async def test_a_message_that_failed_for_good_lets_the_next_go(any_database: Database) -> None:
    """One refused text must not silence a chat."""
    await _owe(any_database, message("1"), message("2"))
    await _mark(any_database, "1", OutboxState.FAILED, error="Rejected")
    assert await _heads(any_database) == ["2"]
    assert await _states(any_database) == {"due": 1, "failed": 1}


async def test_a_message_that_was_sent_stays_sent(any_database: Database) -> None:
    """A late mark of a second hand does not make it due again."""
    await _owe(any_database, message("1"))
    await _mark(any_database, "1", OutboxState.SENT, message_id="m1")
    await _mark(any_database, "1", OutboxState.DUE, retry_at=later(30), done_at=None)
    assert await _states(any_database) == {"sent": 1}


async def test_a_newer_edit_takes_the_place_of_older_unsent_ones(any_database: Database) -> None:
    """Of one card only; what was tried already may have arrived and is left alone."""
    tried = message("1", edits="card")
    await _owe(any_database, tried, message("2", edits="card"), message("3", edits="other"))
    await _mark(any_database, "1", OutboxState.DUE, retry_at=AT, done_at=None)
    newest = message("4", edits="card")
    await write(any_database, outbox.added(newest), outbox.edits_superseded(newest))
    assert await _states(any_database) == {"due": 3, "superseded": 1}
    await _mark(any_database, "1", OutboxState.SENT)
    assert await _heads(any_database) == ["3"]


async def test_accounts_do_not_mix(any_database: Database) -> None:
    """Each account sends its own."""
    await _owe(any_database, message("1"), message("2", account="second"))
    assert await _heads(any_database) == ["1"]
    assert await _heads(any_database, account="second") == ["2"]


async def test_the_next_look_is_when_something_falls_due(any_database: Database) -> None:
    """The nearest of what is due later and what is tried again later; nothing when nothing is owed."""

    async def after(at: datetime) -> datetime | None:
        return await any_database.read(lambda tx: outbox.next_due_at(tx, "paper", "desk", at))

    assert await after(AT) is None
    await _owe(any_database, message("1"), message("2", "lan", due_at=later(600)))
    assert await after(AT) == later(600)
    await _mark(any_database, "1", OutboxState.DUE, retry_at=later(30), done_at=None)
    assert await after(AT) == later(30)
    assert await after(later(30)) == later(600)


async def test_nothing_more_goes_to_someone_who_left(any_database: Database) -> None:
    """What was owed before they left is cancelled; the goodbye is not."""
    mine = {"tenant": "01", "person_id": "mai"}
    await _owe(any_database, message("1", **mine), message("2", "lan", tenant="01", person_id="lan"))
    goodbye = message("3", **mine)
    await write(any_database, outbox.cancelled_for("01", "mai", goodbye.id, AT), outbox.added(goodbye))
    assert await _heads(any_database) == ["2", "3"]


async def test_a_chat_that_moved_is_written_to_where_it_is(any_database: Database) -> None:
    """The message goes to the new id, and waits in its line there."""
    row = message("1")
    await _owe(any_database, row)
    await write(any_database, outbox.readdressed(row, "mai-new"))
    found = await any_database.read(lambda tx: outbox.heads(tx, "paper", "desk", AT, [], 5))
    assert [(one.chat, one.subline) for one in found] == [("mai-new", "mai-new")]


async def test_what_was_said_is_forgotten_once_sent(any_database: Database) -> None:
    """The text goes with the mark; what is still due keeps it."""
    await _owe(
        any_database, message("1", payload="secret"), message("2", payload="due", due_at=AT + timedelta(1))
    )
    await _mark(any_database, "1", OutboxState.SENT)

    found = await any_database.read(lambda tx: outbox.heads(tx, "paper", "desk", later(90_000), [], 5))
    assert [row.payload for row in found] == ["due"]
