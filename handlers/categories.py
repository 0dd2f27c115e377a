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

MODES = ("centre", "one_stop", "village_hall", "home", "market", "mobile", "remote")
"""Where or how help is given."""

SHIFT_PARTS = ("morning", "afternoon", "day", "evening")
"""Which part of the day a report is about."""

FIGURES = (
    "luot_nguoi_dan",
    "luot_doanh_nghiep",
    "ho_so",
    "lop",
    "hoc_vien",
    "tap_huan",
    "nguoi_tap_huan",
    "tin_bai",
    "tnv_tham_gia",
    "luot_tnv",
    "ngay_cong",
)
"""Figures a leader may give for a team's day, by help category aside."""

TEAMS_AT_WORK = "doi_hoat_dong"
"""A figure people also say, which follows from the reports of teams and is kept nowhere."""

OF_A_WEEK = ("luot_noi_dung", "luot_xac_nhan", TEAMS_AT_WORK, "doi_thanh_lap", "do_phu")
"""Figures that a weekly roll-up adds to those that are given: sums over matters, proof, teams, coverage."""

OF_VOLUNTEERS = frozenset({"luot_nguoi_dan", "tnv_tham_gia", "luot_tnv", "ngay_cong"})
"""Those that no single report has among its figures: visits are its own field, the rest is presence."""

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
    """The key of the words for ``code`` of ``family``: help, difficulty, group, mode, figure and so on."""
    return f"{family}-{code.replace('_', '-')}"
