"""The audit log: who looked at, took out or changed whose data, in a chain that shows every break."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.audit_chain import link
from storage.database import Database
from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.moments import from_micros, to_micros

PAGE = 1000
MARK = 16
"""Digits of a hash that are noted in messages: 64 bits, which nobody meets by trying."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a tenant's chain: the number of its last entry, and the hash over all of them. One that was
    noted may have the first ``MARK`` digits of the hash alone."""

    tenant: str
    seq: int
    hash: str

    @property
    def mark(self) -> str:
        """Short enough for a message."""
        return f"{self.tenant}/{self.seq}/{self.hash[:MARK]}"


def noted(tenant: str, at: datetime, actor: str, what: str, subject: str = "", detail: str = "") -> Effect:
    """One entry. ``actor`` is a person's id, "operator" or "bot"; ``subject`` is a kind and an id, such as
    "team:…"; ``detail`` says more without naming anybody. Never a name, a number or a person's words."""
    told = {"actor": actor, "what": what, "subject": subject, "detail": detail}
    return Effect("add_audit_event", {"tenant": tenant, "at": to_micros(at), **told})


async def heads(database: Database) -> list[Head]:
    """The end of every chain."""
    return await database.read(ends)


async def ends(tx: Tx) -> list[Head]:
    """As ``heads``, among other reads."""
    return [Head(row["tenant"], row["seq"], row["hash"]) for row in await _chains(tx)]


async def entries(database: Database, tenant: str, after: int = 0) -> AsyncIterator[Row]:
    """The entries of a chain in their order, read page by page."""
    while True:
        page = await database.read(lambda tx, at=after: _page(tx, tenant, at))  # type: ignore[misc]  # bound at once
        for row in page:
            yield row
        if len(page) < PAGE:
            return
        after = page[-1]["seq"]


async def verify(database: Database, known: Sequence[Head] = ()) -> list[str]:
    """Every break of every chain: what is wrong, in which entry. ``known`` are ends that somebody noted
    earlier; each must still be in its chain, or the chain was made anew."""
    wrong = []
    for chain in await database.read(_chains):
        wrong += await _breaks(database, chain, [one for one in known if one.tenant == chain["tenant"]])
    there = {one.tenant for one in await heads(database)}
    return [
        *wrong,
        *(f"tenant {one.tenant!r} has no log any more" for one in known if one.tenant not in there),
    ]


async def _breaks(database: Database, chain: Row, known: Sequence[Head]) -> list[str]:
    tenant, seq, former = chain["tenant"], chain["kept_from"] - 1, chain["kept_after"]
    wrong, noted_earlier = [], {one.seq: one.hash for one in known if one.seq >= chain["kept_from"]}
    async for row in entries(database, tenant):
        if row["seq"] > chain["seq"]:
            break
        where = f"tenant {tenant!r}, entry {row['seq']} of {from_micros(row['at']):%Y-%m-%d %H:%M}"
        if row["seq"] != seq + 1:
            wrong.append(f"{where}: {row['seq'] - seq - 1} entries before it are missing")
        elif link(former, row) != row["hash"]:
            wrong.append(f"{where}: it is not what was written")
        if not row["hash"].startswith(noted_earlier.pop(row["seq"], "")):
            wrong.append(f"{where}: its hash is not the one that was noted; the log was written anew")
        seq, former = row["seq"], row["hash"]
    if (seq, former) != (chain["seq"], chain["hash"]):
        wrong.append(f"tenant {tenant!r}, after entry {seq}: the end is missing, {chain['seq']} were written")
    return [*wrong, *(f"tenant {tenant!r}: entry {one}, noted earlier, is missing" for one in noted_earlier)]


async def purge(tx: Tx, before: datetime) -> int:
    """Cut what is older than ``before`` off the beginning; each chain remembers where it was cut."""
    gone = 0
    for row in await tx.all("audit_events_ripe", before=to_micros(before)):
        await tx.run("cut_chain", tenant=row["tenant"], seq=row["seq"], hash=row["hash"])
        gone += await tx.run("purge_audit_events", tenant=row["tenant"], until=row["seq"])
    return gone


async def _chains(tx: Tx) -> list[Row]:
    return await tx.all("audit_chains_all")


async def _page(tx: Tx, tenant: str, after: int) -> list[Row]:
    return await tx.all("audit_events_after", tenant=tenant, after=after, most=PAGE)


def told(row: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as it is exported."""
    return {**row, "at": from_micros(row["at"]).isoformat()}
