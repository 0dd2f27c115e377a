"""Sheets of figures: one a level with its sums, then every line behind them."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import Any, cast

from handlers.categories import FIGURES, HELP, label
from handlers.sheet_cells import Value
from handlers.sheets import Book, Sheet
from locales import Words
from storage import lines, unit_names
from storage.figures import MATTERS, OF_PEOPLE, VISITS
from storage.lines import Readable, Scope
from storage.queries import Row
from storage.records.unit import Unit

Counts = Mapping[tuple[str, str], int]
Units = Mapping[str, Unit]
"""Units by code, as they were called."""
_SUMMED = tuple(key for key in FIGURES if key not in OF_PEOPLE)
COLUMNS = (*((key, "") for key in _SUMMED), *((MATTERS, code) for code in HELP))
"""(figure, category) of each column of a level."""
_NAMED, _COUNTED = 34, 12
"""Widths of columns, in letters."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of a level: the code and names that stand before its sums, and how many of its visits were put
    in from above."""

    names: tuple[str, ...]
    counts: Counts
    on_behalf: int


async def units_at(source: Readable, day_on: str, entered_by: datetime | None = None) -> Units:
    """What units were called on a day, as far as that was known by then."""
    return await source.read(partial(unit_names.units_on, day_on=day_on, entered_by=entered_by))


async def write(
    book: Book, words: Words, source: Readable, scope: Scope, units: Units, *, every_line: bool = True
) -> int:
    """All levels below the widest of ``scope``, then every line if wanted; how many lines there are."""
    names: dict[str, Mapping[str, str]] = {}
    provinces: list[_Place] = []
    communes: list[_Place] = []
    teams: list[_Place] = []
    for tenant in scope.tenants:
        names[tenant] = await source.read(partial(lines.team_names, tenant=tenant))
        rows = await source.read(partial(lines.sums, tenant=tenant, scope=scope))
        called = names[tenant]
        teams += [
            _Place((unit, named(words, units, unit), called.get(team, team)), *sums)
            for (unit, team), sums in _summed(rows, lambda row: (row["unit_code"], row["team_id"])).items()
        ]
        communes += [
            _Place((unit, named(words, units, unit)), *sums)
            for (unit,), sums in _summed(rows, lambda row: (row["unit_code"],)).items()
        ]
        provinces += [
            _Place((tenant, named(words, units, tenant)), *sums)
            for sums in _summed(rows, lambda _: ()).values()
        ]
    if len(scope.tenants) > 1:
        _level(book, words, "provinces", provinces)
    if not scope.unit_code:
        _level(book, words, "communes", communes)
    _level(book, words, "teams", teams)
    return await _lines(book, _Labels(words, units), source, scope, names) if every_line else 0


def _summed(
    rows: Sequence[Row], key: Callable[[Row], tuple[str, ...]]
) -> Mapping[tuple[str, ...], tuple[Counts, int]]:
    """By place the sums of its figures, and its visits that were put in from above."""
    found: dict[tuple[str, ...], dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    on_behalf: dict[tuple[str, ...], int] = defaultdict(int)
    for row in rows:
        place = key(row)
        found[place][row["figure"], row["item"]] += row["count"]
        if row["figure"] == VISITS:
            on_behalf[place] += row["on_behalf"]
    return {place: (counts, on_behalf[place]) for place, counts in found.items()}


def _level(book: Book, words: Words, level: str, places: Sequence[_Place]) -> None:
    sheet = book.sheet(words(f"export-sheet-{level}"))
    named = ("code", "unit", "team") if level == "teams" else ("code", "unit")
    labels = [words(f"export-{one}") for one in named]
    labels += [words(label("help", item) if item else label("figure", key)) for key, item in COLUMNS]
    labels.append(words("export-visits-on-behalf"))
    sheet.head(labels, [8, *(_NAMED for _ in named[1:]), *(_COUNTED for _ in COLUMNS), _COUNTED])
    sheet.add_all(
        [*one.names, *(one.counts.get(column, 0) for column in COLUMNS), one.on_behalf or None]
        for one in places
    )


async def _lines(
    book: Book, labels: "_Labels", source: Readable, scope: Scope, names: Mapping[str, Mapping[str, str]]
) -> int:
    """Every figure of every team and day; a sheet that is full goes on in the next one."""
    words = labels.words
    sheet, number, written = _lines_sheet(book, words, 1), 1, 0
    async for tenant, rows in lines.pages(source, scope):
        if sheet.rows + len(rows) > _FULL:
            number += 1
            sheet = _lines_sheet(book, words, number)
        await asyncio.to_thread(sheet.add_all, _told(labels, rows, names[tenant]))
        written += len(rows)
    return written


_FULL = 1_000_001
"""Rows after which lines go on in another sheet: a million, and the head."""


class _Labels:
    """Words that many lines share, looked up once."""

    def __init__(self, words: Words, units: Units) -> None:
        self.words = words
        self.unit = cache(lambda code: named(words, units, code))
        self.figure = cache(
            lambda key: words(label("figure", key)) if words.has(label("figure", key)) else key
        )
        self.item = cache(lambda key, item: words(label("help", item)) if key == MATTERS and item else item)
        self.day = cache(date.fromisoformat)
        self.on_behalf = words("export-on-behalf")


def _told(labels: _Labels, rows: Sequence[Row], teams: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    """Lines as people read them. Columns are taken in their order: by name a million rows take twice as
    long."""
    for row in cast(Iterable[Iterable[Any]], rows):
        day_on, team_id, unit_code, _, _, figure, item, count, parts, given, approx, behalf = row
        yield (
            labels.day(day_on),
            unit_code,
            labels.unit(unit_code),
            teams.get(team_id, team_id),
            labels.figure(figure),
            labels.item(figure, item),
            count,
            parts,
            given,
            labels.on_behalf if behalf else None,
            approx or None,
        )


def _lines_sheet(book: Book, words: Words, number: int) -> Sheet:
    more = f" {number}" if number > 1 else ""
    sheet = book.sheet(words("export-sheet-lines") + more)
    columns = (
        "day",
        "code",
        "unit",
        "team",
        "figure",
        "matter",
        "count",
        "parts",
        "given",
        "behalf",
        "approx-column",
    )
    sheet.head([words(f"export-{one}") for one in columns], [11, 8, 26, _NAMED, 26, 26, 9, 12, 14, 10, 10])
    return sheet


def named(words: Words, units: Units, code: str) -> str:
    """A unit with its kind; the code itself where it is none of ``units``."""
    unit = units.get(code)
    return words("unit-named", kind=unit.kind, unit=unit.name) if unit else code
