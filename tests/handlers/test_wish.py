"""What people ask for in whole sentences opens what they mean, and nothing else does."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from handlers.said_day import SaidDay, said_day
from handlers.vocabulary import Vocabulary
from handlers.wish import same_word
from locales.formats import HANOI
from storage.fold import fold
from tests.faq.questions import questions
from tests.world import furniture

LINES = Path(__file__).with_name("wishes.txt")
CORPUS = Path(__file__).parent / "shorthand_corpus"
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module", name="vocabulary")
def _vocabulary() -> Vocabulary:
    return furniture()[1]


def _lines() -> list[tuple[str, str]]:
    lines = [line for line in LINES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(opens, text) for opens, _, text in (line.partition(" | ") for line in lines)]


def _opened(vocabulary: Vocabulary, text: str) -> list[str]:
    found = vocabulary.wished(text)
    return [one.name if one.takes_wish or not arg else f"{one.name}.{arg}" for one, arg in found]


@pytest.mark.parametrize(("opens", "text"), _lines())
def test_a_sentence_opens_what_is_meant(opens: str, text: str, vocabulary: Vocabulary) -> None:
    found = _opened(vocabulary, text)
    assert (opens in found) if opens != "-" else (not found and vocabulary.named_by(text) is None)


@pytest.mark.parametrize("opens", ["check_in", "check_out", "absence"])
def test_it_is_heard_without_accents(opens: str, vocabulary: Vocabulary) -> None:
    for meant, text in _lines():
        if meant == opens:
            assert opens in _opened(vocabulary, fold(text)), text


def test_no_question_for_the_faq_is_taken_for_a_wish(vocabulary: Vocabulary) -> None:
    taken = {one.text for one in questions() if one.slug and vocabulary.wished(one.text)}
    assert taken == set()


def test_no_report_is_taken_for_a_wish(vocabulary: Vocabulary) -> None:
    said = [
        json.loads(line)
        for path in sorted(CORPUS.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    reports = [one["line"] for one in said if one.get("is_report")]
    assert len(reports) > 100
    assert [line for line in reports if vocabulary.wished(line)] == []


def test_a_wording_that_opens_two_things_opens_the_one_of_higher_rank(vocabulary: Vocabulary) -> None:
    """Where both may be opened by the same people nobody could know which one it will be."""
    for said, opens in vocabulary.shared_wishes.items():
        ranks = [vocabulary.by_name[one.partition(".")[0]].access for one in opens]
        assert len(set(ranks)) == len(ranks), f"{' '.join(said)}: {opens}"


@pytest.mark.parametrize(
    ("typed", "said", "same"),
    [("vâng", "vắng", False), ("vang", "vắng", True), ("hoá", "hóa", True), ("đội", "đợi", False)],
)
def test_a_word_with_accents_is_that_word(typed: str, said: str, *, same: bool) -> None:
    assert same_word(typed, said) is same


@pytest.mark.parametrize("text", ["vâng ạ", "dạ", "ok", "👍", "🙏🙏", "em biết rồi ạ", "dạ được ạ"])
def test_a_nod_asks_for_nothing(text: str, vocabulary: Vocabulary) -> None:
    assert vocabulary.nods(text)


@pytest.mark.parametrize("text", ["không được", "ok chưa", "5", "đúng không ạ", "cảm ơn"])
def test_more_than_a_nod(text: str, vocabulary: Vocabulary) -> None:
    assert not vocabulary.nods(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mai em không đi được", SaidDay(date(2026, 11, 24))),
        ("em xin nghỉ ca chiều", SaidDay(MONDAY, morning=False)),
        ("cho em xin nghỉ sáng mai", SaidDay(date(2026, 11, 24), morning=True)),
        ("thứ 5 tôi không trực được", SaidDay(date(2026, 11, 26))),
        ("chieu thu bay em nghi", SaidDay(date(2026, 11, 28), morning=False)),
        ("nghỉ cả sáng cả chiều mai", SaidDay(date(2026, 11, 24))),
        ("tuần này em bận", None),
        ("em bận rồi", None),
    ],
)
def test_the_day_of_a_sentence(text: str, day: SaidDay | None) -> None:
    assert said_day(text, MONDAY) == day


def test_a_day_holds_its_shifts() -> None:
    morning = SaidDay(MONDAY, morning=True)
    assert morning.holds(datetime(2026, 11, 23, 7, 30, tzinfo=HANOI))
    assert not morning.holds(datetime(2026, 11, 23, 13, 30, tzinfo=HANOI))
    assert SaidDay(MONDAY).holds(datetime(2026, 11, 23, 13, 30, tzinfo=HANOI))
