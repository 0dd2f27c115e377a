"""``aoxanh export lines`` and ``aoxanh export rollup``: figures as files."""

from pathlib import Path
from typing import Annotated

import typer

from bot.performing import perform

Unit = Annotated[str, typer.Option(help="Code: 5 digits for a commune, 2 for a province, 00 for all")]


def lines_command(
    file: Annotated[Path, typer.Argument(help="Where the .xlsx goes; one that is there is replaced")],
    unit: Unit,
    since: Annotated[str, typer.Option(help="First day, as 2026-11-16")],
    until: Annotated[str, typer.Option(help="Last day, included")],
) -> None:
    """Write every figure of every team and day, and their sums by level."""
    given = {"file": str(file.absolute()), "unit": unit, "since": since, "until": until}
    typer.echo(perform("export-lines", given))


def rollup_command(
    file: Annotated[Path, typer.Argument(help="A .docx to print, or an .xlsx of figures")],
    unit: Unit,
    week: Annotated[str, typer.Option(help="First day of the week, as 2026-11-16")],
) -> None:
    """Write the roll-up that a unit sent, as it was sent."""
    typer.echo(perform("export-rollup", {"file": str(file.absolute()), "unit": unit, "week": week}))
