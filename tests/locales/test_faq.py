"""Every FAQ file is fit to send, and a wrong one says what is wrong with it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handlers.privacy_filter import mask
from handlers.vocabulary import vocabulary
from locales.faq import FaqTopic, read_topic, read_topics
from locales.faq_beyond import read_beyond
from locales.faq_check import faults
from locales.front_matter import FaqFileError
from storage.fold import fold

TOPICS = read_topics()
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


def test_every_topic_keeps_the_rules() -> None:
    """Those that `aoxanh faq check` holds every editor to."""
    assert list(faults(TOPICS)) == []


@each_topic
def test_answer_begins_with_what_to_do(topic: FaqTopic) -> None:
    first = topic.body.splitlines()[0]
    assert BEGINS.match(first), first
    assert "bạn" in topic.body.lower(), "say what the volunteer does or leaves alone"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"body": " ".join(["Mở trang mẫu."] * 70)}, "body"),
        ({"body": "Mở trang mẫu"}, "body"),
        ({"body": "Mở trang mẫu.\n1. Một.\n3. Ba."}, "body"),
        ({"body": "\n".join(["Mở trang mẫu.", *(f"{step}. Bấm." for step in range(1, 9))])}, "body"),
        ({"body": "Mở **trang** mẫu."}, "body"),
        ({"title": "Câu hỏi mẫu"}, "title"),
        ({"seeds": ("một cách hỏi",)}, "seeds"),
        ({"sources": ("Báo",)}, "sources"),
        ({"valid_until": date(2026, 1, 1)}, "valid_until"),
    ],
)
def test_a_breach_is_named_with_its_field(change: dict[str, Any], field: str) -> None:
    good = TOPICS[0]
    assert [fault[:2] for fault in faults([replace(good, **change)])] == [(good.slug, field)]


def test_a_question_of_two_topics_is_named_in_both() -> None:
    one, two = TOPICS[:2]
    shared = replace(two, seeds=(*two.seeds, one.seeds[0].upper()))
    assert [fault[0] for fault in faults([one, shared])] == [one.slug, two.slug]


def test_matters_beyond_are_short_and_open_what_exists() -> None:
    """One answer, a few words; the conversations it names are there."""
    known = vocabulary().by_name
    for matter in read_beyond():
        assert len(matter.body) <= 300, matter.slug
        assert [one for one in matter.opens if one not in known] == [], matter.slug
        assert len(set(matter.seeds)) == len(matter.seeds) >= 8, matter.slug


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
