"""The chain of the audit log: every entry holds a hash over itself and the one before it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from storage.queries import Tx

_TOLD = ("tenant", "seq", "at", "actor", "what", "subject", "detail")


def link(former: str, event: Mapping[str, Any]) -> str:
    """The hash of ``event`` after the entry whose hash is ``former``; the first entry follows "" ."""
    told = [former, *(event[name] for name in _TOLD)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


async def append(tx: Tx, events: Sequence[Mapping[str, Any]]) -> None:
    """Add ``events`` (without number and hash) to the chains of their tenants.

    Three statements a tenant, whatever the number of entries. The row of each chain is held until the
    commit, so writers in several processes follow one another; it comes last in a transaction and in the
    order of tenants, so that nobody waits for long and nobody in a circle.
    """
    by_tenant: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for event in events:
        by_tenant[event["tenant"]].append(event)
    for tenant in sorted(by_tenant):
        await _append(tx, tenant, by_tenant[tenant])


async def _append(tx: Tx, tenant: str, events: Sequence[Mapping[str, Any]]) -> None:
    head = await tx.one("lengthen_chain", tenant=tenant, events=len(events))
    assert head is not None  # noqa: S101  # the statement always returns the chain's row
    former, rows = str(head["hash"]), []
    for seq, event in enumerate(events, start=head["seq"] - len(events) + 1):
        row = {**event, "seq": seq}
        former = link(former, row)
        rows.append({**row, "hash": former})
    await tx.many("add_audit_event", rows)
    await tx.run("close_chain", tenant=tenant, hash=former)
