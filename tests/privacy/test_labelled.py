"""The filter keeps its promise for every kind of identifier, and leaves ordinary work alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.privacy_filter import mask
from tests.privacy.labelled import FALSE_ALARMS, LINES, RECALL, Kind, measured, ordinary

KINDS = measured()
PASSWORD = "wifi mật khẩu 12345678"
"""The one line of the corpus that tells a secret."""


def test_the_set_is_large_enough() -> None:
    assert sum(kind.lines for kind in KINDS) >= 500
    assert {path.stem.partition("_")[0] for path in LINES.glob("*.txt")} == {"hide", "keep"}


@pytest.mark.parametrize("kind", [one for one in KINDS if one.hides], ids=lambda kind: kind.name)
def test_identifiers_vanish(kind: Kind) -> None:
    assert kind.right >= RECALL, kind.wrong


def test_false_friends_stay() -> None:
    kept = [kind for kind in KINDS if not kind.hides]
    wrong = [line for kind in kept for line in kind.wrong]
    assert len(wrong) <= FALSE_ALARMS * sum(kind.lines for kind in kept), wrong


def test_reports_questions_and_the_faq_pass_untouched() -> None:
    touched = [line for _, line in ordinary() if mask(line).touched]
    assert touched == [PASSWORD]


_KNOWN = [line for path in sorted(LINES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]


@given(st.lists(st.sampled_from(_KNOWN), min_size=1, max_size=4), st.integers(0, 400))
def test_lines_cut_and_joined_anyhow_keep_their_length_and_are_masked_once(
    lines: list[str], cut: int
) -> None:
    text = " ".join(lines).replace("⟦", "").replace("⟧", "")
    at = min(cut, len(text))
    text = text[at:] + text[:at]
    masked = mask(text).text
    assert len(masked.encode("utf-16-le")) == len(text.encode("utf-16-le"))
    assert mask(masked).text == masked
