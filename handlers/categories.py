"""The codes of what volunteers do and meet; their labels are words, their codes never change."""

HELP = (
    "reception",
    "procedure",
    "form",
    "vneid",
    "online_service",
    "payment",
    "signature",
    "digitise",
    "officer",
    "class",
    "access",
    "social",
    "info_safety",
    "party_member",
    "other",
)
"""Help categories; ``party_member`` is off unless a campaign needs it."""

OFF_BY_DEFAULT = frozenset({"party_member"})

DIFFICULTIES = (
    "network",
    "portal",
    "vneid",
    "data",
    "equipment",
    "no_phone",
    "skill",
    "language",
    "staffing",
    "procedure",
    "place",
    "trust",
    "other",
)

SEVERITIES = ("cham", "dung")

GROUPS = (
    "elderly",
    "elderly_alone",
    "ethnic_minority",
    "disability",
    "no_smartphone",
    "low_literacy",
    "poor_policy",
    "worker",
    "mother_child",
    "student",
    "business",
    "foreigner",
)
"""Beneficiary groups: optional counts that overlap and are never summed."""

PLACE_MODES = ("centre", "one_stop", "village_hall", "home", "market", "mobile", "remote")
"""How people are helped at a place."""


def label(family: str, code: str) -> str:
    """The key of the words for ``code`` of ``family`` (help, difficulty, group, severity, place)."""
    return f"{family}-{code.replace('_', '-')}"
