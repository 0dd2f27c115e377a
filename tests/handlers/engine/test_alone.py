"""A choice that is none is not asked, and "back" does not lead to it."""

from typing import Annotated, ClassVar

from handlers.engine import (
    Answer,
    Ask,
    Choice,
    Command,
    Finished,
    Form,
    Option,
    Session,
    Text,
    alone,
    begin,
    recheck,
    step,
)

SHIFTS = {"mon": ("a", "b"), "tue": ("c",)}


class Shift(Form):
    """A day, one of its shifts, and a remark."""

    name: ClassVar[str] = "alone_test"
    summary: ClassVar[bool] = False

    day: Annotated[str | None, Text()] = None
    shift: Annotated[str | None, Choice(sole=True)] = None
    note: Annotated[str | None, Text()] = None


def _said(session: Session, answer: Answer) -> Ask | Finished:
    """As a turn does it: the answer, choices that no longer hold, choices that are none."""
    outcome = step(Shift, session, answer, lambda field: [])
    assert isinstance(outcome, Ask | Finished)
    options = [Option(one, one) for one in SHIFTS.get(str(outcome.session.draft.get("day")), ())]
    outcome = recheck(Shift, outcome.session, lambda field: options) or outcome
    return alone(Shift, outcome.session, lambda field: options) or outcome


def _first() -> Session:
    first = begin(Shift, "t", lambda field: [])
    assert isinstance(first, Ask)
    return first.session


def test_the_only_option_is_taken() -> None:
    outcome = _said(_first(), Answer(text="tue"))
    assert (outcome.session.field, outcome.session.draft["shift"]) == ("note", "c")


def test_one_of_several_is_asked() -> None:
    assert _said(_first(), Answer(text="mon")).session.field == "shift"


def test_back_leads_past_it_and_another_answer_asks() -> None:
    before = _said(_first(), Answer(text="tue")).session
    outcome = _said(before, Answer(command=Command.BACK))
    assert outcome.session.field == "day"
    outcome = _said(outcome.session, Answer(text="mon"))
    assert outcome.session.field == "shift"
    assert "shift" not in outcome.session.draft
