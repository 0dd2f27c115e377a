"""Shorthand against labelled chat lines: how many are read exactly right, by style, and how fast."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.shorthand import ShorthandDraft, parse

CORPUS = Path(__file__).with_name("shorthand_corpus")
FAQ = Path(__file__).parents[2] / "locales" / "vi" / "faq"
TODAY = date(2025, 7, 9)  # a Wednesday
GOAL, FALSE_REPORTS = 0.97, 0.01

Label = dict[str, Any]


def _labels(name: str) -> Iterator[Label]:
    for line in (CORPUS / f"{name}.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def _differences(label: Label, draft: ShorthandDraft) -> list[str]:
    """The fields in which ``draft`` is not what was labelled."""
    if not label["is_report"]:
        return ["is_report"] if draft.is_report else []
    wanted: Label = {
        "is_report": True,
        "visits": None,
        "lines": {},
        "approx": False,
        "difficulties": [],
        "groups": {},
        "figures": {},
        "same_as_yesterday": False,
        "nobody": False,
    } | {key: value for key, value in label.items() if key not in {"style", "line", "day", "asks"}}
    found = {key: getattr(draft, key) for key in wanted}
    wrong = [
        f"{key}: {found[key]} for {wanted[key]}"
        for key in wanted
        if _plain(found[key]) != _plain(wanted[key])
    ]
    if _day(draft) != label.get("day", "today"):
        wrong.append(f"day: {_day(draft)}")
    if not set(label.get("asks", ())) <= set(draft.asks):
        wrong.append(f"asks: {draft.asks}")
    return wrong


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value


def _day(draft: ShorthandDraft) -> str:
    day = draft.as_json()["day"]
    return "today" if day == TODAY.isoformat() else str(day)


@pytest.mark.parametrize("name", ["tuning", "held_back"])
def test_corpus(name: str) -> None:
    missed, total, taken, talk = [], Counter[str](), 0, 0
    for label in _labels(name):
        total[label["style"]] += 1
        draft = parse(label["line"], TODAY)
        wrong = _differences(label, draft)
        talk += not label["is_report"]
        taken += draft.is_report and not label["is_report"]
        if wrong:
            missed.append(f"{label['style']}: {label['line']} → {wrong}")
    assert len(missed) <= (1 - GOAL) * total.total(), missed
    assert taken <= FALSE_REPORTS * talk, missed


def test_the_corpus_is_large_and_varied() -> None:
    styles = Counter(label["style"] for name in ("tuning", "held_back") for label in _labels(name))
    assert styles.total() >= 600
    assert set(styles) == {
        "clean", "no_accents", "telex", "short", "dialect", "typos", "days", "corrections", "split",
        "numbers", "leader", "groups", "places", "stuck", "not_report",
    }  # fmt: skip


_WORDS = (
    "5", "12", "vneid", "dvc", "người", "lượt", ",", "\n", "kk", "mất mạng", "hôm qua", "7/7", "nhầm",
    "trong đó", "(", ")", "hơn", "chục", "không có ai", "người già", "hs", "lớp", "?", "1k2", "7h30", "-",
    ":", "tổng", "x", "🙏", "\u0301", "20-25",
)  # fmt: skip
_words = st.sampled_from(_WORDS)


@given(st.one_of(st.text(max_size=200), st.lists(_words, max_size=25).map(" ".join)))
def test_any_line_gives_a_sound_draft(line: str) -> None:
    draft = parse(line, TODAY)
    if not draft.is_report:
        empty = ShorthandDraft(unknown=draft.unknown)
        assert draft == empty
    assert all(
        count >= 0 for counts in (draft.lines, draft.groups, draft.figures) for count in counts.values()
    )
    assert not draft.nobody or draft.visits == 0
    json.dumps(draft.as_json())


@pytest.mark.parametrize("line", ["", " ", "5" * 3000, "5 vneid " * 400, "\x00", "🙏🙏"])
def test_odd_lines_are_no_report(line: str) -> None:
    assert not parse(line, TODAY).is_report


def test_documented_example() -> None:
    draft = parse("sang nay 5 vneid, 2dvc, 1 kk mat mang", TODAY)
    assert draft.as_json() == {
        "is_report": True,
        "visits": None,
        "lines": {"vneid": 5, "online_service": 2},
        "approx": False,
        "difficulties": ["network"],
        "groups": {},
        "figures": {},
        "day": "today",
        "unknown": [],
    }


def test_questions_of_the_faq_are_no_reports() -> None:
    lines = [
        line.strip(" -")
        for page in FAQ.glob("*.md")
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("  - ") and "http" not in line
    ]
    taken = [line for line in lines if parse(line, TODAY).is_report]
    assert len(taken) <= len(lines) * FALSE_REPORTS / 2, taken


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("hơn 20 người", ("approx",)),
        ("mấy chục người", ("approx", "count")),
        ("5 hs", ("hs",)),
        ("nộp 5 hs", ()),
        ("scan 5 hs", ()),
        ("hôm qua 5 vneid, hôm nay 3 dvc", ("several_days",)),
        ("10/7: 5 vneid", ("future_day",)),
        ("5 vneid", ()),
    ],
)
def test_what_must_be_asked(line: str, asks: tuple[str, ...]) -> None:
    assert parse(line, TODAY).asks == asks


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("5 vneid, 2 thùng nước", ["2 thùng nước"]),
        ("5 vneid 2 dvc, bác hỏi quên mk thì làm sao?", ["bác hỏi quên mk thì làm sao?"]),
        ("hôm qua 5 vneid, hôm nay 3 dvc", ["hôm nay 3 dvc"]),
        ("vneid mức 2 là gì", ["vneid mức 2 là gì"]),
        ("5 vneid, 2 dvc", []),
    ],
)
def test_what_was_not_understood_is_named(line: str, unknown: list[str]) -> None:
    assert parse(line, TODAY).unknown == unknown


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("5 vneid", "new"),
        ("sửa lại 7 vneid", "replace"),
        ("thêm 2 dvc", "add"),
        ("5 vneid nhầm 7 vneid", "new"),
    ],
)
def test_whether_a_line_takes_back_or_adds(line: str, change: str) -> None:
    assert parse(line, TODAY).change == change
