"""What an operator types when communes are merged or split."""

import json
from typing import Annotated

import typer

from bot.performing import perform

units = typer.Typer(no_args_is_help=True, help="Communes that are merged or split, and what changed.")
_Into = Annotated[str, typer.Option(help="Code of the commune they work in from now on")]


@units.command("merge")
def merge_command(
    unit: Annotated[str, typer.Argument(help="Code of the commune that ends")], into: _Into
) -> None:
    """Move every team of a commune to another, with its coordinators and what is open there."""
    typer.echo(perform("units-merge", {"unit": unit, "into": into}))


@units.command("split")
def split_command(
    unit: Annotated[str, typer.Argument(help="Code of the commune the teams are in")],
    into: _Into,
    team: Annotated[list[str], typer.Option(help="Id of a team that moves; give it again for each")],
) -> None:
    """Move some teams of a commune to another; its coordinators have both."""
    typer.echo(perform("units-split", {"unit": unit, "into": into, "teams": json.dumps(team)}))


@units.command("changes")
def changes_command(days: Annotated[int, typer.Option(help="How far back")] = 400) -> None:
    """What was renamed, moved, merged and closed."""
    typer.echo(perform("units-changes", {"days": str(days)}))
