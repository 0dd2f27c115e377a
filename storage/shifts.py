"""Planned shifts of teams."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.work import Shift
from storage.sources import Source, json_list

ShiftWindow = tuple[str, str, datetime, datetime]
"""(tenant, team id, since, until): shifts that touch this stretch of time."""


class PlacedShift(Shift):
    """A shift with the name of its place (empty when none was planned)."""

    place_name: str = ""


async def _of_teams(tx: Tx, keys: Sequence[ShiftWindow]) -> Mapping[ShiftWindow, list[PlacedShift]]:
    rows = await tx.all(
        "shifts_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
        until=to_micros(max(key[3] for key in keys)),
    )
    found: dict[tuple[str, str], list[PlacedShift]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(PlacedShift.model_validate(dict(row)))
    return {
        key: [shift for shift in found[key[0], key[1]] if shift.starts_at < key[3] and shift.ends_at > key[2]]
        for key in keys
    }


of_team = Source("shifts_of_team", _of_teams)


async def starting(tx: Tx, since: datetime, until: datetime, *, kind: str = "") -> list[Shift]:
    """Shifts that start in [since, until) and for which no job of ``kind`` has run."""
    rows = await tx.all("shifts_starting", since=to_micros(since), until=to_micros(until), kind=kind)
    return [Shift.model_validate(dict(row)) for row in rows]


async def ending(tx: Tx, since: datetime, until: datetime, *, kind: str = "") -> list[Shift]:
    """Shifts that end in [since, until) and for which no job of ``kind`` has run."""
    rows = await tx.all("shifts_ending", since=to_micros(since), until=to_micros(until), kind=kind)
    return [Shift.model_validate(dict(row)) for row in rows]


def saved(record: Shift) -> Effect:
    """Add or replace a shift."""
    return Effect("save_shift", record.model_dump())


def planned(record: Shift) -> Effect:
    """Add a shift, unless the team has the very same one already."""
    columns = record.model_dump(exclude={"cancelled_at", "version"})
    return Effect("plan_shift", columns)


def moved(before: Shift, after: Shift) -> Effect:
    """Give a shift another time, place or number; contested, by the version it was read with."""
    columns = after.model_dump(include={"tenant", "id", "place_id", "starts_at", "ends_at", "needed"})
    return Effect("move_shift", {**columns, "version": before.version}, contested=True)


def withdrawn(record: Shift, at: datetime) -> Effect:
    """Take a planned shift back as it was read; one that changed meanwhile stays."""
    params = {"tenant": record.tenant, "id": record.id, "cancelled_at": to_micros(at)}
    return Effect("withdraw_shift", {**params, "version": record.version})


def restored(record: Shift) -> Effect:
    """Let a shift that was called off take place after all, unless it changed meanwhile."""
    params = {"tenant": record.tenant, "id": record.id, "version": record.version}
    return Effect("restore_shift", params)


def cancelled(record: Shift, at: datetime) -> Effect:
    """Call a shift off; contested, so that it is called off once."""
    params = {"tenant": record.tenant, "id": record.id, "cancelled_at": to_micros(at)}
    return Effect("cancel_shift", params, contested=True)
