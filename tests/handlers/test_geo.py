"""Positions against places: 10,000 fixes, near and far, sharp and vague; each as plain geometry says."""

import math
from datetime import UTC, datetime
from random import Random

import pytest

from handlers.geo import NARROWEST, RADIUS, VAGUEST, WIDEST, at_place, metres
from handlers.messages import Place
from storage.records.place_point import PlacePoint
from storage.records.work import grade_of

HANOI = (21.0136, 105.8252)
CASES = 10_000


def _point(latitude: float, longitude: float, radius: int = RADIUS) -> PlacePoint:
    return PlacePoint(
        tenant="01",
        id="p1",
        team_id="t1",
        latitude_e6=round(latitude * 1e6),
        longitude_e6=round(longitude * 1e6),
        radius_m=radius,
        set_at=datetime(2026, 11, 23, tzinfo=UTC),
    )


def _moved(chance: Random, metres_away: float) -> tuple[float, float]:
    """So far from the point, in any direction."""
    turned = chance.uniform(0, 2 * math.pi)
    north = metres_away * math.cos(turned) / 111_194.9
    east = metres_away * math.sin(turned) / (111_194.9 * math.cos(math.radians(HANOI[0])))
    return HANOI[0] + north, HANOI[1] + east


@pytest.mark.parametrize(
    ("to", "far"),
    [
        ((21.0136, 105.8252), 0),
        ((21.0286, 105.8252), 1_668),
        ((10.7769, 106.7009), 1_142_000),
        ((-90, 0), 12_344_000),
    ],
)
def test_the_way_over_the_ground(to: tuple[float, float], far: float) -> None:
    """Known distances, half a per cent off at most."""
    assert metres(*HANOI, *to) == pytest.approx(far, rel=0.005, abs=1)


def test_every_fix_is_judged_rightly_and_none_refused() -> None:
    """Inside when distance − accuracy ≤ radius; what is too vague or no position at all says nothing."""
    chance = Random(300)
    seen = {True: 0, False: 0, None: 0}
    for _ in range(CASES):
        away = chance.choice((chance.uniform(0, 400), chance.uniform(0, 5_000), chance.uniform(0, 300_000)))
        accuracy = chance.choice(
            (0.0, chance.uniform(3, 60), chance.uniform(60, 1_500), chance.uniform(1_500, 50_000))
        )
        radius = chance.choice((NARROWEST, RADIUS, WIDEST, chance.randint(NARROWEST, WIDEST)))
        fix = Place(*_moved(chance, away), accuracy) if chance.randrange(20) else None
        there = at_place(fix, [_point(*HANOI, radius)])
        edge = abs(away - accuracy - radius) < 2 + away * 0.01  # the oracle is flat, the earth is not
        if fix is None or accuracy > VAGUEST:
            assert there is None
        elif not edge:
            assert there == (away - accuracy <= radius), (away, accuracy, radius)
        seen[there] += 1
    assert min(seen.values()) > CASES / 20, "every outcome must be tried often"


def test_no_point_and_several_points() -> None:
    """Without a point nothing is told; of several the nearest counts."""
    fix = Place(*HANOI, 10)
    assert at_place(fix, []) is None
    assert at_place(fix, [_point(10, 106), _point(*HANOI)]) is True
    assert at_place(fix, [_point(10, 106)]) is False


@pytest.mark.parametrize("accuracy", [-1.0, float("nan"), float("inf"), VAGUEST + 1])
def test_a_broken_accuracy_says_nothing(accuracy: float) -> None:
    """Neither for nor against whoever sent it."""
    assert at_place(Place(*HANOI, accuracy), [_point(*HANOI)]) is None


@pytest.mark.parametrize(
    ("code", "place", "leader", "grade"),
    [
        (True, True, True, "A"),
        (True, True, False, "A"),
        (True, False, True, "A"),
        (True, None, True, "A"),
        (False, True, True, "A"),
        (True, None, False, "B"),
        (True, False, False, "B"),
        (False, True, False, "B"),
        (False, None, True, "C"),
        (False, False, True, "C"),
        (False, None, False, "D"),
        (False, False, False, "D"),
    ],
)
def test_grades(code: bool, place: bool | None, leader: bool, grade: str) -> None:
    """A two of code, place and leader; B code or place; C leader; D own word."""
    assert grade_of(by_code=code, at_place=place, by_leader=leader) == grade
