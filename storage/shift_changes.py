"""What each step of planning changed, for taking it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage import people, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.records.rota import ShiftChange
from storage.records.team import TeamCard
from storage.shifts import PlacedShift
from storage.sources import Source, json_list

ChangeKey = tuple[str, str]
"""(tenant, change id)."""


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """A change with its team, its shifts as they are now, and how the people who heard of it, or signed up
    since, are reached."""

    change: ShiftChange
    team: TeamCard
    shifts: tuple[PlacedShift, ...]
    contacts: tuple[Contact, ...]


async def _by_id(tx: Tx, keys: Sequence[ChangeKey]) -> Mapping[ChangeKey, ChangeCard]:
    """Each change with what hangs on it: changes are taken back one by one, so they are read so."""
    rows = await tx.all(
        "shift_changes_by_id",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    changes = [ShiftChange.model_validate(dict(row)) for row in rows]
    cards = await teams.card.load(tx, [(one.tenant, one.team_id) for one in changes])
    return {
        (one.tenant, one.id): await _card(tx, one, cards[one.tenant, one.team_id])
        for one in changes
        if (one.tenant, one.team_id) in cards
    }


async def _card(tx: Tx, change: ShiftChange, team: TeamCard) -> ChangeCard:
    tenant, ids = json_list([change.tenant]), json_list(str(one["id"]) for one in change.shifts)
    now = await tx.all("shifts_by_id", tenants=tenant, ids=ids)
    signed = await tx.all("signups_of_shifts", tenants=tenant, shifts=ids)
    told = {*change.told, *(row["person_id"] for row in signed if row["ended_at"] is None)}
    reached = await people.contacts_of.load(tx, [(change.tenant, one) for one in sorted(told)])
    contacts = [contact for found in reached.values() for contact in found]
    return ChangeCard(
        change, team, tuple(PlacedShift.model_validate(dict(row)) for row in now), tuple(contacts)
    )


by_id = Source("shift_change", _by_id)


def made(record: ShiftChange) -> Effect:
    """Keep what a step changed."""
    return Effect("add_shift_change", record.model_dump())


def undone(record: ShiftChange, at: datetime) -> Effect:
    """Take a step back; contested, so that it is taken back once."""
    params = {"tenant": record.tenant, "id": record.id, "undone_at": to_micros(at)}
    return Effect("undo_shift_change", params, contested=True)
