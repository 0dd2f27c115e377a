"""Claims of updates and leases between processes on PostgreSQL: one has it, and nobody waits for the dead."""

import time
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage import inbox, leases, outbox
from storage.database import Database, database
from storage.effects import Lost
from storage.inbox import Claim, InboxRow, Overtaken
from storage.queries import Tx
from storage.records.moments import to_micros
from tests.storage.made import AT, arrival, later, write

pytestmark = pytest.mark.postgresql

FIRST, SECOND = Claim("first"), Claim("second")
BRIEF = Claim("first", timedelta(milliseconds=50))
MANY = 8_000


@pytest.fixture
async def store(postgresql_url: str) -> AsyncIterator[Database]:
    """The database with three updates of Mai and one of Lan."""
    opened = database(postgresql_url)
    await opened.start()
    arrivals = [arrival("1"), arrival("2"), arrival("3", "lan"), arrival("4")]
    await opened.write(lambda tx: inbox.store(tx, arrivals))
    yield opened
    await opened.close()


async def _take(store: Database, claim: Claim, most: int = 50) -> list[InboxRow]:
    return await store.write(lambda tx: inbox.heads(tx, AT, most, claim))


def _keys(rows: list[InboxRow]) -> list[str]:
    return [row.update_key for row in rows]


async def _wait(store: Database, seconds: float) -> None:
    await store.read(lambda tx: tx.fetch("select pg_sleep($1)", [seconds]))


async def test_a_line_is_in_one_hand(store: Database) -> None:
    """What one worker has claimed, and what waits behind it, is not the other's."""
    assert _keys(await _take(store, FIRST)) == ["1", "3"]
    assert await _take(store, SECOND) == []


async def test_what_one_left_behind_is_its_own_again(store: Database) -> None:
    """A server that went away in the middle costs nobody the length of a claim."""
    assert _keys(await _take(store, FIRST)) == ["1", "3"]
    assert _keys(await _take(store, FIRST)) == ["1", "3"]


async def test_a_killed_workers_updates_are_free_when_the_claim_runs_out(store: Database) -> None:
    """Whoever comes then may take and finish them; the first, if it lives after all, may not."""
    old = await _take(store, BRIEF)
    await _wait(store, 0.06)
    new = await _take(store, SECOND)
    assert _keys(new) == ["1", "3"]
    with pytest.raises(Overtaken):
        await store.write(lambda tx: inbox.finish(tx, old, AT))
    for late in (inbox.put_off(old[0], later(1), "slow"), inbox.set_aside(old[0], AT, "slow")):
        with pytest.raises(Lost):
            await write(store, late)
    await store.write(lambda tx: inbox.finish(tx, new, AT))
    with pytest.raises(Lost):
        await write(store, inbox.set_aside(old[0], AT, "slow"))
    assert _keys(await _take(store, SECOND)) == ["2"]


async def test_a_claim_can_be_kept(store: Database) -> None:
    """Whoever thinks for longer says so."""
    rows = await _take(store, BRIEF)
    await store.write(lambda tx: inbox.keep(tx, rows, FIRST))
    await _wait(store, 0.06)
    assert await _take(store, SECOND) == []


async def test_an_older_update_waits_for_the_one_in_hand(store: Database) -> None:
    """One that was set aside and is handled again comes back before one that is being thought."""
    (first, *_) = await _take(store, FIRST)
    await write(store, inbox.set_aside(first, AT, "RuntimeError"))
    assert _keys(await _take(store, FIRST)) == ["2", "3"]
    assert await store.write(lambda tx: inbox.replay(tx, first.id))
    assert await _take(store, SECOND) == []
    assert _keys(await _take(store, FIRST)) == ["1", "3"]


async def test_an_update_can_change_its_line(store: Database) -> None:
    """It waits there behind what is older, and nobody has it in hand."""
    _, lans = await _take(store, FIRST)
    await write(store, inbox.line_given(lans, "paper:desk:mai"))
    assert await _take(store, SECOND) == []


async def test_a_lease_is_one_holders(store: Database) -> None:
    """Others hear how long; its holder renews it, and gives it back."""
    second = timedelta(seconds=1)

    async def hold(holder: str, length: timedelta = second) -> timedelta | None:
        return await store.write(lambda tx: leases.hold(tx, "send", holder, length))

    assert await hold("first") is None
    left = await hold("second")
    assert left is not None
    assert timedelta(seconds=0.5) < left <= second
    assert await hold("first", timedelta(milliseconds=50)) is None
    await store.write(lambda tx: leases.end(tx, "send", "second"))
    assert await hold("second") is not None
    await _wait(store, 0.06)
    assert await hold("second") is None
    await store.write(lambda tx: leases.end(tx, "send", "second"))
    assert await hold("first") is None


async def test_a_burst_after_a_quiet_night_is_taken_at_once(store: Database) -> None:
    """The server last counted when nothing waited; thousands that come together are still looked up line by
    line and in their order, not compared with each other."""

    async def fill(tx: Tx) -> None:
        inbound = [arrival(f"burst-{n}", f"who{n % 3000}").model_dump() for n in range(MANY)]
        await tx.many("store_update", inbound)
        await tx.fetch(
            "insert into outbox (id, channel, account, chat, subline, lane, unsure, payload, state, due_at,"
            " retry_at, created_at) select 'o' || lpad(n::text, 9, '0'), 'paper', 'desk', n % 3000, n % 3000,"
            f" 3, 'never', '', 'due', 0, 0, 0 from generate_series(1, {MANY}) n"
        )

    rows = await _take(store, FIRST)
    await store.write(lambda tx: inbox.finish(tx, rows, AT))
    await _analyzed(store)
    await store.write(fill)
    began = time.perf_counter()
    assert len(await _take(store, FIRST)) == 50
    assert len(await store.read(lambda tx: outbox.heads(tx, "paper", "desk", AT, [], 25))) == 25
    assert await store.read(lambda tx: inbox.next_retry_at(tx, AT)) is not None
    assert time.perf_counter() - began < 1


async def _analyzed(store: Database) -> None:
    async def work(tx: Tx) -> None:
        await tx.fetch("update inbox set state = 'done', done_at = $1", [to_micros(AT)])
        await tx.fetch("analyze inbox")
        await tx.fetch("analyze outbox")

    await store.write(work)
