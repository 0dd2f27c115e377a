"""Slots of time: the database makes each run of a job single, across restarts and processes."""

from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, Flag, Record, from_micros, to_micros


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


async def taken(tx: Tx, kind: str, since: datetime) -> set[tuple[str, str, datetime]]:
    """(tenant, subject, slot_at) of every slot of ``kind`` claimed since."""
    rows = await tx.all("claimed_slots", kind=kind, since=to_micros(since))
    return {(row["tenant"], row["subject"], from_micros(row["slot_at"])) for row in rows}
