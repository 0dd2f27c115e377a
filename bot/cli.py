"""The command line: what an operator types."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import account_commands, clock, faq_files, file_commands, sheets, unit_commands
from bot.app import ALL_ROLES, Role
from bot.audit_commands import audit
from bot.backup_commands import backup_command, restore_command
from bot.performing import awaited, perform, refuse, settled
from bot.rights_commands import breach, controllers, erase_command, retention, rights
from bot.secret_commands import secrets
from bot.settings import Settings, example
from bot.starting import held, run
from bot.telemetry import set_up_logs
from handlers.shorthand import parse
from locales.faq import read_topics
from locales.faq_beyond import read_beyond
from locales.formats import local
from locales.front_matter import FaqFileError
from storage.migrate import migrate

cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
faq = typer.Typer(no_args_is_help=True, help="Ask the FAQ, or check its files.")
figures = typer.Typer(no_args_is_help=True, help="Compare totals with records, or make them anew.")
export = typer.Typer(no_args_is_help=True, help="Write lists and figures to files.")
dead = typer.Typer(no_args_is_help=True, help="Updates that could not be handled.")
cli.add_typer(audit, name="audit")
cli.command("backup")(backup_command)
cli.command("restore")(restore_command)
cli.command("erase")(erase_command)
cli.add_typer(rights, name="rights")
cli.add_typer(retention, name="retention")
cli.add_typer(breach, name="breach")
cli.add_typer(controllers, name="controllers")
cli.add_typer(secrets, name="secrets")
cli.add_typer(account_commands.accounts, name="accounts")
cli.add_typer(unit_commands.units, name="units")
cli.add_typer(faq, name="faq")
cli.add_typer(dead, name="dead")
cli.add_typer(figures, name="figures")
cli.add_typer(export, name="export")
cli.command("import")(sheets.import_command)
figures.command("import")(sheets.figures_command)
export.command("template")(sheets.template_command)
export.command("lines")(file_commands.lines_command)
export.command("rollup")(file_commands.rollup_command)


@cli.command("run")
def run_command(
    role: Annotated[
        list[str] | None, typer.Option(help="web, inbox, outbox or scheduler; repeat it; all without it")
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Listen here instead of on WEB_PORT, beside other processes")
    ] = 0,
) -> None:
    """Run the bot with its web chat; on PostgreSQL as several processes with roles, if wished."""
    settings = settled()
    raise typer.Exit(awaited(run(settings, _roles(settings, role or []), port)))


def _roles(settings: Settings, named: list[str]) -> frozenset[Role]:
    unknown = set(named) - {*Role, "all"}
    if unknown:
        refuse(f"--role {', '.join(sorted(unknown))}: write web, inbox, outbox, scheduler or all")
    if settings.database_url.startswith("sqlite") and set(named) - {"all"}:
        refuse("--role: SQLite is for one process that does everything; several need PostgreSQL")
    return frozenset(Role(one) for one in named) if named and "all" not in named else ALL_ROLES


@cli.command("chat")
def chat_command(
    who: Annotated[
        str, typer.Option("--as", help="volunteer, leader, coordinator or stranger")
    ] = "volunteer",
    record: Annotated[Path | None, typer.Option(help="Write the dialogue as a transcript")] = None,
) -> None:
    """Chat with the bot in this terminal."""
    from bot.terminal import chat  # noqa: PLC0415  # only this command needs a terminal

    settings = settled()
    set_up_logs("ERROR")
    awaited(chat(settings, who, record))


@cli.command("migrate")
def migrate_command() -> None:
    """Bring the database to this program's schema."""
    settings = settled()

    async def work() -> tuple[str | None, str]:
        with held(settings):
            return await migrate(settings.database_url)

    before, after = awaited(work())
    typer.echo(f"schema {before or 'new'} -> {after}")


@cli.command("seed")
def seed_command() -> None:
    """Make the sample team and print links that enter as its people."""
    typer.echo(perform("load", {}))
    for who, link in json.loads(perform("seed", {"web_url": settled().web_url})).items():
        typer.echo(f"{who}: {link}")


@cli.command("invite")
def invite_command(
    unit: Annotated[
        str, typer.Option(help="Code of the unit: 01 for Hà Nội, 5 digits for a commune, 00 for the centre")
    ],
    role: Annotated[str, typer.Option(help="coordinator")] = "coordinator",
) -> None:
    """A personal code for the first coordinator of a unit."""
    if role != "coordinator":
        refuse(f"--role {role}: only coordinators are invited here; they make teams and codes in the chat")
    typer.echo(perform("invite", {"unit": unit}))


@cli.command("digest")
def digest_command(
    preview: Annotated[bool, typer.Option("--preview", help="Show it without sending")] = False,
    team: Annotated[str, typer.Option(help="Only this team's id")] = "",
) -> None:
    """The evening digest as it would be sent now."""
    if not preview:
        refuse("the bot sends digests at each team's hour; add --preview to see them now")
    typer.echo(perform("digest", {"team": team}))


@cli.command("move")
def move_command(
    to: Annotated[str, typer.Option(help="postgresql+asyncpg://user:password@host/name")],
) -> None:
    """Move a SQLite database to PostgreSQL, also while the bot runs; asked for again, it goes on."""
    typer.echo(perform("move", {"to": to}))


@figures.command("verify")
def verify_command() -> None:
    """Compare every total with its records."""
    said = perform("figures-verify", {})
    typer.echo(said)
    if not said.startswith("every total"):
        raise typer.Exit(1)


@figures.command("rebuild")
def rebuild_command() -> None:
    """Make every total anew from its records."""
    typer.echo(perform("figures-rebuild", {}))


@dead.command("list")
def dead_list_command() -> None:
    """Updates that were set aside after five tries."""
    typer.echo(perform("dead-list", {}))


@dead.command("show")
def dead_show_command(update: Annotated[str, typer.Argument(help="Its id")]) -> None:
    """What one was, its private numbers hidden."""
    typer.echo(perform("dead-show", {"id": update}))


@dead.command("replay")
def dead_replay_command(update: Annotated[str, typer.Argument(help="Its id")]) -> None:
    """Handle one again."""
    typer.echo(perform("dead-replay", {"id": update}))


@dead.command("drop")
def dead_drop_command(update: Annotated[str, typer.Argument(help="Its id")]) -> None:
    """Remove one for good."""
    typer.echo(perform("dead-drop", {"id": update}))


@faq.command("ask")
def ask_command(
    question: Annotated[str, typer.Argument(help="One question")] = "",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="One question a line in, one object a line out")
    ] = False,
) -> None:
    """Ask the FAQ without a chat."""
    from handlers.faq_search.index import FaqIndex  # noqa: PLC0415  # only this command searches by itself

    index = FaqIndex(read_topics(), read_beyond())
    for line in sys.stdin if jsonl else [question]:
        query = line.rstrip("\r\n")
        found = index.ask(query)
        answer = {"query": query, "decision": found.decision, "slugs": list(found.slugs)}
        typer.echo(json.dumps(answer, ensure_ascii=False))


@faq.command("check")
def check_command(
    folder: Annotated[
        Path | None, typer.Option(help="Check the files in this folder instead of the program's own")
    ] = None,
) -> None:
    """Hold every FAQ file to the rules, and list what has lapsed, soon will, or rests on weak sources."""
    try:
        wrong = list(faq_files.faulty(folder))
        said = list(faq_files.told(local(clock.now()).date(), folder))
    except FaqFileError as error:
        refuse(error)
    if wrong:
        refuse("\n".join(wrong))
    typer.echo("\n".join(said))


@faq.command("export")
def export_command(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder")],
) -> None:
    """Write all topics with what people added in the chat as files, also while the bot runs."""
    typer.echo(perform("faq-export", {"folder": str(folder.absolute())}))


@cli.command("shorthand")
def shorthand_command(
    line: Annotated[str, typer.Argument(help="One chat line")] = "",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One line in, one object a line out")] = False,
) -> None:
    """Show how a chat line is understood as a report."""
    today = local(clock.now()).date()
    for said in sys.stdin if jsonl else [line]:
        typer.echo(json.dumps(parse(said.rstrip("\n"), today).as_json(), ensure_ascii=False))


@cli.command("doctor")
def doctor_command() -> None:
    """Look at settings, data, disk, copies, clock, accounts and facts, and say what to do."""
    from rich.console import Console  # noqa: PLC0415  # only this command draws in colours

    from bot.doctor import examine, show  # noqa: PLC0415  # nor does another need the checks

    if not show(awaited(examine(settled(), clock.now())), Console(highlight=False)):
        raise typer.Exit(1)


@cli.command("settings")
def settings_command() -> None:
    """Print every setting with its default, as .env.example."""
    typer.echo(example(), nl=False)
