"""Who is signed up to a shift and not there, and how they are reached."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from storage import attendances, people, signups, slots, teams
from storage.queries import Tx
from storage.records.moments import Record
from storage.records.person import Contact
from storage.records.signup import PlacedSignup
from storage.records.team import TeamCard
from storage.signups import ShiftKey, SignupKey
from storage.slots import Slot
from storage.sources import Source

NUDGE = "nudge"
"""The kind of slot that makes a nudge single."""
TOLD = "late_coming"
"""The kind of slot that says: this person told that they come late to the shift that begins then."""


class Late(Record):
    """Somebody who is expected: whether they are ``here``, and when they were nudged about this shift."""

    place: PlacedSignup
    team: TeamCard
    here: bool
    nudged_at: datetime | None
    contacts: tuple[Contact, ...] = ()


def slot(place: PlacedSignup) -> Slot:
    """The slot of the one nudge of a person and shift."""
    subject = f"{place.shift_id}:{place.person_id}"
    return Slot(tenant=place.tenant, kind=NUDGE, subject=subject, slot_at=place.starts_at)


def told_slot(tenant: str, person_id: str, starts_at: datetime) -> Slot:
    """The slot of somebody's word that they come late."""
    return Slot(tenant=tenant, kind=TOLD, subject=person_id, slot_at=starts_at)


async def told(tx: Tx, places: Sequence[PlacedSignup]) -> set[str]:
    """Ids of the places whose people told that they come late."""
    if not places:
        return set()
    people_of = sorted({one.person_id for one in places})
    known = await slots.taken_of(tx, TOLD, people_of, min(one.starts_at for one in places))
    return {one.id for one in places if (one.tenant, one.person_id, one.starts_at) in known}


async def here(tx: Tx, places: Sequence[PlacedSignup]) -> set[str]:
    """Ids of the places whose people checked in: to this shift, or earlier and are still there."""
    if not places:
        return set()
    came = await attendances.of_shifts(tx, [(one.tenant, one.shift_id) for one in places])
    open_now = await attendances.still_open.load(tx, [(one.tenant, one.person_id) for one in places])
    seen = {(one.tenant, one.shift_id, one.person_id) for one in came}
    found = set()
    for one in places:
        now = open_now.get((one.tenant, one.person_id))
        there = now is not None and now.team_id == one.team_id
        if there or (one.tenant, one.shift_id, one.person_id) in seen:
            found.add(one.id)
    return found


async def _lates(tx: Tx, places: Sequence[PlacedSignup]) -> list[Late]:
    if not places:
        return []
    there = await here(tx, places)
    cards = await teams.card.load(tx, [(one.tenant, one.team_id) for one in places])
    contacts = await people.contacts_of.load(tx, [(one.tenant, one.person_id) for one in places])
    nudged = await slots.of_subjects(tx, NUDGE, [(one.tenant, slot(one).subject) for one in places])
    return [
        Late(
            place=one,
            team=cards[one.tenant, one.team_id],
            here=one.id in there,
            nudged_at=nudged.get((one.tenant, slot(one).subject)),
            contacts=tuple(contacts.get((one.tenant, one.person_id), ())),
        )
        for one in places
    ]


async def _of_shifts(tx: Tx, keys: Sequence[ShiftKey]) -> Mapping[ShiftKey, list[Late]]:
    found = await signups.of_shift.load(tx, keys)
    places = [one for key in keys for one in found.get(key, ()) if one.open]
    return _by_shift(keys, await _lates(tx, places))


async def _of_places(tx: Tx, keys: Sequence[SignupKey]) -> Mapping[SignupKey, Late]:
    found = await signups.by_id.load(tx, keys)
    lates = await _lates(tx, [one for one in found.values() if one.open])
    return {(one.place.tenant, one.place.id): one for one in lates}


def _by_shift(keys: Sequence[ShiftKey], lates: Sequence[Late]) -> Mapping[ShiftKey, list[Late]]:
    return {key: [one for one in lates if (one.place.tenant, one.place.shift_id) == key] for key in keys}


of_shift = Source("lates_of_shift", _of_shifts)
"""Everybody who is expected at a shift."""
of_place = Source("late", _of_places)
