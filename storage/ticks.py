"""What a leader ticked at once, kept for as long as it can be undone."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.roster import Tick
from storage.records.work import Attendance
from storage.sources import Source, json_list

TickKey = tuple[str, str]
"""(tenant, tick id)."""


class TickedNow(Tick):
    """A tick with its attendances as they stand now; one that was taken back since is missing."""

    records: tuple[Attendance, ...] = ()


async def _by_id(tx: Tx, keys: Sequence[TickKey]) -> Mapping[TickKey, TickedNow]:
    tenants = json_list(key[0] for key in keys)
    found = [
        Tick.model_validate(dict(row))
        for row in await tx.all("ticks_by_id", tenants=tenants, ids=json_list(key[1] for key in keys))
    ]
    ids = json_list(one for tick in found for one in (*tick.added, *tick.confirmed))
    rows = await tx.all("attendances_by_id", tenants=tenants, ids=ids)
    records = [Attendance.model_validate(dict(row)) for row in rows]
    return {(tick.tenant, tick.id): _with(tick, records) for tick in found}


def _with(tick: Tick, records: Sequence[Attendance]) -> TickedNow:
    ids = {*tick.added, *tick.confirmed}
    own = tuple(one for one in records if one.tenant == tick.tenant and one.id in ids)
    return TickedNow.model_validate({**tick.model_dump(), "records": own})


by_id = Source("tick", _by_id)


def added(record: Tick) -> Effect:
    """Remember a tick."""
    return Effect("add_tick", record.model_dump())


def undone(record: Tick, at: datetime) -> Effect:
    """Mark a tick as taken back; contested, because it is taken back once."""
    params = {"tenant": record.tenant, "id": record.id, "undone_at": to_micros(at)}
    return Effect("undo_tick", params, contested=True)
