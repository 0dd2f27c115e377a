"""Leases: things only one process may do at a time, such as sending for an account."""

from datetime import datetime

from storage.queries import Tx
from storage.records.moments import to_micros


async def hold(tx: Tx, name: str, holder: str, now: datetime, until: datetime) -> bool:
    """Take the lease ``name`` until ``until``, or renew it; False while another holds it."""
    row = await tx.one(
        "hold_lease", name=name, holder=holder, now=to_micros(now), held_until=to_micros(until)
    )
    return row is not None


async def end(tx: Tx, name: str, holder: str) -> None:
    """Give the lease back."""
    await tx.run("end_lease", name=name, holder=holder)
