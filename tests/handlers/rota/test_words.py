"""The data file that an officer may extend: every wording in it is found, as what it is written for."""

from collections import Counter
from pathlib import Path

import pytest

from handlers.rota import read, week_named
from handlers.rota.reading_hours import possible
from handlers.rota.sheet import Span
from handlers.rota.tokens import tokens
from handlers.rota.wordings import wordings
from storage.fold import fold
from tests.handlers.rota.sheets import TODAY

HANDLERS = Path(__file__).parents[3] / "handlers" / "rota"
SENSES = sorted({one for senses in wordings().senses.values() for one in senses}, key=lambda one: one.written)
IN_CLOCKS = {"hour", "minute", "half", "before_noon", "after_noon", "glued_people"}
"""Kinds that are read as part of a figure."""


FOUND = [one for one in SENSES if one.kind not in IN_CLOCKS]


def test_every_wording_is_found() -> None:
    """With its accents it is one token in that sense; without them the sense is among others."""
    for sense in FOUND:
        _, row = tokens(sense.written)
        assert [token.shape for token in row] == ["words"], sense
        assert sense in row[0].senses
        _, bare = tokens("/".join(map(fold, sense.written.split("/"))))
        assert any(sense in token.senses for token in bare), sense


def test_no_wording_stands_twice_for_one_thing() -> None:
    assert [one for one, count in Counter(SENSES).items() if count > 1] == []


def test_every_kind_of_wording_is_asked_for() -> None:
    """A kind that no code asks for would be dead words; ``other`` only keeps longer wordings whole."""
    code = "".join(path.read_text("utf-8") for path in HANDLERS.glob("*.py"))
    assert [kind for kind in {one.kind for one in SENSES} - {"other"} if f'"{kind}"' not in code] == []


def test_the_usual_hours_can_be_worked() -> None:
    assert all(possible(Span(*hours)) for hours in wordings().hours.values())


@pytest.mark.parametrize(
    ("text", "week"), [("tuần sau", 1), ("tuan toi", 1), ("Tuần này", 0), ("tuần sau nữa", 2), ("tuần", None)]
)
def test_weeks_have_names(text: str, week: int | None) -> None:
    assert week_named(text) == week


@pytest.mark.parametrize("text", ["", "   ", "\n\n", ";;;", "x" * 2001, "a " * 700])
def test_nothing_is_read_from_nothing(text: str) -> None:
    assert read(text, TODAY).lines == ()
