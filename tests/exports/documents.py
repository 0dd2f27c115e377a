"""A roll-up made by hand, with everything a roll-up can say."""

from datetime import UTC, datetime
from typing import Any

from storage.records.case import Level
from storage.records.rollup import (
    Adjustment,
    Cell,
    Coverage,
    Document,
    Figure,
    Named,
    PickedModel,
    Trouble,
)


def figure(key: str, value: int | None, before: int | None = None, item: str = "", **more: Any) -> Figure:
    """One number of the roll-up."""
    meaning = f"meaning-{key.replace('_', '-')}"
    return Figure(key=key, item=item, value=value, before=before, definition=meaning, **more)


def document(**more: Any) -> Document:
    """The week of a commune."""
    known: dict[str, Any] = {
        "tenant": "01",
        "unit_code": "00235",
        "unit": "Phường Đống Đa",
        "level": Level.COMMUNE,
        "since_on": "2026-11-16",
        "until_on": "2026-11-22",
        "edition": 2,
        "updated_at": datetime(2026, 11, 23, 1, 5, tzinfo=UTC),
        "figures": (
            figure("luot_nguoi_dan", 1234, 1180, approx=2, adjustments=(_adjusted(3),)),
            figure("luot_noi_dung", 612, 580, "vneid"),
            figure("luot_noi_dung", 401, 390, "online_service"),
            figure("tnv_tham_gia", 38, 35),
            figure("ngay_cong", 251, 240, per=2),
            figure("do_phu", 5, 4, of=6),
            figure("nhom", None, None, "ethnic_minority", sensitive=True, cell=Cell.FEW),
        ),
        "news": ("Mở thêm ca tối thứ Ba tại nhà văn hóa tổ dân phố 5.",),
        "models": (
            PickedModel(
                id="m", name="Góc công nghệ số", what="Bàn riêng.", unit_code="00235", unit="Phường Đống Đa"
            ),
        ),
        "troubles": (
            Trouble(
                group="infrastructure", code="network", cases=3, communes=1, days=2, people=5, stopped=1,
                solved=2, solvers=("commune",),
            ),
        ),
        "proposals": ("Đề nghị hỗ trợ 2 máy quét.",),
        "coverage": Coverage(reported=5, expected=6, silent=(Named(code="t6", name="Đội Thủy lợi"),)),
    }  # fmt: skip
    return Document(**{**known, **more})


def _adjusted(by: int) -> Adjustment:
    return Adjustment(since_on="2026-11-09", until_on="2026-11-15", by=by)
