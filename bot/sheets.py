"""Commands that take in spreadsheets and write their templates."""

from pathlib import Path
from typing import Annotated

import typer

from bot.performing import awaited, refuse, settled

LISTS = ("people", "figures")
"""What ``template`` can write."""
UNDO = Path("undo")
"""Stands for the last list instead of a file."""


def template_command(
    file: Annotated[Path, typer.Argument(help="Where the .xlsx goes; one that is there is replaced")],
    of: Annotated[
        str, typer.Option(help="people: teams and their people; figures: of teams not yet on the bot")
    ] = "people",
) -> None:
    """Write an empty list to fill in: headings, an example, a sheet that explains each column."""
    from bot.taking_in import write_template  # noqa: PLC0415  # only these commands know spreadsheets

    if of not in LISTS:
        refuse(f"--of {of}: write {' or '.join(LISTS)}")
    write_template(settled(), file, of)


def import_command(
    file: Annotated[
        Path, typer.Argument(help="An .xlsx or .csv made from the template; undo: the last list")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before writing")] = False,
    codes: Annotated[
        Path | None, typer.Option(help="Where the personal codes go; beside the list without it")
    ] = None,
) -> None:
    """Take in teams and people from a spreadsheet: shown first, written when confirmed, undone by undo."""
    if file == UNDO and not file.exists():
        from bot.taking_back import take_back  # noqa: PLC0415  # as above

        awaited(take_back(settled(), dry=dry_run, ask=not yes))
        return
    from bot.taking_in import PeopleList  # noqa: PLC0415  # as above

    awaited(PeopleList(settled(), file, codes).take_in(dry=dry_run, ask=not yes))


def figures_command(
    file: Annotated[Path, typer.Argument(help="An .xlsx or .csv made from the template of figures")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before writing")] = False,
) -> None:
    """Put in figures of teams that are not on the bot yet: shown first, written when confirmed."""
    from bot.figures_in import FiguresList  # noqa: PLC0415  # as above

    awaited(FiguresList(settled(), file).take_in(dry=dry_run, ask=not yes))
