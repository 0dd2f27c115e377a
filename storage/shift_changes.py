"""What each step of planning changed, for taking it back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage import people, teams
from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.records.rota import ShiftChange
from storage.records.team import TeamCard
from storage.shifts import PlacedShift
from storage.sources import PersonKey, Source, json_list

ChangeKey = tuple[str, str]
"""(tenant, change id)."""


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """A change with its team, its shifts as they are now, who is ``expected`` at each (by shift id), and how
    they and those who heard of the change are reached."""

    change: ShiftChange
    team: TeamCard
    shifts: tuple[PlacedShift, ...]
    contacts: tuple[Contact, ...]
    expected: Mapping[str, frozenset[str]]


async def _by_id(tx: Tx, keys: Sequence[ChangeKey]) -> Mapping[ChangeKey, ChangeCard]:
    rows = await tx.all(
        "shift_changes_by_id",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    return {(one.change.tenant, one.change.id): one for one in await _cards(tx, rows)}


async def _latest(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, ChangeCard]:
    rows = await tx.all(
        "shift_changes_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
    )
    latest = {(row["tenant"], row["person_id"]): row for row in rows}
    cards = await _cards(tx, list(latest.values()))
    return {(one.change.tenant, one.change.person_id): one for one in cards}


async def _cards(tx: Tx, rows: Sequence[Row]) -> list[ChangeCard]:
    """Each change with what hangs on it: changes are taken back one by one, so they are read so."""
    changes = [ShiftChange.model_validate(dict(row)) for row in rows]
    found = await teams.card.load(tx, [(one.tenant, one.team_id) for one in changes])
    cards = [(one, found.get((one.tenant, one.team_id))) for one in changes]
    return [await _card(tx, one, card) for one, card in cards if card is not None]


async def _card(tx: Tx, change: ShiftChange, team: TeamCard) -> ChangeCard:
    tenant, ids = json_list([change.tenant]), json_list(str(one["id"]) for one in change.shifts)
    now = await tx.all("shifts_by_id", tenants=tenant, ids=ids)
    signed = await tx.all("signups_of_shifts", tenants=tenant, shifts=ids)
    expected: dict[str, set[str]] = defaultdict(set)
    for row in signed:
        if row["ended_at"] is None:
            expected[row["shift_id"]].add(row["person_id"])
    told = set(change.told).union(*expected.values())
    reached = await people.contacts_of.load(tx, [(change.tenant, one) for one in sorted(told)])
    contacts = [contact for found in reached.values() for contact in found]
    return ChangeCard(
        change,
        team,
        tuple(PlacedShift.model_validate(dict(row)) for row in now),
        tuple(contacts),
        {shift_id: frozenset(people) for shift_id, people in expected.items()},
    )


by_id = Source("shift_change", _by_id)
latest = Source("latest_shift_change", _latest)
"""The last step of a person that was not taken back."""


def made(record: ShiftChange) -> Effect:
    """Keep what a step changed."""
    return Effect("add_shift_change", record.model_dump())


def undone(record: ShiftChange, at: datetime) -> Effect:
    """Take a step back; contested, so that it is taken back once."""
    params = {"tenant": record.tenant, "id": record.id, "undone_at": to_micros(at)}
    return Effect("undo_shift_change", params, contested=True)
