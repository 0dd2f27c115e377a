"""A list of teams and people, from the file to the last code: read, shown, confirmed, written, handed out.

The file is opened here, in a process of its own, with nothing but texts going to the running bot.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot import importing, naming
from bot.performing import Perform, performer, refuse
from bot.settings import Settings
from bot.sheet_apart import rows_of
from bot.units_known import known_units
from handlers import inviting
from handlers.importing import template
from handlers.importing.judged import Fault, told
from handlers.importing.limits import Limits, SheetRefused
from handlers.importing.people import Listed, People
from handlers.importing.places import Places
from handlers.importing.reading import Read, read_people
from handlers.importing.spool import Spool, read
from handlers.importing.writing import write
from locales import words
from locales.formats import local, number
from storage.records.membership import Role

SLICE = 250
"""Rows of one transaction: some 20 ms of the one connection."""
SHOWN = 20
"""Faults shown on the screen; all of them are in the file beside the list."""

_CODE_COLUMNS = ("province", "commune", "team", "person", "role", "code", "until")
_COUNTED = ("teams", "moved", "organisations", "people", "proposed", "same")

_ONCE = {"organisations": "organisation", "teams": "team", "moved": "moved"}
"""What is counted once, however many rows and slices it stands in."""


def write_template(settings: Settings, file: Path, of: str) -> None:
    """Write the template of a list to ``file``."""
    reader = words(settings.default_language)
    try:
        template.write_template(file, of, reader)
    except OSError as error:
        refuse(f"{file}: {error.strerror}")
    typer.echo(reader("import-template-done", file=str(file)))


class PeopleList:
    """See the module. ``codes`` is where the codes go, beside the list when not said."""

    def __init__(self, settings: Settings, file: Path, codes: Path | None) -> None:
        self._settings = settings
        self._file = file
        self._codes = codes or file.with_name(f"{file.stem}-ma.xlsx")
        self.reader = words(settings.default_language)
        self._console = Console(highlight=False)
        self._units = naming.index([])
        self._drawn: dict[int, tuple[str, str]] = {}

    async def take_in(self, *, dry: bool, ask: bool) -> None:
        """Show what the list would change; write it, unless ``dry``, once the number was typed."""
        self._units = await known_units(self._settings)
        with Spool() as spool:
            found = self._read(spool)
            async with performer(self._settings) as perform:
                would = await self._slices(spool, perform, "", "import-comparing")
                self._show(found, would)
                if dry or not len(spool):
                    return
                if ask and not self._confirmed(len(spool)):
                    typer.echo(self.reader("import-not-done"))
                    return
                await self._write(spool, perform, found)
            self._hand_out(spool)

    def _read(self, spool: Spool) -> Read:
        people = People(Places(self._units))
        with self._progress("import-reading", None) as moved:
            try:
                found = read_people(rows_of(self._file, Limits()), people, spool, moved)
            except SheetRefused as refused:
                refuse(f"{self._file}: {self.reader(f'sheet-{refused.rule}', **refused.given)}")
        return found

    async def _write(self, spool: Spool, perform: Perform, found: Read) -> None:
        given = {
            "file": self._file.name,
            "digest": hashlib.sha256(self._file.read_bytes()).hexdigest(),
            "row_count": str(found.rows),
            "faulty": str(found.faulty),
            "tenants": json.dumps(sorted(found.tenants)),
        }
        run = await perform("import-begin", given)
        done = await self._slices(spool, perform, run, "import-writing")
        await perform("import-end", {**given, "run": run, "counts": json.dumps(done)})
        typer.echo(self.reader("import-done", rows=_n(len(spool)), **_counted(done)))

    async def _slices(self, spool: Spool, perform: Perform, run: str, doing: str) -> Counter[str]:
        """Go through the list once; the counts of all slices."""
        counts: Counter[str] = Counter()
        made: set[tuple[str, ...]] = set()
        at = 0
        with self._progress(doing, len(spool)) as moved:
            for rows in spool.slices(SLICE):
                answer = json.loads(await perform("import-slice", importing.slice_given(rows, run)))
                counts.update(answer["counts"])
                made.update(map(tuple, answer["made"]))
                self._drawn.update({row: (code, until) for row, code, until in answer["codes"] if run})
                at += len(rows)
                moved(at)
        # Where nothing is written, each slice founds once more what another one founded.
        founded = Counter(what for what, _ in made)
        counts.update({name: founded[what] - counts[name] for name, what in _ONCE.items()})
        return counts

    def _show(self, found: Read, would: Counter[str]) -> None:
        say = self.reader
        good = found.rows - found.faulty
        typer.echo(say("import-read", rows=_n(found.rows), good=_n(good), faulty=_n(found.faulty)))
        if found.unread:
            typer.echo(say("import-unread", headings=", ".join(found.unread)))
        typer.echo(say("import-would", **_counted(would)))
        if found.faults:
            self._show_faults(found.faults)

    def _show_faults(self, faults: list[Fault]) -> None:
        headings = [self.reader(f"import-fault-{one}") for one in ("row", "column", "cell", "what")]
        rows = [tuple(map(str, told(self.reader, fault))) for fault in faults]
        table = Table(*headings, show_lines=False)
        for row in rows[:SHOWN]:
            table.add_row(*map(escape, row))
        self._console.print(table)
        file = self._file.with_name(f"{self._file.stem}-loi.xlsx")
        write(file, self.reader("import-sheet-faults"), headings, rows)
        typer.echo(self.reader("import-faults-in", count=_n(len(rows)), file=str(file)))

    def _confirmed(self, count: int) -> bool:
        said = typer.prompt(self.reader("import-confirm", count=str(count)), default="", show_default=False)
        return bool("".join(filter(str.isdecimal, str(said))) == str(count))

    def _hand_out(self, spool: Spool) -> None:
        """The codes of everybody on the list who has not joined yet, to hand on commune by commune."""
        if not self._drawn:
            return
        headings = [self.reader(f"import-column-{key}") for key in _CODE_COLUMNS]
        count = write(self._codes, self.reader("import-sheet-codes"), headings, self._coded(spool))
        typer.echo(self.reader("import-codes-in", count=_n(count), file=str(self._codes)))

    def _coded(self, spool: Spool) -> Iterator[tuple[str, ...]]:
        for rows in spool.slices(SLICE):
            for row in read(rows):
                if row.row in self._drawn:
                    yield self._line(row, *self._drawn[row.row])

    def _line(self, row: Listed, code: str, until: str) -> tuple[str, ...]:
        role = "" if row.role is Role.VOLUNTEER else self.reader(f"import-proposed-{row.role}")
        ends = f"{local(datetime.fromisoformat(until)):%d/%m/%Y}"
        units = [self._named(row.tenant), "" if row.unit == row.tenant else self._named(row.unit)]
        return *units, row.team, row.person, role, inviting.grouped(code), ends

    def _named(self, code: str) -> str:
        unit = self._units.unit(code)
        return self.reader("unit-named", kind=unit.kind, unit=unit.name) if unit else code

    @contextmanager
    def _progress(self, doing: str, total: int | None) -> Iterator[Callable[[int], None]]:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(self.reader(doing), total=total)
            yield lambda at: progress.update(task, completed=at)


def _n(count: int) -> str:
    return number(count)


def _counted(counts: Mapping[str, int]) -> dict[str, str | int]:
    """What is told of a list: how much of each kind it adds or changes."""
    return {name: counts.get(name, 0) for name in _COUNTED}
