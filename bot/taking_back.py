"""The last list is taken back: shown first, done once its number was typed."""

import json
from collections import Counter
from typing import Any

import typer

from bot.import_undone import MARKS
from bot.performing import Perform, performer
from bot.settings import Settings
from locales import Words, words
from locales.formats import number


async def take_back(settings: Settings, *, dry: bool, ask: bool) -> None:
    """Say what goes and what stays; take it back, unless ``dry``, once the number of names was typed."""
    say = words(settings.default_language)
    async with performer(settings) as perform:
        would = json.loads(await perform("import-undo-show", {}))
        typer.echo(say("import-undo-would", **_told(would)))
        if would["stay"] or would["stay_teams"]:
            teams = ", ".join(would["teams"])
            stays = {"people": number(would["stay"]), "teams": would["stay_teams"], "names": teams or "none"}
            typer.echo(say("import-undo-stays", **stays))
        if dry:
            return
        if ask and not _confirmed(say, would["people"]):
            typer.echo(say("import-undo-not-done"))
            return
        await _done(perform, would["run"])
    typer.echo(say("import-undo-done", file=would["file"]))


def _told(would: dict[str, Any]) -> dict[str, str | int]:
    counts = Counter(would["counts"])
    return {
        "file": would["file"],
        "at": would["at"],
        "people": number(would["people"]),
        "teams": counts["team"],
        "organisations": counts["organisation"],
        "moved": counts["moved"],
        "proposed": counts["offer"],
    }


def _confirmed(say: Words, count: int) -> bool:
    said = typer.prompt(say("import-undo-confirm", count=str(count)), default="", show_default=False)
    return bool("".join(filter(str.isdecimal, str(said))) == str(count))


async def _done(perform: Perform, run: str) -> None:
    while int(await perform("import-undo-names", {"run": run})):
        pass
    for what in MARKS:
        after = ""
        while after := await perform("import-undo-marks", {"run": run, "what": what, "after": after}):
            pass
    await perform("import-undo-end", {"run": run})
