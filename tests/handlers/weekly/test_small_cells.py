"""Nobody who reads what is shown can tell a small number of a sensitive group."""

from collections.abc import Mapping
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.weekly.small_cells import LEAST, suppressed
from storage.records.rollup import Cell


def _rows(least: int, most: int) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from("abcdef"), st.integers(least, most), min_size=1, max_size=6)


def _consistent(cells: Mapping[str, int], found: Mapping[str, Cell]) -> dict[str, set[int]]:
    """Every value that each small number may have, for a reader who knows the sum and the rule."""
    total = sum(cells.values())
    shown = {key: cells[key] for key, cell in found.items() if cell is Cell.SHOWN}
    few = [key for key, cell in found.items() if cell is Cell.FEW]
    hidden = [key for key, cell in found.items() if cell is Cell.HIDDEN]
    most = min(shown.values(), default=total)
    ranges = [range(1, LEAST)] * len(few) + [range(LEAST, most + 1)] * len(hidden)
    fitting = [one for one in product(*ranges) if sum(one) + sum(shown.values()) == total]
    return {key: {one[at] for one in fitting} for at, key in enumerate(few)}


@settings(deadline=None)
@given(_rows(1, 12))
def test_no_small_number_can_be_computed_back(cells: dict[str, int]) -> None:
    """Of every one at least two values stay possible, unless the sum is not told either."""
    found = suppressed(cells)
    if found.total is Cell.SHOWN:
        assert all(len(values) > 1 for values in _consistent(cells, found.cells).values())


@given(_rows(1, 40))
def test_a_small_number_is_never_shown(cells: dict[str, int]) -> None:
    """From five on it may be."""
    found = suppressed(cells)
    assert all(found.cells[key] is Cell.FEW for key, count in cells.items() if count < LEAST)
    assert all(found.cells[key] is not Cell.FEW for key, count in cells.items() if count >= LEAST)
    assert found.total is (Cell.FEW if sum(cells.values()) < LEAST else found.total)


@given(_rows(5, 40))
def test_nothing_is_hidden_without_need(cells: dict[str, int]) -> None:
    """Where every number is large enough all are shown."""
    assert set(suppressed(cells).cells.values()) == {Cell.SHOWN}


def test_a_single_small_number_takes_the_smallest_other_along() -> None:
    """It would be the sum less the others."""
    found = suppressed({"a": 3, "b": 9, "c": 20})
    assert found.cells == {"a": Cell.FEW, "b": Cell.HIDDEN, "c": Cell.SHOWN}
    assert found.total is Cell.SHOWN


def test_what_was_shown_one_by_one_hides_the_sum() -> None:
    """Provinces have said their own numbers already."""
    assert suppressed({"a": 3, "b": 9}, fixed=True).total is Cell.HIDDEN
    assert suppressed({"a": 3, "b": 2, "c": 9}, fixed=True).total is Cell.SHOWN
