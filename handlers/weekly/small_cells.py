"""Small numbers of sensitive groups: not shown, and not to be computed back from what is shown.

Above the commune a number of people of a sensitive group is shown only from five on; one to four are "<5".
Where the sum is known and only one such number is missing, or all missing ones must be the least or the most
they can be, the smallest of the others is hidden too, as often as needed; if that does not help, the sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.records.rollup import Cell

SENSITIVE = frozenset({"ethnic_minority", "disability"})
"""Ethnicity and health are sensitive personal data in law (Decree 356/2025, article 4)."""
LEAST = 5


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What may be shown of a row of cells and of its sum."""

    cells: Mapping[str, Cell]
    total: Cell


def suppressed(cells: Mapping[str, int], *, fixed: bool = False) -> Suppressed:
    """Which of ``cells`` (all above zero) and their sum may be shown. ``fixed``: the cells were shown one by
    one already, so that only the sum can still be hidden."""
    found = {key: Cell.FEW if count < LEAST else Cell.SHOWN for key, count in cells.items()}
    total = sum(cells.values())
    if total < LEAST:
        return Suppressed(found, Cell.FEW if cells else Cell.SHOWN)
    while _pinned(cells, found):
        shown = [key for key, cell in found.items() if cell is Cell.SHOWN]
        if fixed or not shown:
            return Suppressed(found, Cell.HIDDEN)
        found[min(shown, key=lambda key: (cells[key], key))] = Cell.HIDDEN
    return Suppressed(found, Cell.SHOWN)


def _pinned(cells: Mapping[str, int], found: Mapping[str, Cell]) -> bool:
    """Whether somebody who knows the sum and this rule can tell one of the small numbers exactly."""
    few = sum(cell is Cell.FEW for cell in found.values())
    hidden = [cells[key] for key, cell in found.items() if cell is Cell.HIDDEN]
    if not few:
        return False
    left = sum(cells[key] for key, cell in found.items() if cell is not Cell.SHOWN)
    # Whoever knows that the smallest are hidden knows that each is at most the smallest that is shown.
    most = min((cells[key] for key, cell in found.items() if cell is Cell.SHOWN), default=left)
    least_others = (few - 1) + LEAST * len(hidden)
    most_others = (LEAST - 1) * (few - 1) + most * len(hidden)
    lowest = max(1, left - most_others)
    highest = min(LEAST - 1, left - least_others)
    return lowest >= highest
