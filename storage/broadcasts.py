"""Broadcasts: whom they are for, how far they have come, and their steps."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.broadcast import Broadcast, Reach, Recipient
from storage.records.moments import to_micros
from storage.sources import Source, json_list

Part = tuple[str, str, str, str]
"""(tenant, unit code, audience, month as ISO text)."""
BroadcastKey = tuple[str, str]
"""(tenant, broadcast id)."""
Since = tuple[str, datetime]
"""(tenant, since)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A broadcast and how many of its messages are in which state."""

    broadcast: Broadcast
    states: Mapping[str, int]


async def _reach(tx: Tx, keys: Sequence[Part]) -> Mapping[Part, list[Reach]]:
    found = {}
    for key in keys:  # one coordinator previews one text at a time
        rows = await tx.all(
            "broadcast_reach", tenant=key[0], unit_code=key[1], audience=key[2], month_on=key[3]
        )
        found[key] = [Reach.model_validate(dict(row)) for row in rows]
    return found


async def _progress(tx: Tx, keys: Sequence[BroadcastKey]) -> Mapping[BroadcastKey, Progress]:
    rows = await tx.all(
        "broadcasts_by_id", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    found = {}
    for row in rows:
        one = Broadcast.model_validate(dict(row))
        states = await tx.all("broadcast_progress", tenant=one.tenant, after=one.id, mark=f"%{mark(one.id)}")
        found[one.tenant, one.id] = Progress(one, {state["state"]: state["rows"] for state in states})
    return found


async def _recent(tx: Tx, keys: Sequence[Since]) -> Mapping[Since, list[Broadcast]]:
    rows = await tx.all(
        "broadcasts_of_tenants",
        tenants=json_list(key[0] for key in keys),
        since=to_micros(min(key[1] for key in keys)),
    )
    found: dict[str, list[Broadcast]] = defaultdict(list)
    for row in rows:
        found[row["tenant"]].append(Broadcast.model_validate(dict(row)))
    return {key: [one for one in found[key[0]] if one.created_at >= key[1]] for key in keys}


reach = Source("broadcast_reach", _reach)
progress = Source("broadcast_progress", _progress)
recent = Source("broadcasts_recent", _recent)
"""Of a tenant, the newest first."""


def mark(broadcast_id: str) -> str:
    """What the id of each of its messages ends with."""
    return f"~{broadcast_id}"


async def going(tx: Tx, now: datetime) -> list[Broadcast]:
    """Those whose next slice is due."""
    rows = await tx.all("broadcasts_going", now=to_micros(now))
    return [Broadcast.model_validate(dict(row)) for row in rows]


async def recipients(tx: Tx, one: Broadcast, most: int) -> list[Recipient]:
    """The next ``most`` people it is for, in the order of their ids."""
    rows = await tx.all(
        "broadcast_recipients",
        tenant=one.tenant,
        unit_code=one.unit_code,
        audience=one.audience,
        after_id=one.after_id,
        most=most,
    )
    return [Recipient.model_validate(dict(row)) for row in rows]


def begun(record: Broadcast) -> Effect:
    """A new broadcast."""
    return Effect("add_broadcast", record.model_dump())


def moved(before: Broadcast, after: Broadcast) -> Effect:
    """A step of a broadcast as it was read; contested by its version."""
    names = {"tenant", "id", "state", "after_id", "filled", "next_at", "ended_at"}
    return Effect(
        "move_broadcast", {**after.model_dump(include=names), "version": before.version}, contested=True
    )


def withdrawn(one: Broadcast, at: datetime) -> Effect:
    """What is in the outbox and has not left does not leave."""
    params = {"tenant": one.tenant, "after": one.id, "mark": f"%{mark(one.id)}", "done_at": to_micros(at)}
    return Effect("cancel_broadcast", params)
