"""A backup made while people write is put back whole, on either engine, and never by mistake."""

import asyncio
import stat
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import backups, clock, restoring
from bot.backup_file import Manifest, manifest_of
from bot.keys import backup_key
from bot.lock import FolderLock, HeldByAnother
from bot.operating import Given, OperationError
from bot.operations import perform
from bot.settings import Settings
from storage import archive, audit, figures, outbox, people, reports
from storage.database import Database, database
from storage.queries import Tx
from tests.storage.made import AT, known, message, person, report, rows, world, write

KEY = "b" * 40
TAKEN, LATER = AT + timedelta(days=1), AT + timedelta(days=2)


def _settings(url: str, **more: Any) -> Settings:
    return Settings(database_url=url, secret_key="s" * 40, backup_key=KEY, **more)


@pytest.fixture
async def home(any_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Settings]:
    """Where the settings lead, with a team in it; nothing is written outside the folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: TAKEN)
    (tmp_path / "var").mkdir(mode=0o700)
    store = await _opened(any_url)
    await write(store, *world(*known("mai", "lan")), audit.noted("01", AT, "lan", "looked"))
    await store.close()
    yield _settings(any_url)
    if any_url.startswith("postgresql"):
        store = await _opened(any_url)
        await store.write(_without_former)
        await store.close()


async def _without_former(tx: Tx) -> None:
    """The server lends its databases to the next test."""
    former = "select nspname from pg_namespace where nspname like 'before_restore%' order by nspname"
    for row in await tx.fetch(former):
        await tx.fetch(f"drop schema {row['nspname']} cascade")


async def _opened(url: str) -> Database:
    store = database(url)
    await store.start()
    return store


async def _report(store: Database, at: int) -> None:
    """A report and its totals in one commit."""
    one = report(f"r{at:05}", person_id="mai")
    await write(store, reports.added(one), *figures.moved(one, +1))


async def _backed_up(settings: Settings, store: Database, path: Path) -> Manifest:
    async def ask(name: str, given: Given) -> str:
        return await perform(store, name, given)

    return await backups.made(settings, path, ask, store if settings.shared else None)


async def _sums(url: str) -> Mapping[str, tuple[int, str]]:
    store = await _opened(url)

    async def work(tx: Tx) -> dict[str, tuple[int, str]]:
        found = {shape.table: await archive.summed(tx, shape) for shape in archive.SHAPES}
        return {table: (one.rows, one.digest) for table, one in found.items()}

    sums = await store.read(work)
    await store.close()
    return sums


async def _writing(store: Database, stop: asyncio.Event) -> int:
    done = 0
    while not stop.is_set():
        await _report(store, done)
        done += 1
        await asyncio.sleep(0)
    return done


async def test_a_backup_under_load_is_restored_with_equal_figures(home: Settings, tmp_path: Path) -> None:
    """Everything committed before it began is there, nothing by halves, and writing went on."""
    path, stop = tmp_path / "copy.aoxanh", asyncio.Event()
    store = await _opened(home.database_url)
    writing = asyncio.create_task(_writing(store, stop))
    await asyncio.sleep(0.3)
    before = len(await rows(store, "help_reports_of_people", tenants='["01"]', people='["mai"]', since_on=""))
    manifest = await _backed_up(home, store, path)
    stop.set()
    written = await writing
    await store.close()
    assert 0 < before <= manifest.counts["help_reports"] <= written
    assert manifest.schema == manifest_of(path, backup_key(home)).schema

    await restoring.restored(home, path, LATER, over_newer=True)
    store = await _opened(home.database_url)
    assert await store.read(figures.verify) == []
    assert await audit.verify(store) == []
    kept = await rows(store, "help_reports_of_people", tenants='["01"]', people='["mai"]', since_on="")
    assert len(kept) == manifest.counts["help_reports"]
    await _report(store, 99_999)
    await store.close()


async def test_what_is_restored_is_what_was_there(home: Settings, tmp_path: Path) -> None:
    path = tmp_path / "copy.aoxanh"
    store = await _opened(home.database_url)
    await write(store, people.saved(person("odd", name="Nguyễn\n'\"\\ 😀 \u202e =1+1")))
    await _backed_up(home, store, path)
    await store.close()
    sums = await _sums(home.database_url)
    aside = await restoring.restored(home, path, LATER, over_newer=False)
    assert aside
    assert await _sums(home.database_url) == sums
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir() if "part" in one.name or "restoring" in one.name] == []


async def test_what_was_there_is_kept_aside(home: Settings, tmp_path: Path) -> None:
    path = tmp_path / "copy.aoxanh"
    store = await _opened(home.database_url)
    await _backed_up(home, store, path)
    await _report(store, 1)
    await store.close()
    aside = await restoring.restored(home, path, LATER, over_newer=True)
    assert (await _sums(home.database_url))["help_reports"][0] == 0
    if home.shared:
        store = await _opened(home.database_url)
        (row,) = await store.read(
            lambda tx: tx.fetch(f"select count(*) as rows from {aside.removeprefix('schema ')}.help_reports")
        )
        await store.close()
        assert row["rows"] == 1
    else:
        kept = await _sums(f"sqlite+aiosqlite:///{aside}/{Path(home.database_url).name}")
        assert kept["help_reports"][0] == 1
        assert stat.S_IMODE(Path(aside).stat().st_mode) == 0o700


async def test_a_newer_database_is_not_put_aside_without_a_word(home: Settings, tmp_path: Path) -> None:
    path = tmp_path / "copy.aoxanh"
    store = await _opened(home.database_url)
    await _backed_up(home, store, path)
    await write(store, people.saved(person("new", created_at=LATER)))
    await store.close()
    before = await _sums(home.database_url)
    with pytest.raises(OperationError, match="--over-newer"):
        await restoring.restored(home, path, LATER, over_newer=False)
    assert await _sums(home.database_url) == before


async def test_a_restore_that_fails_leaves_everything_as_it_was(
    home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damaged, of another key, of a newer schema, or cut short half-way."""
    path = tmp_path / "copy.aoxanh"
    store = await _opened(home.database_url)
    await _backed_up(home, store, path)
    await store.close()
    before = await _sums(home.database_url)
    whole = path.read_bytes()

    path.write_bytes(whole[:-40] + bytes(40))
    with pytest.raises(OperationError, match="damaged or cut off"):
        await restoring.restored(home, path, LATER, over_newer=True)
    path.write_bytes(whole)
    other = home.model_copy(update={"backup_key": "x" * 40})
    with pytest.raises(OperationError, match="another key"):
        await restoring.restored(other, path, LATER, over_newer=True)
    with monkeypatch.context() as patched:
        patched.setattr(restoring, "newest_revision", lambda: "0001")
        with pytest.raises(OperationError, match="install the newer program"):
            await restoring.restored(home, path, LATER, over_newer=True)
    with monkeypatch.context() as patched:
        patched.setattr(restoring, "migrate", _cut)
        with pytest.raises((OSError, OperationError), match="no room"):
            await restoring.restored(home, path, LATER, over_newer=True)
    assert await _sums(home.database_url) == before
    await restoring.restored(home, path, LATER, over_newer=True)
    assert await _sums(home.database_url) == before


async def _cut(_: str) -> None:
    raise OSError(28, "no room")


async def test_nobody_else_may_have_the_data(home: Settings, tmp_path: Path) -> None:
    path = tmp_path / "copy.aoxanh"
    store = await _opened(home.database_url)
    await _backed_up(home, store, path)
    if home.shared:
        leased = "insert into leases (name, holder, held_until) values ('send x', 'me', $1)"
        await store.write(lambda tx: tx.fetch(leased, [int((LATER.timestamp() + 60) * 1_000_000)]))
        with pytest.raises(OperationError, match="stop every worker"):
            await restoring.restored(home, path, LATER, over_newer=True)
    else:
        with FolderLock(home.data_folder), pytest.raises(HeldByAnother):
            await restoring.restored(home, path, LATER, over_newer=True)
    await store.close()


async def test_a_backup_goes_from_one_engine_to_the_other(
    home: Settings, tmp_path: Path, bare_url: str
) -> None:
    path = tmp_path / "copy.aoxanh"
    store = await _opened(home.database_url)
    await _backed_up(home, store, path)
    await store.close()
    assert await restoring.restored(_settings(bare_url), path, LATER, over_newer=False) == ""
    assert await _sums(bare_url) == await _sums(home.database_url)


async def test_after_a_restore_old_messages_stay_unsent(home: Settings, tmp_path: Path) -> None:
    store = await _opened(home.database_url)
    for key, due in (("old", LATER - timedelta(hours=2)), ("new", LATER + timedelta(minutes=1))):
        await write(store, outbox.added(message(key, due_at=due)))
    assert await restoring.let_go(store, LATER) == 1
    states = {
        row["id"]: row["state"] for row in await store.read(lambda tx: tx.fetch("select * from outbox"))
    }
    assert states == {"old": "cancelled", "new": "due"}
    await store.close()
