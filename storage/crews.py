"""A shift with everybody who could be in it, for whoever puts people in, takes them out, exchanges them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from storage import people, shift_cards, signups
from storage.people import Member
from storage.queries import Tx
from storage.records.moments import Record
from storage.records.signup import PlacedSignup
from storage.shift_cards import ShiftCard
from storage.sources import Source

CrewKey = tuple[str, str, datetime]
"""(tenant, shift id, since): places in shifts that have not ended then."""


class Crew(Record):
    """``members`` of the shift's team, and ``held``: all places they have, in whatever team."""

    shift: ShiftCard
    members: tuple[Member, ...]
    held: tuple[PlacedSignup, ...]

    @property
    def here(self) -> list[PlacedSignup]:
        """The places of this shift."""
        return [one for one in self.held if one.shift_id == self.shift.id]

    def of(self, person_id: str) -> list[PlacedSignup]:
        """The places of one person."""
        return [one for one in self.held if one.person_id == person_id]


async def _crews(tx: Tx, keys: Sequence[CrewKey]) -> Mapping[CrewKey, Crew]:
    cards = await shift_cards.of_id.load(tx, [key[:2] for key in keys])
    teams = sorted({(one.tenant, one.team_id) for one in cards.values()})
    members = await people.members.load(tx, teams) if teams else {}
    since = min(key[2] for key in keys)
    persons = sorted({(one.tenant, one.person_id, since) for found in members.values() for one in found})
    held = await signups.of_person.load(tx, persons) if persons else {}
    found = {}
    for key in keys:
        card = cards.get(key[:2])
        if card is not None:
            team = tuple(members.get((card.tenant, card.team_id), ()))
            places = [place for one in team for place in held[one.tenant, one.person_id, since]]
            open_ones = tuple(one for one in places if one.open and one.ends_at > key[2])
            found[key] = Crew(shift=card, members=team, held=open_ones)
    return found


of_shift = Source("crew", _crews)
