"""How a command does what it does: with the settings, on the data or through the running bot, one line on
stderr and exit code 1 when it cannot."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Any, NoReturn

import typer

from bot.lock import HeldByAnother
from bot.operating import Given, OperationError
from bot.operations import perform as performed
from bot.remote import ask
from bot.settings import Settings, SettingsError, read_settings
from bot.starting import opened
from bot.telemetry import set_up_logs
from storage.database import StorageError

Perform = Callable[[str, Given], Awaitable[str]]
"""Does an operation; raises OperationError or StorageError."""


def refuse(error: Exception | str) -> NoReturn:
    """Say why not, and end."""
    typer.echo(str(error), err=True)
    raise typer.Exit(1)


def settled() -> Settings:
    """The settings, with logs set up."""
    try:
        settings = read_settings()
    except SettingsError as error:
        refuse(error)
    set_up_logs(settings.log_level)
    return settings


def awaited(work: Coroutine[Any, Any, Any]) -> Any:
    """What ``work`` gives; what it cannot do ends the command."""
    try:
        return asyncio.run(work)
    except (HeldByAnother, StorageError, OperationError) as error:
        refuse(error)


@asynccontextmanager
async def performer(settings: Settings) -> AsyncIterator[Perform]:
    """Operations on the data when nobody else has it, else through the running bot."""
    async with AsyncExitStack() as stack:
        try:
            store = await stack.enter_async_context(opened(settings))
        except HeldByAnother:
            perform: Perform = partial(ask, settings.data_folder)
        else:
            perform = partial(performed, store)
        yield perform


def perform(operation: str, given: Given) -> str:
    """Do one operation; its answer."""
    settings = settled()

    async def work() -> str:
        async with performer(settings) as do:
            return await do(operation, given)

    return str(awaited(work()))
