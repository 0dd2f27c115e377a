"""The way from any older schema to this program's: once, whole or not at all, never backwards."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import migrating as module
from storage.database import StorageError
from storage.migrate import migrate, newest_revision
from storage.schema import metadata


def every_revision() -> list[str]:
    """From the first migration to the last."""
    folder = Path(module.__file__).parent / "migrations" / "versions"
    return sorted(path.stem.partition("_")[0] for path in folder.glob("[0-9]*.py"))


async def _run(url: str, work: Callable[[Connection], Any]) -> Any:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_an_empty_database_gets_every_table(bare_url: str) -> None:
    """And they are those of the schema page, with nothing missing, nothing more."""
    assert await migrate(bare_url) == (None, newest_revision())
    assert await _run(bare_url, _tables) == {*metadata.tables, "alembic_version"}
    assert await _run(bare_url, _differences) == []


async def test_files_are_numbered_as_migrations_are(bare_url: str) -> None:
    """A start finds out by their names whether there is anything to do; that must be what Alembic says."""
    assert (await module.upgrade(bare_url))[1] == newest_revision()


async def test_a_second_run_changes_nothing(any_url: str) -> None:
    """A start that migrates finds nothing to do; what is in the tables stays."""
    tenant = "insert into tenants (tenant, unit_code, name, created_at) values ('01', '01', 'Hà Nội', 1)"
    await _run(any_url, lambda connection: connection.execute(text(tenant)))
    assert await migrate(any_url) == (newest_revision(), newest_revision())
    kept = await _run(any_url, lambda connection: connection.execute(text("select name from tenants")).all())
    assert kept == [("Hà Nội",)]


async def test_a_newer_database_is_refused_in_one_line(bare_url: str) -> None:
    """An older program must not touch it: the line says what to do."""
    await migrate(bare_url)
    await _run(
        bare_url,
        lambda connection: connection.execute(text("update alembic_version set version_num = '9999'")),
    )
    with pytest.raises(StorageError, match="install the newer program") as caught:
        await migrate(bare_url)
    assert len(str(caught.value).splitlines()) == 1
    assert "9999" in str(caught.value)
    kept = await _run(
        bare_url, lambda connection: connection.execute(text("select version_num from alembic_version")).all()
    )
    assert kept == [("9999",)]


@pytest.mark.parametrize("after", [1, 5, 20, 45])
async def test_a_migration_that_is_cut_leaves_nothing_and_can_be_run_again(
    bare_url: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power goes after so many statements that make something: the next run starts from where it was."""
    made = 0

    def cut(*args: Any) -> None:
        nonlocal made
        made += str(args[2]).lstrip().lower().startswith("create")
        if made > after:
            raise KeyboardInterrupt("the power goes")

    def cutting(url: str) -> AsyncEngine:
        engine = create_async_engine(url)
        event.listen(engine.sync_engine, "before_cursor_execute", cut)
        return engine

    with monkeypatch.context() as patch:
        patch.setattr(module, "create_async_engine", cutting)
        with pytest.raises(KeyboardInterrupt):
            await migrate(bare_url)
    assert await _run(bare_url, _tables) <= {"alembic_version"}
    assert await migrate(bare_url) == (None, newest_revision())
    assert await _run(bare_url, _differences) == []


async def test_the_file_is_the_owners_alone_from_the_first_byte(tmp_path: Path) -> None:
    """Also in a folder that others may read."""
    path = tmp_path / "world.sqlite"
    await migrate(f"sqlite+aiosqlite:///{path}")
    assert path.stat().st_mode & 0o777 == 0o600


async def test_a_path_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    """One line with the cause, no traceback."""
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(StorageError, match="to migrate it") as caught:
        await migrate(f"sqlite+aiosqlite:///{tmp_path}/folder.sqlite")
    assert len(str(caught.value).splitlines()) == 1


async def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    """Somebody named a spreadsheet."""
    path = tmp_path / "world.sqlite"
    path.write_bytes(b"not a database, but long enough to be looked at" * 40)
    with pytest.raises(StorageError, match="file is not a database") as caught:
        await migrate(f"sqlite+aiosqlite:///{path}")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.postgresql
async def test_a_server_without_the_database_says_so(postgresql_url: str) -> None:
    """The name in the setting is wrong."""
    with pytest.raises(StorageError, match="does not exist") as caught:
        await migrate(postgresql_url.replace("/test_", "/no_such_"))
    assert len(str(caught.value).splitlines()) == 1


async def test_a_damaged_file_is_refused_and_left_as_it_is(fresh: Path) -> None:
    """Nothing is written into it; one line says what to do."""
    with fresh.open("r+b") as file:
        for page in range(2, 40):
            file.seek(page * 4096)
            file.write(b"\xff" * 64)
    before = fresh.read_bytes()
    with pytest.raises(StorageError, match=r"damaged .*put the newest good backup in its place") as caught:
        await migrate(f"sqlite+aiosqlite:///{fresh}")
    assert len(str(caught.value).splitlines()) == 1
    assert fresh.read_bytes() == before
