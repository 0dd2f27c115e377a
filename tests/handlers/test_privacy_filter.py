"""The privacy filter: what must vanish vanishes, what is innocent stays, offsets hold, time is linear."""

import re
import time
import unicodedata
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.privacy_filter import hint, mask
from handlers.privacy_filter.rules import PATTERNS
from handlers.privacy_filter.shadow import cast
from tests.handlers.privacy_numbers import WRITINGS, negatives, positives

LINES = Path(__file__).with_name("privacy_lines.txt")
FAQ = Path(__file__).parents[2] / "locales" / "vi" / "faq"
RECALL, FALSE_ALARMS = 0.995, 0.005


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _read(line: str) -> tuple[str, str]:
    """The text of a labelled line, and how it must look afterwards."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), line[2:])
    if text.startswith("{NFD}"):
        text = unicodedata.normalize("NFD", text.removeprefix("{NFD}"))
    wanted = re.sub("⟦(.*?)⟧", lambda part: "•" * _units(part[1]), text)
    return text.replace("⟦", "").replace("⟧", ""), wanted


def _labelled() -> list[str]:
    lines = [line for line in LINES.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) >= 500
    return lines


def test_labelled_lines() -> None:
    missed: dict[str, list[str]] = {"+": [], "-": []}
    for line in _labelled():
        text, wanted = _read(line)
        if mask(text).text != wanted:
            missed[line[0]].append(f"{text} → {mask(text).text}")
    total = Counter(line[0] for line in _labelled())
    assert len(missed["+"]) <= (1 - RECALL) * total["+"], missed["+"]
    assert len(missed["-"]) <= FALSE_ALARMS * total["-"], missed["-"]


def test_recall_over_many_writings() -> None:
    assert len(WRITINGS) >= 12
    missed = [
        f"{name}: {text} → {mask(text).text}"
        for text, name, number in positives(Random(7), 2_000)
        if mask(text).text != text.replace(number, "•" * _units(number))
        and any(unicodedata.digit(letter, None) is not None for letter in _left(text, number))
    ]
    assert len(missed) <= (1 - RECALL) * 2_000, missed[:20]


def _left(text: str, number: str) -> str:
    """What stays readable at the place where ``number`` stood."""
    at = _units(text[: text.index(number)])
    whole = mask(text).text.encode("utf-16-le")
    return whole[2 * at : 2 * (at + _units(number))].decode("utf-16-le", "replace")


def test_false_alarms_over_many_innocent_numbers() -> None:
    alarms = [text for text in negatives(Random(11), 5_000) if mask(text).kinds]
    assert len(alarms) <= FALSE_ALARMS * 5_000, alarms[:30]


def test_faq_pages_pass_untouched() -> None:
    for page in FAQ.glob("*.md"):
        for line in page.read_text("utf-8").splitlines():
            assert "http" in line or mask(line).text == line, page.name


def test_kinds_and_spans_in_order() -> None:
    masked = mask("😀 sđt 0912345678, cccd 079203012345, mk: Abc@123")
    assert masked.kinds == ("phone", "identity", "secret")
    assert masked.spans == ((7, 17), (24, 36), (42, 49))
    assert masked.text == "😀 sđt ••••••••••, cccd ••••••••••••, mk: •••••••"


_PIECES = (
    "0912345678", "079203012345", " ", ".", "-", "/", "mk", "mk: ", "otp ", "là ", "vneid ", "1900", "2025",
    "o", "l", "•", "\u200b", "e\u0301", "đ", "😀", "\ud83d", "７", "٣", "abc1", "@", ".com", "29A-", "GD",
    "7/7/", "\n", "+84", "0", "5", " - ", "d", "ca", "b1", "h29", "không ", "chín ", "stk", "(", ")",
)  # fmt: skip
_pieces = st.sampled_from(_PIECES)
_texts = st.one_of(st.text(max_size=200), st.lists(_pieces, max_size=30).map("".join))


@given(_texts)
def test_any_text_is_masked_once_and_keeps_its_offsets(text: str) -> None:
    masked = mask(text)
    assert _units(masked.text) == _units(text)
    assert mask(masked.text).text == masked.text
    assert all(masked.text.encode("utf-16-le", "surrogatepass")[2 * a : 2 * b] for a, b in masked.spans)


@given(_texts)
def test_no_long_run_of_digits_is_left(text: str) -> None:
    left = cast(mask(text).text).text
    for run in re.finditer(r"[0-9]{9,}", left):
        hotline = re.fullmatch(r"1[89]00\d{6}", run[0])
        money = re.match(r"[ ]?(?:d|vnd|tr|ty)", left[run.end() :], re.IGNORECASE)
        assert hotline or money, run[0]


_WORST = (
    "0", "1 ", "09 ", "9.", "1.234.", "12-", "a@", "mk ", "mk la ", "otp a ", "12/", "1/1/", "07/07/2025 ",
    "1900 ", "+84", "0(", "0912,,,345", "29A-", "khong chin ", "stk ", "o0", "l", "•", "h29-", "000.00.",
    "ab 1 ", "111 ", "\u200b0", "0730-", "2025 2025-", "..", "%+", "a(at)",
)  # fmt: skip
_SIZE = 100 * 1024
_GENEROUS = (
    6  # ten times the text may take sixty times as long on a busy machine; a square would take a hundred
)


@pytest.mark.parametrize("unit", _WORST)
def test_every_pattern_is_linear(unit: str) -> None:
    text = (unit * (_SIZE // len(unit) + 1))[:_SIZE]
    for pattern in PATTERNS:
        short = min(_seconds(pattern, text[: _SIZE // 10] + "x") for _ in range(3))
        whole = min(_seconds(pattern, text + "x") for _ in range(3))
        assert whole <= 10 * _GENEROUS * max(short, 0.0005), pattern.pattern


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


@pytest.mark.parametrize(
    "text",
    [
        "giúp bác Nguyễn Văn An",
        "chị Trần Thị Hoa hỏi",
        "nhà ở thôn Đông Hạ",
        "số nhà 12 ngõ 5",
        "ấp Tân Lập",
        "xóm 4",
        "12/5 đường Lê Lợi",
        "bac Nguyen Van An",
    ],
)
def test_hint_at_names_and_addresses(text: str) -> None:
    assert hint(text)
    assert hint(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    "text",
    [
        "5 vneid 2 dvc",
        "hỗ trợ bà con ở nhà văn hóa thôn Đông",
        "anh chị ơi",
        "bác nào cần thì gọi",
        "cô chú hỏi VNeID mức 2",
        "Bà Rịa Vũng Tàu",
        "có Trung Tâm Hành Chính",
        "7/7/2025 đông người",
    ],
)
def test_no_hint_at_ordinary_lines(text: str) -> None:
    assert not hint(text)
