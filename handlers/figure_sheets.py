"""Sheets of figures: one a level with its sums, then every line behind them."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from handlers.categories import FIGURES, HELP, label
from handlers.sheets import Book, Sheet, Value
from locales import Words
from storage import lines
from storage.figures import MATTERS, OF_PEOPLE
from storage.lines import Readable, Scope
from storage.queries import Row
from storage.records.unit import Unit
from storage.unit_file import read_units

Counts = Mapping[tuple[str, str], int]
_SUMMED = tuple(key for key in FIGURES if key not in OF_PEOPLE)
COLUMNS = (*((key, "") for key in _SUMMED), *((MATTERS, code) for code in HELP))
"""(figure, category) of each column of a level."""
_NAMED, _COUNTED = 34, 12
"""Widths of columns, in letters."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of a level: the code and names that stand before its sums."""

    names: tuple[str, ...]
    counts: Counts


async def write(book: Book, words: Words, source: Readable, scope: Scope, *, every_line: bool = True) -> int:
    """All levels below the widest of ``scope``, then every line if wanted; how many lines there are."""
    names: dict[str, Mapping[str, str]] = {}
    provinces: list[_Place] = []
    communes: list[_Place] = []
    teams: list[_Place] = []
    for tenant in scope.tenants:
        names[tenant] = await source.read(partial(lines.team_names, tenant=tenant))
        rows = await source.read(partial(lines.sums, tenant=tenant, scope=scope))
        of_teams = _summed(rows, lambda row: (row["unit_code"], row["team_id"]))
        of_units = _summed(rows, lambda row: (row["unit_code"],))
        whole = _summed(rows, lambda _: ())
        teams += [
            _Place((unit, named(words, unit), names[tenant].get(team, team)), counts)
            for (unit, team), counts in of_teams.items()
        ]
        communes += [_Place((unit, named(words, unit)), counts) for (unit,), counts in of_units.items()]
        provinces += [_Place((tenant, named(words, tenant)), counts) for counts in whole.values()]
    if len(scope.tenants) > 1:
        _level(book, words, "provinces", provinces)
    if not scope.unit_code:
        _level(book, words, "communes", communes)
    _level(book, words, "teams", teams)
    return await _lines(book, words, source, scope, names) if every_line else 0


def _summed(rows: Sequence[Row], key: Callable[[Row], tuple[str, ...]]) -> Mapping[tuple[str, ...], Counts]:
    found: dict[tuple[str, ...], dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        found[key(row)][row["figure"], row["item"]] += row["count"]
    return found


def _level(book: Book, words: Words, level: str, places: Sequence[_Place]) -> None:
    sheet = book.sheet(words(f"export-sheet-{level}"))
    named = ("code", "unit", "team") if level == "teams" else ("code", "unit")
    labels = [words(f"export-{one}") for one in named]
    labels += [words(label("help", item) if item else label("figure", key)) for key, item in COLUMNS]
    sheet.head(labels, [8, *(_NAMED for _ in named[1:]), *(_COUNTED for _ in COLUMNS)])
    for one in places:
        sheet.add([*one.names, *(one.counts.get(column, 0) for column in COLUMNS)])


async def _lines(
    book: Book, words: Words, source: Readable, scope: Scope, names: Mapping[str, Mapping[str, str]]
) -> int:
    """Every figure of every team and day; a sheet that is full goes on in the next one."""
    sheet, number, written = _lines_sheet(book, words, 1), 1, 0
    labels = _Labels(words)
    async for tenant, rows in lines.pages(source, scope):
        if sheet.rows + len(rows) > _FULL:
            number += 1
            sheet = _lines_sheet(book, words, number)
        await asyncio.to_thread(_write, sheet, labels, rows, names[tenant])
        written += len(rows)
    return written


_FULL = 1_000_001
"""Rows after which lines go on in another sheet: a million, and the head."""


class _Labels:
    """Words that many lines share, looked up once."""

    def __init__(self, words: Words) -> None:
        self.unit = cache(lambda code: named(words, code))
        self.figure = cache(
            lambda key: words(label("figure", key)) if words.has(label("figure", key)) else key
        )
        self.item = cache(lambda key, item: words(label("help", item)) if key == MATTERS and item else item)
        self.day = cache(lambda day_on: date.fromisoformat(day_on).strftime("%d/%m/%Y"))


def _write(sheet: Sheet, labels: _Labels, rows: Sequence[Row], teams: Mapping[str, str]) -> None:
    for row in rows:
        values: list[Value] = [
            labels.day(row["day_on"]),
            row["unit_code"],
            labels.unit(row["unit_code"]),
            teams.get(row["team_id"], row["team_id"]),
            labels.figure(row["figure"]),
            labels.item(row["figure"], row["item"]),
            row["count"],
            row["parts"],
            row["given"],
            row["approx"] or None,
        ]
        sheet.add(values)


def _lines_sheet(book: Book, words: Words, number: int) -> Sheet:
    more = f" {number}" if number > 1 else ""
    sheet = book.sheet(words("export-sheet-lines") + more)
    columns = ("day", "code", "unit", "team", "figure", "matter", "count", "parts", "given", "approx-column")
    sheet.head([words(f"export-{one}") for one in columns], [11, 8, 26, _NAMED, 26, 26, 9, 12, 14, 10])
    return sheet


def named(words: Words, code: str) -> str:
    """A unit with its kind; the code itself where it is none of today's."""
    unit = _units().get(code)
    return words("unit-named", kind=unit.kind, unit=unit.name) if unit else code


@cache
def _units() -> Mapping[str, Unit]:
    return {one.code: one for one in read_units()}
