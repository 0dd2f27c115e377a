"""What is known of each kind of difficulty: its group in reports, who usually solves it, its hours."""

from collections.abc import Mapping

GROUPS: Mapping[str, tuple[str, ...]] = {
    "infrastructure": ("network", "equipment", "place"),
    "systems": ("portal", "vneid", "data"),
    "staff": ("procedure", "staffing"),
    "support": ("skill", "no_phone", "language", "trust"),
    "other": ("other",),
}
"""The grouping of government reports, in their order; what belongs nowhere comes last."""

SOLVERS: Mapping[str, tuple[str, ...]] = {
    "network": ("commune",),
    "portal": ("province", "central"),
    "vneid": ("police",),
    "data": ("province", "police"),
    "equipment": ("commune",),
    "no_phone": ("commune", "police"),
    "skill": ("team",),
    "language": ("commune",),
    "staffing": ("commune", "province"),
    "procedure": ("commune", "province"),
    "place": ("commune",),
    "trust": ("police", "commune"),
    "other": (),
}
"""Who usually solves a kind: a level, or the police, who are not on this bot."""

HOURS: Mapping[str, int] = {
    "network": 3,
    "portal": 3,
    "vneid": 6,
    "data": 24,
    "equipment": 24,
    "no_phone": 24,
    "skill": 24,
    "language": 6,
    "staffing": 6,
    "procedure": 24,
    "place": 24,
    "trust": 3,
    "other": 24,
}
"""Hours a level has for an answer before a case climbs, where the province chose no others; assumed."""


def group_of(code: str) -> str:
    """The group of a kind; of an unknown one the last."""
    return next((name for name, codes in GROUPS.items() if code in codes), "other")
