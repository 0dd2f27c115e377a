"""Slots of time: the database makes each run of a job single, across restarts and processes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, Flag, Record, from_micros, to_micros
from storage.sources import json_list

Taken = tuple[str, str, datetime]
"""(tenant, subject, slot_at)."""


class Slot(Record):
    """One thing that is due once: (tenant, kind, subject, moment)."""

    tenant: str
    kind: str
    subject: str
    slot_at: At


class SlotRun(Slot):
    """A claimed slot."""

    ran_at: At
    late: Flag = False


def claimed(slot: Slot, now: datetime, *, late: bool) -> Effect:
    """Claim a slot; contested, so that two processes cannot both do it."""
    run = SlotRun(**slot.model_dump(), ran_at=now, late=late)
    return Effect("claim_slot", run.model_dump(), contested=True)


def noted(slot: Slot, now: datetime) -> Effect:
    """Note that a thing was done another way; noted twice it changes nothing."""
    return Effect("note_slot", SlotRun(**slot.model_dump(), ran_at=now).model_dump())


async def taken(tx: Tx, kind: str, since: datetime) -> set[Taken]:
    """(tenant, subject, slot_at) of every slot of ``kind`` claimed since."""
    rows = await tx.all("claimed_slots", kind=kind, since=to_micros(since))
    return {(row["tenant"], row["subject"], from_micros(row["slot_at"])) for row in rows}


async def taken_of(tx: Tx, kind: str, subjects: Iterable[str], since: datetime) -> set[Taken]:
    """The same for these subjects alone."""
    rows = await tx.all(
        "claimed_slots_of_subjects", kind=kind, subjects=json_list(subjects), since=to_micros(since)
    )
    return {(row["tenant"], row["subject"], from_micros(row["slot_at"])) for row in rows}


async def of_subjects(
    tx: Tx, kind: str, keys: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], datetime]:
    """When the slot of ``kind`` of each (tenant, subject) was claimed last; without one they are left out."""
    rows = await tx.all(
        "claimed_subjects",
        kind=kind,
        tenants=json_list(key[0] for key in keys),
        subjects=json_list(key[1] for key in keys),
    )
    return {(row["tenant"], row["subject"]): from_micros(row["ran_at"]) for row in rows}
