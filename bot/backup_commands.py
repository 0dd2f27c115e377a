"""``aoxanh backup`` and ``aoxanh restore``."""

from pathlib import Path
from typing import Annotated

import typer

from bot import clock, outliving, restoring
from bot.backup_file import Manifest, checked, manifest_of, opening
from bot.backups import made
from bot.keys import backup_keys
from bot.operations import note, perform
from bot.performing import awaited, performer, refuse, settled
from bot.settings import Settings
from bot.starting import opened

_File = Annotated[Path, typer.Argument(help="Where the backup goes; one that is there is replaced")]


def backup_command(file: _File) -> None:
    """Back up the database to a sealed file, also while the bot runs."""
    found = settled()
    manifest = awaited(_made(found, file.absolute()))
    typer.echo(f"{file}: {file.stat().st_size} bytes, {_told(manifest)}")


async def _made(found: Settings, path: Path) -> Manifest:
    if not found.shared:
        async with performer(found) as perform_there:
            return await made(found, path, perform_there, None)
    async with opened(found) as store:
        await note(store, "backup", {})
        return await made(found, path, lambda name, given: perform(store, name, given), store)


def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that aoxanh backup wrote")],
    over_newer: Annotated[
        bool,
        typer.Option("--over-newer", help="Also when the database that is there is newer; it is kept aside"),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only read it to its end and say what it holds")
    ] = False,
) -> None:
    """Put a backup in the place of the database. The bot must be stopped; what was there is kept aside."""
    found = settled()
    awaited(_restored(found, file.absolute(), over_newer=over_newer, check=check))


async def _restored(found: Settings, path: Path, *, over_newer: bool, check: bool) -> None:
    key = opening(path, backup_keys(found))
    if check:
        typer.echo(f"{path}: whole, {_told(checked(path, key).manifest)}")
        return
    now = clock.now()
    aside = await restoring.restored(found, path, now, over_newer=over_newer)
    typer.echo(f"restored: {_told(manifest_of(path, key))}")
    if aside:
        typer.echo(f"what was there is kept in {aside}; remove it once all is well")
    async with opened(found) as store:
        await note(store, "restore", {})
        erased, back = await outliving.done_again(store, found.data_folder, now)
        if erased or back:
            typer.echo(f"decided since and done again: {erased} people erased, consents or pauses of {back}")
        gone = await restoring.let_go(store, now)
        if gone:
            typer.echo(f"{gone} messages that were due are not sent: they may have been sent already")
        wrong = await perform(store, "figures-verify", {})
        typer.echo(wrong)
    if not wrong.startswith("every total"):
        refuse("the totals differ from their records, as they did in the backup; aoxanh figures rebuild")


def _told(manifest: Manifest) -> str:
    rows, tables = sum(manifest.counts.values()), len(manifest.counts)
    return f"taken {manifest.taken_at[:19]}Z, schema {manifest.schema}, {rows} rows in {tables} tables"
