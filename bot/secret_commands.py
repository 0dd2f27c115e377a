"""``aoxanh secrets``: the key that seals data, changed."""

import typer

from bot import clock
from bot.performing import awaited, refuse, settled
from bot.resealing import Outcome, resealed

secrets = typer.Typer(no_args_is_help=True, help="The key that seals data.")


@secrets.callback()
def group() -> None:
    """The key that seals data."""


@secrets.command("rotate")
def rotate_command() -> None:
    """Seal anew with SECRET_KEY what the keys of SECRET_KEY_BEFORE sealed. The bot must be stopped."""
    found: dict[str, Outcome] = awaited(resealed(settled(), clock.now()))
    for what, one in found.items():
        typer.echo(f"{what}: {one.anew} sealed anew, {one.already} were already{_lost(one)}")
    if any(one.lost for one in found.values()):
        refuse(
            "what opens with no key is lost: put the missing key into SECRET_KEY_BEFORE and ask again, or "
            "connect those bots anew (aoxanh accounts list names them once the bot runs)"
        )
    typer.echo(
        "start the bot; after a day take SECRET_KEY_BEFORE out of .env, and keep the former key with backups "
        "elsewhere that were made with it"
    )


def _lost(one: Outcome) -> str:
    return f", {one.lost} open with no key" if one.lost else ""
