"""``move --to``: people go on while it copies, nothing is taken while it catches up, the file is sealed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot import moving, operations
from bot.channel import Sent
from bot.moving import moved
from bot.operating import OperationError
from handlers.messages import Outbound
from storage import move, outbox
from storage.database import Database, StorageError, database
from storage.queries import Tx
from storage.sqlite import SqliteDatabase
from tests.sample import furnish
from tests.states import states
from tests.storage.made import message
from tests.world import World, world

pytestmark = pytest.mark.postgresql


@pytest.fixture(autouse=True)
def _land_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "LANDING", 0.1)


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Database]:
    store = database(url)
    await store.start()
    try:
        yield store
    finally:
        await store.close()


async def test_a_live_database_moves(fresh: Path, postgresql_url: str) -> None:
    """Reports made during the copy are on the other side; afterwards the file is refused by name."""
    async with world(fresh) as played:
        await furnish(played)
        move_there = asyncio.create_task(moved(played.database, {"to": postgresql_url}))
        told = 0
        while not move_there.done():
            try:
                await played.says("lan", "1 vneid")
                told += 1
            except StorageError:
                await asyncio.sleep(0.01)
        assert "set DATABASE_URL" in await move_there
        with pytest.raises(StorageError, match="being moved"):
            await played.says("lan", "1 vneid")
    async with _opened(postgresql_url) as there:
        await moving.settled(there)
        rows = {one.table: one.rows for one in await move.standing(there)}
    assert rows["inbox"] >= told > 0
    with pytest.raises(StorageError, match="was moved to"):
        await database(f"sqlite+aiosqlite:///{fresh}").start()


async def test_the_operators_chain_goes_on_after_the_move(fresh: Path, postgresql_url: str) -> None:
    """The log of what operators asked belongs to no tenant: its key is empty, and below every other."""
    async with world(fresh) as played:
        await operations.note(played.database, "erase", {})
        await moved(played.database, {"to": postgresql_url})
    async with _opened(postgresql_url) as there:
        await moving.settled(there)
        await operations.note(there, "backup", {})
        told = await there.read(lambda tx: tx.all("audit_chains_all"))
    assert [(row["tenant"], row["seq"]) for row in told] == [("", 2)]


async def test_only_postgresql_is_a_goal(fresh: Path) -> None:
    """Anything else is refused before anything happens."""
    async with world(fresh) as played:
        with pytest.raises(OperationError, match="postgresql"):
            await moved(played.database, {"to": "sqlite+aiosqlite:///elsewhere"})


async def test_what_was_taken_before_the_hold_moves(fresh: Path) -> None:
    """Work that stood in the queue when the hold began is seen by the first read after it."""
    async with world(fresh) as played:
        here = played.database
        assert isinstance(here, SqliteDatabase)
        taken = asyncio.create_task(here.write(lambda tx: _add(tx, "1")))
        await asyncio.sleep(0)
        read = await here.hold(0)
        assert await read(_owed) == 1
        await taken


async def _add(tx: Tx, key: str) -> None:
    await tx.many("add_outbound", [message(key).model_dump()])


async def _owed(tx: Tx) -> int:
    return sum(row["rows"] for row in await tx.all("outbox_counts"))


async def test_a_message_on_its_way_is_not_sent_again(
    fresh: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lands while the hold begins, and its mark moves with it; nothing else leaves from then on."""
    async with world(fresh) as played:
        await furnish(played)
        on_its_way, may_land, sent = asyncio.Event(), asyncio.Event(), []

        async def slowly(chat: str, told: Outbound) -> Sent:
            on_its_way.set()
            await may_land.wait()
            sent.append(chat)
            return Sent("m1")

        monkeypatch.setattr(played.channel, "send", slowly)
        await _owe(played, "1", "lan")
        sending = asyncio.create_task(played.outbox.run())
        await on_its_way.wait()
        monkeypatch.setattr(moving, "LANDING", 1.5)
        moving_there = asyncio.create_task(moved(played.database, {"to": postgresql_url}))
        await _refused(played.database)
        await _owe(played, "2", "nam")
        may_land.set()
        await moving_there
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    assert sent == ["lan"]
    async with _opened(postgresql_url) as there:
        assert await states(there, "outbox") == {"sent": 1, "due": 1}


async def _owe(played: World, key: str, chat: str) -> None:
    now = played.clock.now()
    owed = message(key, chat, payload='{"text":"hello"}', due_at=now, retry_at=now, created_at=now)
    await played.write(outbox.added(owed))


async def _refused(store: Database) -> None:
    """Wait until nothing is read any more."""
    while True:
        try:
            await store.read(_owed)
        except StorageError:
            return
        await asyncio.sleep(0.01)


async def test_a_move_that_fails_gives_the_file_back(
    fresh: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People go on where they were, the half-filled goal is refused for work, and the next try succeeds."""

    async def differs(_: Database) -> list[move.Moved]:
        raise StorageError("the other side went away")

    async with world(fresh) as played:
        await furnish(played)
        with monkeypatch.context() as broken:
            broken.setattr(move, "standing", differs)
            with pytest.raises(StorageError, match="went away"):
                await moved(played.database, {"to": postgresql_url})
        assert await played.says("lan", "1 vneid")
        async with _opened(postgresql_url) as there:
            with pytest.raises(StorageError, match="is not finished; ask for it again"):
                await moving.settled(there)
        assert "set DATABASE_URL" in await moved(played.database, {"to": postgresql_url})


async def test_a_move_that_is_cut_after_the_seal_is_over(
    fresh: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is refused, and its goal taken for what it is."""

    async def cut(_: Database) -> None:
        raise KeyboardInterrupt

    async with world(fresh) as played:
        await furnish(played)
        with monkeypatch.context() as broken:
            broken.setattr(move, "end", cut)
            with pytest.raises(KeyboardInterrupt):
                await moved(played.database, {"to": postgresql_url})
    async with _opened(postgresql_url) as there:
        assert await move.under_way(there) == str(fresh)
        await moving.settled(there)
        assert await move.under_way(there) == ""
