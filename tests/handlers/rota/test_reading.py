"""A leader's sheet is understood as it is labelled, never breaks, and is never taken for a report."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.privacy_filter import mask
from handlers.rota import Line, read
from handlers.rota.sheet import from_json, to_json
from handlers.shorthand import parse
from storage.fold import fold
from tests.faq.questions import questions
from tests.handlers.rota.sheets import PLACES, TODAY, Labelled, labelled, written

REPORTS = Path(__file__).parents[1] / "shorthand_corpus"
ALL = [label for name in ("sheets", "more_sheets", "last_sheets") for label in labelled(name)]
WORDS = (
    *("T2", "thứ 3", "cn", "24/11", "31/12", "sáng", "toi", "cả ngày", "7h30", "11h30", "22h", "6", "5 ng"),
    *("-", "–", "→", ",", ";", "\n", ":", "(", ")", "đến", "từ", "trừ", "hằng tuần", "tuần sau", "tháng"),
    *("Một cửa", "nhà văn hóa thôn 2", "tại", "và", "mỗi", "mai", "hết", "kể cả lễ", "trong", "2 tuần", "30"),
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
)


@pytest.mark.parametrize("label", ALL, ids=str)
def test_a_sheet_is_understood(label: Labelled) -> None:
    assert written(read(label.typed, TODAY, PLACES)) == label.wanted


def test_there_are_sheets_enough() -> None:
    assert len({label.typed for label in ALL}) >= 120


@pytest.mark.parametrize("label", ALL, ids=str)
def test_the_privacy_filter_leaves_a_sheet_alone(label: Labelled) -> None:
    assert mask(label.typed).text == label.typed


def test_no_report_is_taken_for_a_rota() -> None:
    """Of what volunteers write, only a line that does plan something is one."""
    lines = [
        json.loads(line)
        for name in ("tuning", "held_back")
        for line in (REPORTS / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    day = date(2025, 7, 9)
    taken = [one["line"] for one in lines if read(one["line"], day, PLACES).planning]
    assert not [line for line in taken if parse(line, day).is_report]
    assert len(taken) <= 5, taken
    assert len(lines) > 1_000


def test_no_question_is_taken_for_a_rota() -> None:
    asked = [one.text for one in questions()]
    assert [one for one in asked if read(one, TODAY, PLACES).planning] == []


@settings(deadline=None)
@given(texts, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_no_text_breaks_it(text: str, today_on: date) -> None:
    """And what it reads fits the form it is kept in, with hours and counts that exist."""
    sheet = read(text, today_on, PLACES)
    assert from_json(to_json(sheet.lines)) == sheet.lines
    for line in sheet.lines:
        assert line.needed is None or 0 < line.needed <= 500
        assert set(line.weekdays) <= set(range(7))
        assert all("00:00" <= one <= "23:59" for span in line.spans for one in (span.starts, span.ends))
        assert len(line.place) <= 80


@pytest.mark.parametrize("label", ALL, ids=str)
def test_typing_without_accents_says_the_same(label: Labelled) -> None:
    """Where no accent is needed to tell two words apart; a new place keeps the letters it was typed in."""
    bare = "\n".join(_bare(line) for line in label.typed.split("\n"))
    there = read(label.typed, TODAY, PLACES).lines
    assert [_days(line) for line in read(bare, TODAY, PLACES).lines] == [_days(line) for line in there]


def _bare(line: str) -> str:
    """Letter for letter without accents."""
    return "".join(fold(letter) if letter.isalpha() else letter for letter in line)


def _days(line: Line) -> tuple[object, ...]:
    return line.dates, line.weekdays, line.since, line.until, line.needed


@settings(deadline=None)
@given(st.sampled_from(ALL), st.integers(0, 365 * 3))
def test_days_are_read_as_of_any_day(label: Labelled, later: int) -> None:
    """Whatever day it is, nothing that repeats begins in the past of this week."""
    today_on = TODAY + timedelta(days=later)
    for line in read(label.typed, today_on, PLACES).lines:
        if line.since and line.until:
            assert line.until >= line.since - timedelta(days=62)


@pytest.mark.parametrize("text", ["[]x", '{"a": 1}', "[1]", '[{"spans": []}]'])
def test_what_is_no_kept_sheet_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text)
