"""Days on which nobody is reminded of anything."""

import csv
from datetime import date
from importlib.resources import files

from storage.effects import Effect
from storage.queries import Tx


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
