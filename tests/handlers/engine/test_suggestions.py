"""A field answered in one's own words may suggest some: picking a suggestion is typing it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar

import pytest

from handlers.engine import (
    Answer,
    Ask,
    Finished,
    Form,
    Option,
    Session,
    Told,
    Wrong,
    begin,
    button_data,
    from_json,
    step,
    to_json,
)

TODAY_ON = date(2026, 11, 23)
SUGGESTED = (Option("tomorrow", "Ngày mai"), Option("next week", "Tuần sau"))


@dataclass(frozen=True, slots=True)
class Whenever(Told):
    """Any words but "never", kept with the day on which they were said."""

    optioned: ClassVar[bool] = True

    def wrong(self) -> Wrong:
        return Wrong("day")

    def read(self, answer: Answer) -> Any:
        return self.wrong() if answer.text == "never" else f"{answer.text} from {answer.today_on}"

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and " from " in value


class Plan(Form):
    """One such field, and nothing more."""

    name: ClassVar[str] = "plan_test"
    summary: ClassVar[bool] = False

    when: Annotated[str | None, Whenever()] = None


def _options(field: str) -> tuple[Option, ...]:
    return SUGGESTED


def _asked() -> Session:
    first = begin(Plan, "t", _options)
    assert isinstance(first, Ask)
    assert [offer.label for offer in first.offers if offer.label] == ["Ngày mai", "Tuần sau"]
    return from_json(to_json(first.session))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ngày mai", "tomorrow"),
        ("ngay mai", "tomorrow"),
        ("2", "next week"),
        ("some day", "some day"),
        ("tuần", "tuần"),
    ],
)
def test_a_suggestion_may_be_typed(text: str, value: str) -> None:
    """By its number or its whole label; a beginning of it is the person's own words."""
    outcome = step(Plan, _asked(), Answer(text=text, today_on=TODAY_ON), _options)
    assert isinstance(outcome, Finished)
    assert outcome.session.draft["when"] == f"{value} from 2026-11-23"


def test_a_suggestion_may_be_tapped() -> None:
    session = _asked()
    tap = Answer(data=button_data(session, "next week"), today_on=TODAY_ON)
    outcome = step(Plan, session, tap, _options)
    assert isinstance(outcome, Finished)
    assert outcome.session.draft["when"] == "next week from 2026-11-23"


def test_words_it_cannot_read_are_asked_again() -> None:
    outcome = step(Plan, _asked(), Answer(text="never", today_on=TODAY_ON), _options)
    assert isinstance(outcome, Ask)
    assert outcome.wrong == Wrong("day")


def test_what_is_given_need_not_be_a_suggestion() -> None:
    given = begin(Plan, "t", _options, {"when": "some day from 2026-11-23"})
    assert isinstance(given, Finished)
