"""``aoxanh audit``: look whether the log is whole, and take it out."""

from pathlib import Path
from typing import Annotated

import typer

from bot.audit import WHOLE
from bot.performing import perform

audit = typer.Typer(no_args_is_help=True, help="The log of who looked at, took out or changed whose data.")


@audit.command("verify")
def verify_command(
    head: Annotated[
        list[str] | None,
        typer.Option(
            help="An end told earlier, here or in a message, as 01/57/3f8c…: it must still be there"
        ),
    ] = None,
) -> None:
    """Name every entry that was changed or is missing, or say where each chain ends."""
    said = perform("audit-verify", {"heads": " ".join(head or [])})
    typer.echo(said)
    if not said.startswith(WHOLE):
        raise typer.Exit(1)


@audit.command("export")
def export_command(
    file: Annotated[
        Path, typer.Argument(help="A new file: .csv for a spreadsheet, else a JSON object a line")
    ],
    tenant: Annotated[str, typer.Option(help="Only this tenant's entries")] = "",
) -> None:
    """Write the log to a file."""
    typer.echo(perform("audit-export", {"file": str(file.absolute()), "tenant": tenant}))
