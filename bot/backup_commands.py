"""``aoxanh backup`` and ``aoxanh restore``."""

from pathlib import Path
from typing import Annotated

import typer

from bot.performing import awaited, settled

_File = Annotated[Path, typer.Argument(help="Where the backup goes; one that is there is replaced")]


def backup_command(file: _File) -> None:
    """Back up the database to a sealed file, also while the bot runs."""
    from bot.backup_orders import backed_up  # noqa: PLC0415  # a fifth of a second to load, for this alone

    told = awaited(backed_up(settled(), file.absolute()))
    typer.echo(f"{file}: {file.stat().st_size} bytes, {told}")


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
    from bot.backup_orders import restored  # noqa: PLC0415  # as above

    awaited(restored(settled(), file.absolute(), over_newer=over_newer, check=check))
