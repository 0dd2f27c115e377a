"""Whose name is told as it is written, and to whom: everything is asked by everybody in a random forest."""

import random
from pathlib import Path

import pytest

from handlers import seen
from tests.permissions.asking import Asking
from tests.permissions.crawling import Crawl
from tests.permissions.test_subtree import crawled, grown


def _whole(crawl: Crawl) -> list[str]:
    return [f"{one.shown_to} at {one.pressed}" for one in crawl.leaks if one.spot.kind == "whole"]


async def test_from_above_people_are_told_apart_by_initials(fresh: Path, tmp_path: Path) -> None:
    """Teams know each other's names, and those of who coordinates them; nobody else is told more than
    initials, whatever they open, press or type."""
    async with grown(fresh, 4) as (made, forest):
        crawl = await crawled(Crawl(Asking(made, tmp_path), forest, random.Random(4)))
    assert _whole(crawl) == []
    names = {mark for mark, spot in forest.marks.items() if spot.kind == "whole"}
    assert len(names & crawl.marks) > 20, "few names were shown to anybody"


async def test_a_name_that_is_not_shortened_is_noticed(
    fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The crawl is worth something."""
    monkeypatch.setattr(seen, "initials", str)
    async with grown(fresh, 4) as (made, forest):
        crawl = await crawled(Crawl(Asking(made, tmp_path), forest, random.Random(4)))
    assert _whole(crawl) != []
