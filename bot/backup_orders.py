"""What ``aoxanh backup`` and ``aoxanh restore`` do."""

from pathlib import Path

import typer

from bot import clock, outliving, restoring
from bot.backup_file import Manifest, checked, manifest_of, opening
from bot.backups import made
from bot.keys import backup_keys
from bot.operations import note, perform
from bot.performing import performer, refuse
from bot.settings import Settings
from bot.starting import opened


async def backed_up(found: Settings, path: Path) -> str:
    """Write a sealed backup to ``path``; what it holds."""
    return told(await _made(found, path))


async def _made(found: Settings, path: Path) -> Manifest:
    if not found.shared:
        async with performer(found) as perform_there:
            return await made(found, path, perform_there, None)
    async with opened(found) as store:
        await note(store, "backup", {})
        return await made(found, path, lambda name, given: perform(store, name, given), store)


async def restored(found: Settings, path: Path, *, over_newer: bool, check: bool) -> None:
    """Put the backup at ``path`` in the place of the database; ``check`` only reads it to its end."""
    key = opening(path, backup_keys(found))
    if check:
        typer.echo(f"{path}: whole, {told(checked(path, key).manifest)}")
        return
    now = clock.now()
    aside = await restoring.restored(found, path, now, over_newer=over_newer)
    typer.echo(f"restored: {told(manifest_of(path, key))}")
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


def told(manifest: Manifest) -> str:
    """A backup in one line."""
    rows, tables = sum(manifest.counts.values()), len(manifest.counts)
    return f"taken {manifest.taken_at[:19]}Z, schema {manifest.schema}, {rows} rows in {tables} tables"
