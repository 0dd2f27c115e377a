"""Whether a position is at a place. Pure; positions come in and yes or no goes out."""

import math
from collections.abc import Iterable

from handlers.messages import Place
from storage.records.place_point import PlacePoint

RADIUS, NARROWEST, WIDEST = 300, 50, 2_000
"""Metres around the point of a place that count as being there: until a leader says so, least, most."""
VAGUEST = 1_500.0
"""Metres of accuracy beyond which a position says nothing: a phone that only knows its cell, a computer that
only knows its town. It is also the largest a messenger reports."""
_EARTH = 6_371_000.0


def metres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """The way over the ground between two points in degrees (haversine; 0.5 % off at most)."""
    phi, to_phi = math.radians(latitude), math.radians(to_latitude)
    half_phi, half_lambda = (to_phi - phi) / 2, math.radians(to_longitude - longitude) / 2
    across = math.sin(half_phi) ** 2 + math.cos(phi) * math.cos(to_phi) * math.sin(half_lambda) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, across)))


def at_place(fix: Place | None, points: Iterable[PlacePoint]) -> bool | None:
    """Whether ``fix`` may be inside the radius of one of ``points``: its accuracy speaks for whoever sent it.

    None when that cannot be told: no position, one that is too vague, or no point to compare it with.
    """
    known = list(points)
    if fix is None or not known or not 0 <= fix.accuracy <= VAGUEST:
        return None
    return any(
        metres(fix.latitude, fix.longitude, one.latitude, one.longitude) - fix.accuracy <= one.radius_m
        for one in known
    )
