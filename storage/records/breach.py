"""The register of breaches: what happened, when it was noticed, what was done, when it was reported."""

from datetime import datetime, timedelta
from enum import StrEnum

from storage.records.moments import At, Flag, MaybeAt, Record

REPORT_WITHIN = timedelta(hours=72)
"""Luật 91/2025/QH15, Điều 23; Nghị định 356/2025/NĐ-CP, Điều 28, 29: from when it was noticed."""


class BreachKind(StrEnum):
    """``LEAK``: seen, lost or changed by whoever must not. ``PURPOSE``: used for what nobody agreed to."""

    LEAK = "leak"
    PURPOSE = "purpose"


class Breach(Record):
    """One entry. ``people`` is how many are concerned and ``records`` how much of their data, ``location``
    whether positions are: then the people themselves are told too (``told_at``). ``place`` is where it
    happened, ``parties`` which organisations had a part in it, ``sensitive`` the kinds of sensitive data,
    ``late_because`` why the report came after its 72 hours. No name of a person stands here."""

    tenant: str
    id: str
    kind: BreachKind
    what: str
    place: str = ""
    parties: str = ""
    data: str = ""
    sensitive: str = ""
    people: int = 0
    records: int = 0
    location: Flag = False
    cause: str = ""
    harm: str = ""
    measures: str = ""
    late_because: str = ""
    happened_at: MaybeAt = None
    noticed_at: At
    opened_at: At
    reported_at: MaybeAt = None
    told_at: MaybeAt = None
    closed_at: MaybeAt = None
    version: int = 0

    @property
    def due_at(self) -> datetime:
        """By when the authority has to have the report."""
        return self.noticed_at + REPORT_WITHIN

    def owes(self) -> list[str]:
        """What is still to be done: the report, telling the people, closing."""
        told = not self.location or self.told_at is not None
        steps = {
            "report": self.reported_at is not None,
            "tell": told,
            "close": self.closed_at is not None,
        }
        return [step for step, done in steps.items() if not done]
