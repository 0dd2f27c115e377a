"""A list of figures from the file to the totals: read, shown, confirmed, put in for teams that are not on the
bot yet. What is taken in says everywhere that it was put in from above."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot import clock
from bot.performing import Perform, performer, refuse
from bot.settings import Settings
from bot.sheet_apart import rows_of
from bot.units_known import known_units
from handlers.importing import columns
from handlers.importing.figures import COLUMNS, NEEDED, Days, DayTold
from handlers.importing.judged import Fault, Unfit, told
from handlers.importing.limits import Limits, SheetRefused
from handlers.importing.places import Places
from handlers.importing.writing import write
from handlers.unit_search import UnitIndex
from locales import words
from locales.formats import local, number

SLICE = 250
"""Rows of one transaction."""
SHOWN = 20
"""Faults shown on the screen; all of them are in the file beside the list."""


class FiguresList:
    """See the module."""

    def __init__(self, settings: Settings, file: Path) -> None:
        self._settings = settings
        self._file = file
        self._say = words(settings.default_language)
        self._console = Console(highlight=False, stderr=True)
        self._faults: list[Fault] = []

    async def take_in(self, *, dry: bool, ask: bool) -> None:
        """Show what the list would change; put it in, unless ``dry``, once the number was typed."""
        rows = self._read(await known_units(self._settings))
        async with performer(self._settings) as perform:
            would = await self._slices(rows, perform, dry=True)
            wrong = {one.row for one in self._faults}
            able = [row for row in rows if row.row not in wrong]
            self._show(len(able), would)
            if dry or not able:
                return
            if ask and not self._confirmed(len(able)):
                typer.echo(self._say("import-not-done"))
                return
            done = await self._slices(able, perform, dry=False)
        typer.echo(self._say("figures-in-done", rows=number(len(able)), **_counted(done)))

    def _read(self, units: UnitIndex) -> list[DayTold]:
        days = Days(Places(units), local(clock.now()).date())
        found: list[DayTold] = []
        try:
            table = columns.table(rows_of(self._file, Limits()), COLUMNS, NEEDED)
            for row, cells in table.rows:
                try:
                    one = days.judged(row, table.said(cells))
                except Unfit as unfit:
                    self._faults.append(unfit.fault)
                else:
                    found += [one] if one is not None else []
        except SheetRefused as refused:
            refuse(f"{self._file}: {self._say(f'sheet-{refused.rule}', **refused.given)}")
        return sorted(found, key=lambda one: (one.unit, one.team, one.day_on))

    async def _slices(self, rows: Sequence[DayTold], perform: Perform, *, dry: bool) -> Counter[str]:
        """Go through the list once; the counts of all slices, and what is wrong among ``faults``."""
        counts: Counter[str] = Counter()
        with self._progress("import-comparing" if dry else "import-writing", len(rows)) as moved:
            for start in range(0, len(rows), SLICE):
                part = [asdict(row) for row in rows[start : start + SLICE]]
                given = {"rows": json.dumps(part, ensure_ascii=False), **({"dry": "yes"} if dry else {})}
                answer = json.loads(await perform("figures-import", given))
                counts.update(answer["counts"])
                self._faults += [Fault(*one) for one in answer["faults"]]
                moved(start + len(part))
        return counts

    def _show(self, able: int, would: Counter[str]) -> None:
        faulty = len(self._faults)
        rows = {"rows": number(able + faulty), "good": number(able), "faulty": number(faulty)}
        typer.echo(self._say("import-read", **rows))
        typer.echo(self._say("figures-in-would", **_counted(would)))
        if not faulty:
            return
        lines = [
            tuple(map(str, told(self._say, one))) for one in sorted(self._faults, key=lambda one: one.row)
        ]
        for line in lines[:SHOWN]:
            typer.echo(" · ".join(line))
        file = self._file.with_name(f"{self._file.stem}-loi.xlsx")
        headings = [self._say(f"import-fault-{one}") for one in ("row", "column", "cell", "what")]
        write(file, self._say("import-sheet-faults"), headings, lines)
        typer.echo(self._say("figures-in-faults", count=number(faulty), file=str(file)))

    def _confirmed(self, count: int) -> bool:
        said = typer.prompt(self._say("import-confirm", count=str(count)), default="", show_default=False)
        return "".join(filter(str.isdecimal, str(said))) == str(count)

    @contextmanager
    def _progress(self, doing: str, total: int) -> Iterator[Callable[[int], None]]:
        drawn = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*drawn, console=self._console, transient=True) as progress:
            task = progress.add_task(self._say(doing), total=total)
            yield lambda at: progress.update(task, completed=at)


def _counted(counts: Counter[str]) -> dict[str, str]:
    return {name: number(counts[name]) for name in ("added", "replaced", "same")}
