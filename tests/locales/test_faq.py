"""Every FAQ file is fit to send, and a wrong one says what is wrong with it."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from handlers.privacy_filter import mask
from locales.faq import FaqFileError, FaqTopic, read_topic, read_topics
from storage.fold import fold

TOPICS = read_topics()
LONGEST_BODY = 900
FEWEST_SEEDS = 12
MOST_STEPS = 7
BEGINS = re.compile(
    r"(Bấm|Chỉ|Chọn|Dặn|Đưa|Đừng|Giữ|Gọi|Gửi|Hỏi|Hướng dẫn|Kiểm tra|Làm|Mang|Mời|Mở|Nhắc|Nhờ|Nói|Ra|Tự|Vào"
    r"|Xem) "
)
GOOD = """---
slug: sample
group: Mẫu
title: Câu hỏi mẫu?
seeds:
  - một cách hỏi
sources:
  - https://example.gov.vn/bai
checked_on: 2026-11-21
confidence: cao
---
Mở trang mẫu.
"""

each_topic = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.slug)


@each_topic
def test_answer_is_short_and_starts_with_what_to_do(topic: FaqTopic) -> None:
    first = topic.body.splitlines()[0]
    assert len(topic.body) <= LONGEST_BODY
    assert BEGINS.match(first), first
    assert first.endswith("."), first


@each_topic
def test_steps_are_few_and_counted_from_one(topic: FaqTopic) -> None:
    steps = [int(number) for number in re.findall(r"^(\d+)\. ", topic.body, re.MULTILINE)]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) <= MOST_STEPS


@each_topic
def test_answer_is_plain_text_in_our_voice(topic: FaqTopic) -> None:
    assert not re.search(r"[*_`#]|!|^- ", topic.body, re.MULTILINE)
    assert topic.title.endswith("?")
    assert "bạn" in topic.body.lower(), "say what the volunteer does or leaves alone"


@each_topic
def test_topic_can_be_found_and_checked(topic: FaqTopic) -> None:
    assert len(topic.seeds) >= FEWEST_SEEDS
    assert all(source.startswith(("https://", "http://")) for source in topic.sources)
    assert topic.valid_until is None or topic.valid_until >= topic.checked_on


@each_topic
def test_questions_pass_the_privacy_filter_untouched(topic: FaqTopic) -> None:
    assert [line for line in (topic.title, *topic.seeds) if mask(line).touched] == []


def test_no_question_belongs_to_two_topics() -> None:
    asked = Counter(fold(line) for topic in TOPICS for line in {topic.title, *topic.seeds})
    assert [line for line, times in asked.items() if times > 1 and _owners(line) > 1] == []


def test_topics_come_sorted_and_complete() -> None:
    slugs = [topic.slug for topic in TOPICS]
    assert slugs == sorted(slugs)
    assert "vneid-forgot-password" in slugs


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    assert read_topic(_file(tmp_path, GOOD)) == FaqTopic(
        slug="sample",
        group="Mẫu",
        title="Câu hỏi mẫu?",
        seeds=("một cách hỏi",),
        sources=("https://example.gov.vn/bai",),
        checked_on=date(2026, 11, 21),
        valid_until=None,
        confidence="cao",
        body="Mở trang mẫu.",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("slug: sample", "slug: other", "slug"),
        ("title: Câu hỏi mẫu?", "title:", "title"),
        ("  - một cách hỏi", "  - 2026", "seeds"),
        ("  - một cách hỏi", "", "seeds"),
        ("checked_on: 2026-11-21", "checked_on: hôm qua", "checked_on"),
        ("confidence: cao", "confidence: chắc", "confidence"),
        ("confidence: cao", "confidence: cao\nvalid_until: sang năm", "valid_until"),
        ("group: Mẫu", "nhóm: Mẫu", "nhóm"),
        ("group: Mẫu", "group: [Mẫu", "front matter"),
        ("Mở trang mẫu.", "", "body"),
    ],
)
def test_a_wrong_file_is_named_with_its_field(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    path = _file(tmp_path, GOOD.replace(right, wrong, 1))
    with pytest.raises(FaqFileError, match=re.escape(f"{path}: {field}: ")) as raised:
        read_topic(path)
    assert (raised.value.path, raised.value.field) == (path, field)


def test_a_file_without_front_matter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaqFileError, match="front matter"):
        read_topic(_file(tmp_path, "Mở trang mẫu.\n"))


def test_a_language_without_faq_is_refused() -> None:
    with pytest.raises(FaqFileError, match="holds no topic"):
        read_topics("xx")


def _file(folder: Path, text: str) -> Path:
    path = folder / "sample.md"
    path.write_text(text, encoding="utf-8")
    return path


def _owners(line: str) -> int:
    return sum(line in {fold(seed) for seed in (topic.title, *topic.seeds)} for topic in TOPICS)
