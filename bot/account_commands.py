"""What an operator types about the bots of teams and units."""

import sys
from typing import Annotated

import typer

from bot.keys import secret_key
from bot.performing import perform, refuse, settled
from bot.tokens import Tokens

accounts = typer.Typer(no_args_is_help=True, help="Bots of teams and units.")


@accounts.command("add")
def add_command(
    unit: Annotated[str, typer.Option(help="Code of the commune or province it belongs to")] = "",
    team: Annotated[str, typer.Option(help="Id of the team it belongs to, instead of a unit")] = "",
) -> None:
    """Connect a bot: its token is asked for, or read from a pipe, and never part of a command."""
    token = str(typer.prompt("token", hide_input=sys.stdin.isatty(), err=True)).strip()
    account, _, secret = token.partition(":")
    if not account.isdigit() or not secret:
        refuse("that is no token: digits, a colon, letters, as Zalo Bot Creator or BotFather gives it")
    sealed = Tokens(secret_key(settled())).closed(token)
    typer.echo(perform("accounts-add", {"account": account, "sealed": sealed, "unit": unit, "team": team}))


@accounts.command("list")
def list_command() -> None:
    """The bots that teams and units connected, with what passed through them this month."""
    typer.echo(perform("accounts-list", {}))


@accounts.command("remove")
def remove_command(account: Annotated[str, typer.Argument(help="Its number")]) -> None:
    """Let a bot go; its token is forgotten."""
    typer.echo(perform("accounts-remove", {"account": account}))
