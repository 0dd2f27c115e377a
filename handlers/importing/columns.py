"""Which column of a list says what: found by its heading, in any order, among columns that nobody reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handlers.categories import label
from handlers.importing.limits import SheetRefused
from handlers.importing.sheet import SheetRow
from locales import LANGUAGES, Words, words
from storage.fold import fold

_HEADING_WITHIN = 15
"""Rows in which the heading is looked for: people put titles above it."""


@dataclass(frozen=True, slots=True)
class Table:
    """``at`` is where each known column stands, ``unread`` the headings of all others."""

    at: Mapping[str, int]
    unread: tuple[str, ...]
    rows: Iterator[SheetRow]

    def said(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row by column."""
        return {key: cells[at] if at < len(cells) else "" for key, at in self.at.items()}


def table(rows: Iterable[SheetRow], keys: Sequence[str], needed: Iterable[str]) -> Table:
    """The table below the first row that has every heading of ``needed``; ``keys`` are all that are known.

    Raises SheetRefused when there is none, or a heading stands there twice.
    """
    known = {said: key for key in reversed(keys) for said in _ways(key)}  # the first one of a name has it
    best: dict[str, int] = {}
    rest = iter(rows)
    for number, cells in rest:
        if number > _HEADING_WITHIN:
            break
        headings = [(known.get(_bare(cell)), at) for at, cell in enumerate(cells)]
        found = {key: at for key, at in headings if key}
        if found.keys() >= set(needed):
            _no_twice([key for key, _ in headings if key])
            others = tuple(cell for cell in cells if cell and _bare(cell) not in known)
            return Table(found, others, rest)
        best = max(best, found, key=len)
    raise SheetRefused("headings", missing=", ".join(_heading(key) for key in needed if key not in best))


def _no_twice(found: Sequence[str]) -> None:
    for key in found:
        if found.count(key) > 1:
            raise SheetRefused("heading-twice", heading=_heading(key))


def heading(reader: Words, key: str) -> str:
    """What stands above the column ``key``; one of a figure or a help category is "figure:ho_so". A category
    may be called like a figure, so that it says what it is."""
    family, _, code = key.partition(":")
    if family == "help":
        return reader("import-column-help", what=reader(label(family, code)))
    return reader(label(family, code) if code else f"import-column-{key}")


def _heading(key: str) -> str:
    return heading(words("vi"), key)


def _ways(key: str) -> set[str]:
    """Every way to write a heading, in every language."""
    found: set[str] = set()
    for reader in map(words, LANGUAGES):
        family, _, code = key.partition(":")
        found |= {_bare(heading(reader, key))}
        own = [reader(label(family, code))] if code else reader.listed(f"import-column-{key}-say")
        found |= set(map(_bare, own))
    return found


def _bare(heading: str) -> str:
    """A heading for comparing: what stands in brackets explains, an asterisk says that it must be filled."""
    return " ".join(fold(heading.partition("(")[0]).replace("*", " ").replace(",", " ").split())
