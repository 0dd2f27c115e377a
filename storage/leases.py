"""Leases on PostgreSQL: things only one process may do at a time, such as sending for an account."""

from datetime import timedelta

from storage.queries import Tx

_MICROS = timedelta(microseconds=1)


async def hold(tx: Tx, name: str, holder: str, length: timedelta) -> timedelta | None:
    """Take the lease ``name`` for ``length`` by the server's clock, or renew it: None. While another holds
    it, how long it may still be theirs."""
    row = await tx.one("hold_lease", name=name, holder=holder, length=length // _MICROS)
    if row is None or row["mine"]:
        return None
    return max(timedelta(), int(row["others_for"]) * _MICROS)


async def end(tx: Tx, name: str, holder: str) -> None:
    """Give the lease back."""
    await tx.run("end_lease", name=name, holder=holder)
