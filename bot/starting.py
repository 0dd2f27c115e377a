"""From settings to a running program: lock, migrate, open, fill, and say where to click."""

import json
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext

import structlog
import typer

from bot import clock, operations, outliving, sample
from bot.app import ALL_ROLES, App, Role
from bot.keys import secret_key
from bot.lock import FolderLock
from bot.remote import Door
from bot.settings import Settings
from locales import words
from storage.database import Database, database
from storage.migrate import migrate
from storage.queries import Tx

log = structlog.get_logger()


def held(settings: Settings) -> AbstractContextManager[object]:
    """The data for this process alone where it is SQLite's; raises HeldByAnother on entering."""
    return nullcontext() if settings.shared else FolderLock(settings.data_folder)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database, migrated: SQLite for this process alone, PostgreSQL for as many as wished.

    Raises HeldByAnother or StorageError.
    """
    with held(settings):
        before, after = await migrate(settings.database_url)
        if before != after:
            log.info("database migrated", before=before, after=after)
        store = database(settings.database_url)
        await store.start()
        try:
            if settings.shared:
                from bot.moving import settled  # noqa: PLC0415  # half a second to load, for PostgreSQL alone

                await settled(store)
            yield store
        finally:
            await store.close()


async def run(settings: Settings, roles: frozenset[Role] = ALL_ROLES, port: int = 0) -> int:
    """Run the bot until it is stopped; the exit code. It listens on ``port``, or on that of the settings."""
    async with opened(settings) as store:
        await operations.load(store, {})
        await outliving.done_again(store, settings.data_folder, clock.now())
        app = App(settings, store, secret_key(settings), roles=roles, port=port)
        if Role.WEB in roles and await _sample_wanted(settings, store):
            _show(settings, json.loads(await operations.seed(store, {"web_url": settings.web_url})))
        async with _door(settings, store):
            return await app.run()


@asynccontextmanager
async def _door(settings: Settings, store: Database) -> AsyncIterator[None]:
    """While SQLite's one process runs, operations are asked of it; PostgreSQL is open to them."""
    if settings.shared:
        yield
        return
    door = Door(settings.data_folder, store)
    await door.open()
    try:
        yield
    finally:
        await door.close()


async def _sample_wanted(settings: Settings, store: Database) -> bool:
    """Whether this is somebody's first look: no real people, and nobody's data but the sample's."""
    if settings.real:
        return False

    async def work(tx: Tx) -> list[str]:
        return [str(row["tenant"]) for row in await tx.all("tenants_all")]

    return set(await store.read(work)) <= {sample.TENANT}


def _show(settings: Settings, links: dict[str, str]) -> None:
    reader = words(settings.default_language)
    typer.echo(f"\n{reader('cli-ready', url=settings.web_url)}\n")
    for who, link in links.items():
        typer.echo(f"  {reader(f'cli-as-{who}')}: {link}")
    typer.echo("")
