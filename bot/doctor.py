"""The doctor: every check, what each found, and what to do."""

from collections.abc import Iterable
from datetime import datetime

from rich.console import Console
from rich.markup import escape

from bot import checks
from bot.check import Check, Finding, State
from bot.settings import Settings
from handlers.registry import instances

_MARK = {State.GOOD: "[green]good [/]", State.WATCH: "[yellow]watch[/]", State.BAD: "[red]BAD  [/]"}


async def examine(settings: Settings, now: datetime) -> list[tuple[str, Finding]]:
    """The findings of every check, in the order of the files."""
    found = []
    for one in instances(checks, Check):  # type: ignore[type-abstract]  # the kind itself is never made
        found += [(one.name, finding) for finding in await one.look(settings, now)]
    return found


def show(found: Iterable[tuple[str, Finding]], console: Console) -> bool:
    """A line for each, and whether nothing is bad."""
    well = True
    for name, finding in found:
        well = well and finding.state is not State.BAD
        console.print(f"{_MARK[finding.state]} {name:<10} {escape(finding.found)}", soft_wrap=True)
        if finding.todo:
            console.print(f"{'':17}→ {escape(finding.todo)}", soft_wrap=True)
    return well
