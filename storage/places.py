"""One place in a shift with its team, and where else its person is at that time."""

from collections.abc import Mapping, Sequence

from storage import signups, teams
from storage.queries import Tx
from storage.records.moments import Record
from storage.records.signup import CountedSignup, PlacedSignup
from storage.records.team import TeamCard
from storage.signups import SignupKey
from storage.sources import Source


class PlaceCard(Record):
    """A place, perhaps one that was taken back; ``held`` are the person's open places that do not end before
    this shift begins."""

    place: CountedSignup
    team: TeamCard
    held: tuple[PlacedSignup, ...]


async def _cards(tx: Tx, keys: Sequence[SignupKey]) -> Mapping[SignupKey, PlaceCard]:
    found = await signups.by_id.load(tx, keys)
    if not found:
        return {}
    cards = await teams.card.load(tx, sorted({(one.tenant, one.team_id) for one in found.values()}))
    since = {key: (one.tenant, one.person_id, one.starts_at) for key, one in found.items()}
    held = await signups.of_person.load(tx, sorted(set(since.values())))
    return {
        key: PlaceCard(
            place=one,
            team=cards[one.tenant, one.team_id],
            held=tuple(other for other in held[since[key]] if other.open),
        )
        for key, one in found.items()
    }


of_id = Source("place", _cards)
