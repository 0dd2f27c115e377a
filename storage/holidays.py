"""Days on which nobody is reminded of anything and no recurring shift is planned; days worked instead."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files

from storage.effects import Effect
from storage.queries import Tx
from storage.records.rota import Holiday
from storage.sources import Source


async def _calendar(tx: Tx, keys: Sequence[str]) -> Mapping[str, dict[date, Holiday]]:
    days = [Holiday.model_validate(dict(row)) for row in await tx.all("holidays_all")]
    by_day = {one.day: one for one in days}
    return dict.fromkeys(keys, by_day)


calendar = Source("calendar", _calendar)
"""Holidays and the days worked instead of them, by day. There is one for all: ask for ``EVERYWHERE``."""
EVERYWHERE = ""


async def days_off(tx: Tx) -> set[date]:
    """Every holiday; swapped working days are not among them."""
    return {date.fromisoformat(row["day_on"]) for row in await tx.all("holidays_all") if not row["working"]}


def official() -> list[Effect]:
    """The holidays known when this version was made, for a table that an administrator keeps."""
    text = (files("storage") / "data" / "holidays.csv").read_text(encoding="utf-8")
    return [
        Effect("save_holiday", {"day_on": row["day_on"], "name": row["name"], "working": int(row["working"])})
        for row in csv.DictReader(text.splitlines())
    ]
