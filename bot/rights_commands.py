"""``aoxanh erase``, ``rights``, ``retention``, ``controllers``, ``breach``: what law asks of an operator."""

from pathlib import Path
from typing import Annotated

import typer

from bot.performing import perform, settled

rights = typer.Typer(no_args_is_help=True, help="Requests of people about their own data.")
retention = typer.Typer(no_args_is_help=True, help="How long things are kept.")
controllers = typer.Typer(no_args_is_help=True, help="Who is responsible for the data of each tenant.")
breach = typer.Typer(no_args_is_help=True, help="The register of breaches, with its clock of 72 hours.")

Id = Annotated[str, typer.Argument(help="The end of its id, as the list shows it")]


def erase_command(
    person: Annotated[str, typer.Argument(help="Their id, or their whole name where only one has it")],
) -> None:
    """Erase a person at once, as they could themselves with /xoa."""
    typer.echo(perform("erase", {"who": person}))


@rights.command("list")
def list_command() -> None:
    """Requests of ninety days, and every one without an outcome."""
    typer.echo(perform("rights-list", {}))


@rights.command("open")
def open_command(
    kind: Annotated[str, typer.Argument(help="see, correct, copy, withdraw, pause, object or erase")],
    person: Annotated[str, typer.Argument(help="Their id, or their whole name where only one has it")],
) -> None:
    """Enter a request that came by letter; coordinators are warned at half of its time."""
    typer.echo(perform("rights-open", {"kind": kind, "who": person}))


@rights.command("close")
def close_command(
    request: Annotated[str, typer.Argument(help="Its id")],
    outcome: Annotated[str, typer.Option(help="What came of it, without names")],
) -> None:
    """Note the outcome of a request."""
    typer.echo(perform("rights-close", {"id": request, "outcome": outcome}))


@retention.command("list")
def retention_list_command() -> None:
    """The times a tenant may choose, and what they chose."""
    typer.echo(perform("retention-list", {}))


@retention.command("set")
def retention_set_command(
    tenant: Annotated[str, typer.Argument(help="Its code, as 01")],
    kind: Annotated[str, typer.Argument(help="records, faq_questions, sessions, consents, rights_requests")],
    days: Annotated[int, typer.Argument(min=0, help="0 is the default again")],
) -> None:
    """Have a tenant keep something longer or shorter."""
    typer.echo(perform("retention-set", {"tenant": tenant, "kind": kind, "days": str(days)}))


@controllers.command("list")
def controllers_list_command() -> None:
    """Whom the notice names in each tenant."""
    typer.echo(perform("controllers-list", _responsible()))


@controllers.command("set")
def controllers_set_command(
    tenant: Annotated[str, typer.Argument(help="Its code, as 01")],
    name: Annotated[str, typer.Option(help="The organisation, as the notice names it")],
    contact: Annotated[str, typer.Option(help="An e-mail address or a telephone number")],
) -> None:
    """Have a tenant name who is responsible for the data of its people; another name asks them again."""
    given = {"tenant": tenant, "name": name, "contact": contact}
    typer.echo(perform("controllers-set", {**given, **_responsible()}))


@controllers.command("clear")
def controllers_clear_command(tenant: Annotated[str, typer.Argument(help="Its code, as 01")]) -> None:
    """Have a tenant name whom the settings name."""
    typer.echo(perform("controllers-set", {"tenant": tenant, "name": "", "contact": "", **_responsible()}))


@breach.command("open")
def breach_open_command(
    tenant: Annotated[str, typer.Option(help="Whose people are concerned, as 01")],
    what: Annotated[str, typer.Option(help="What happened, without names")],
    kind: Annotated[str, typer.Option(help="leak, or purpose: used for something nobody agreed to")] = "leak",
    noticed: Annotated[str, typer.Option(help="When, as 2026-11-22T08:30; now without it")] = "",
    happened: Annotated[str, typer.Option(help="When it happened, if known")] = "",
    people: Annotated[int, typer.Option(min=0, help="How many are concerned, as far as known")] = 0,
    data: Annotated[str, typer.Option(help="Which kinds of data")] = "",
    location: Annotated[bool, typer.Option("--location", help="Positions are among them")] = False,
) -> None:
    """Enter a breach; the authority is told within 72 hours of noticing it."""
    given = {"tenant": tenant, "what": what, "kind": kind, "noticed": noticed, "happened": happened}
    given |= {"people": str(people), "data": data, "location": "yes" if location else ""}
    typer.echo(perform("breach-open", given))


@breach.command("list")
def breach_list_command() -> None:
    """Every breach, and how many hours are left."""
    typer.echo(perform("breach-list", {}))


@breach.command("show")
def breach_show_command(breach_id: Id) -> None:
    """One breach as its report would say it."""
    typer.echo(perform("breach-show", {"id": breach_id, **_responsible()}))


@breach.command("note")
def breach_note_command(
    breach_id: Id,
    cause: Annotated[str, typer.Option(help="Why it happened")] = "",
    measures: Annotated[str, typer.Option(help="What was done, and will be")] = "",
    data: Annotated[str, typer.Option(help="Which kinds of data")] = "",
    people: Annotated[str, typer.Option(help="How many are concerned")] = "",
    reported: Annotated[bool, typer.Option("--reported", help="The authority has the report")] = False,
    told: Annotated[bool, typer.Option("--told", help="The people were told")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="It is over")] = False,
) -> None:
    """Fill in what is known by now, or that a step was done."""
    given = {"id": breach_id, "cause": cause, "measures": measures, "data": data, "people": people}
    steps = {"reported": reported, "told": told, "closed": closed}
    typer.echo(perform("breach-note", given | {step: "yes" for step, done in steps.items() if done}))


@breach.command("fill")
def breach_fill_command(
    breach_id: Id,
    field: Annotated[str, typer.Argument(help="place, parties, sensitive, records, harm, late_because, …")],
    text: Annotated[str, typer.Argument(help="What the report says there, without names of people")],
) -> None:
    """Write one field of the report."""
    typer.echo(perform("breach-fill", {"id": breach_id, "field": field, "text": text}))


@breach.command("report")
def breach_report_command(
    breach_id: Id,
    file: Annotated[Path, typer.Argument(help="A new file for the draft of the report")],
) -> None:
    """Write the draft of the report to the authority."""
    given = {"id": breach_id, "file": str(file.absolute()), **_responsible()}
    typer.echo(perform("breach-report", given))


def _responsible() -> dict[str, str]:
    found = settled()
    return {"controller_name": found.controller_name, "controller_contact": found.controller_contact}
