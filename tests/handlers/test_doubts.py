"""What is odd in a report, and when a day is closed: asked about at the edge, silent below it."""

from datetime import datetime

import pytest

from handlers.closed_days import closes_at, is_closed
from handlers.doubts import of_classes, of_one
from locales.formats import HANOI


def _keys(
    visits: int | None = None,
    lines: dict[str, int] | None = None,
    groups: dict[str, int] | None = None,
    part: str = "",
) -> list[str]:
    return [one.key for one in of_one(visits, lines or {}, groups or {}, {}, part)]


@pytest.mark.parametrize(
    ("visits", "lines", "part", "odd"),
    [
        (60, {}, "morning", False),
        (61, {}, "morning", True),
        (None, {"vneid": 40, "form": 21}, "", True),
        (120, {}, "day", False),
        (121, {}, "day", True),
        (None, {"info_safety": 500, "digitise": 300}, "", False),
    ],
)
def test_more_than_one_person_can_help(
    visits: int | None, lines: dict[str, int], part: str, *, odd: bool
) -> None:
    assert _keys(visits, lines, part=part) == (["doubt-many"] if odd else [])


def test_a_total_above_its_parts() -> None:
    assert _keys(12, {"vneid": 5, "form": 2}) == ["doubt-fewer-parts"]
    assert _keys(12, {"vneid": 7, "form": 5}) == []
    assert _keys(12) == []


def test_a_group_larger_than_the_total() -> None:
    assert _keys(5, groups={"elderly": 6, "worker": 2}) == ["doubt-group"]
    assert _keys(6, groups={"elderly": 6}) == []
    assert _keys(None, groups={"elderly": 6}) == []


@pytest.mark.parametrize(
    ("figures", "keys"),
    [
        ({"lop": 2, "hoc_vien": 45}, []),
        ({"hoc_vien": 45}, []),
        ({"lop": 0, "hoc_vien": 45}, ["doubt-no-class"]),
        ({"lop": 1, "hoc_vien": 101}, ["doubt-full-class"]),
        ({"tap_huan": 1, "nguoi_tap_huan": 250}, ["doubt-full-class"]),
    ],
)
def test_classes(figures: dict[str, int], keys: list[str]) -> None:
    assert [one.key for one in of_classes(figures)] == keys


def test_a_day_closes_at_noon_of_the_next_one_by_the_clocks_of_vietnam() -> None:
    noon = datetime(2026, 11, 24, 12, 0, tzinfo=HANOI)
    assert closes_at("2026-11-23", 720) == noon
    assert is_closed("2026-11-23", 720, noon)
    assert not is_closed("2026-11-23", 720, noon.replace(hour=11, minute=59))
    assert not is_closed("2026-11-24", 720, noon)
