"""Counts where zero is an answer, and a field that is shown although it is given."""

from typing import Annotated, ClassVar

import pytest

from handlers.engine import Answer, Ask, Form, Many, Option, Session, Skippable, Tally, Text, begin, step
from handlers.engine.buttons import button_data


class Figures(Form):
    """Counts of a day; a zero is said."""

    name: ClassVar[str] = "figures"

    counts: Annotated[dict[str, int] | None, Tally(zero=True), Skippable()] = None
    note: Annotated[str | None, Text(), Skippable()] = None


def _options(field: str) -> list[Option]:
    return [Option("visits", "Lượt"), Option("classes", "Lớp")]


def _asked(outcome: object) -> Session:
    assert isinstance(outcome, Ask)
    return outcome.session


def _tapped(session: Session, value: str) -> Session:
    tap = Answer(data=button_data(session, value), callback=f"{value}{session.step}{len(session.seen)}")
    return _asked(step(Figures, session, tap, _options))


def test_zero_is_held_and_one_below_it_takes_it_away() -> None:
    session = _tapped(_asked(begin(Figures, "tok", _options)), "visits")
    assert session.draft["counts"] == {"visits": 1}
    session = _tapped(session, "minus-1")
    assert session.draft["counts"] == {"visits": 0}
    assert "counts" not in _tapped(session, "minus-1").draft


def test_zero_may_be_typed() -> None:
    session = _tapped(_asked(begin(Figures, "tok", _options)), "classes")
    session = _asked(step(Figures, session, Answer(text="0"), _options))
    assert session.draft["counts"] == {"classes": 0}


def test_a_given_field_may_be_shown_to_be_changed() -> None:
    given = {"counts": {"visits": 3, "classes": 7}, "note": None}
    session = _asked(begin(Figures, "tok", _options, given, at="counts"))
    assert (session.field, session.cursor) == ("counts", "classes")
    session = _tapped(session, "plus-1")
    assert session.draft["counts"] == {"visits": 3, "classes": 8}
    assert _tapped(session, "done").field == ""


def test_what_is_not_given_is_asked_as_ever() -> None:
    assert _asked(begin(Figures, "tok", _options, {"note": None}, at="counts")).field == "counts"


class Passed(Form):
    """Fields answered by many taps that may be passed over."""

    name: ClassVar[str] = "passed"

    counts: Annotated[dict[str, int] | None, Tally(), Skippable()] = None
    switched: Annotated[list[str] | None, Many(), Skippable()] = None


@pytest.mark.parametrize(("field", "held"), [("counts", {"visits": 1}), ("switched", ["visits"])])
def test_what_was_passed_over_is_taken_up_when_somebody_goes_back(field: str, held: object) -> None:
    given = {"counts": None, "switched": None}
    session = _asked(begin(Passed, "tok", _options, given, at=field))
    tap = Answer(data=button_data(session, "visits"), callback="1")
    assert _asked(step(Passed, session, tap, _options)).draft[field] == held
