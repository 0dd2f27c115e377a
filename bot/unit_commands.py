"""What an operator types when communes are merged, split or renamed."""

import json
from typing import Annotated

import typer

from bot.performing import perform

units = typer.Typer(
    no_args_is_help=True, help="Communes that are merged, split or renamed, and what changed."
)
_From = Annotated[
    str,
    typer.Option(
        "--from", help="First day, as 2026-12-01; one ahead waits for its evening, one past takes along"
    ),
]
_Into = Annotated[str, typer.Option(help="Code of the commune they work in from now on")]


@units.command("merge")
def merge_command(
    unit: Annotated[str, typer.Argument(help="Code of the commune that ends")], into: _Into, since: _From = ""
) -> None:
    """Move every team of a commune to another, with its coordinators and what is open there."""
    typer.echo(perform("units-merge", {"unit": unit, "into": into, "from": since}))


@units.command("split")
def split_command(
    unit: Annotated[str, typer.Argument(help="Code of the commune the teams are in")],
    into: _Into,
    team: Annotated[list[str], typer.Option(help="Id of a team that moves; give it again for each")],
    since: _From = "",
) -> None:
    """Move some teams of a commune to another; its coordinators have both."""
    typer.echo(perform("units-split", {"unit": unit, "into": into, "teams": json.dumps(team), "from": since}))


@units.command("rename")
def rename_command(
    unit: Annotated[str, typer.Argument(help="Code of the commune or province")],
    name: Annotated[str, typer.Argument(help="Its name, with its kind where that changes: Phường Láng")],
    since: Annotated[str, typer.Option("--from", help="First day, as 2026-12-01; today without it")] = "",
) -> None:
    """Give a unit another name; the one before still leads to it, and what was sent keeps it."""
    typer.echo(perform("units-rename", {"unit": unit, "name": name, "from": since}))


@units.command("cancel")
def cancel_command(
    change: Annotated[
        str, typer.Argument(help="Id of a merge or split that waits, as units changes says it")
    ],
) -> None:
    """Do not do what waits for its day."""
    typer.echo(perform("units-cancel", {"id": change}))


@units.command("changes")
def changes_command(days: Annotated[int, typer.Option(help="How far back")] = 400) -> None:
    """What was renamed, moved, merged and closed, and what waits for its day."""
    typer.echo(perform("units-changes", {"days": str(days)}))
