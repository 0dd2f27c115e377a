"""An offer of a place with the places of both sides: what a yes to it would change."""

from collections.abc import Mapping, Sequence

from storage import offers, people, signups
from storage.offers import OfferCard, OfferKey
from storage.queries import Tx
from storage.records.moments import Record
from storage.records.person import Contact
from storage.records.signup import PlacedSignup
from storage.sources import Source


class Exchange(Record):
    """``given`` is the place that is offered, ``back`` the one asked for in return, ``held`` everything that
    the one who offers comes to, ``contacts`` the ways to them; a place that is not open is not there."""

    offer: OfferCard
    given: PlacedSignup | None = None
    back: PlacedSignup | None = None
    held: tuple[PlacedSignup, ...] = ()
    contacts: tuple[Contact, ...] = ()


async def _exchanges(tx: Tx, keys: Sequence[OfferKey]) -> Mapping[OfferKey, Exchange]:
    found = await offers.by_id.load(tx, keys)
    ids = {(one.tenant, place) for one in found.values() for place in (one.signup_id, one.back_id) if place}
    places = await signups.by_id.load(tx, sorted(ids)) if ids else {}
    since = sorted({(one.tenant, one.person_id, one.created_at) for one in found.values()})
    held = await signups.of_person.load(tx, since) if since else {}
    contacts = await people.contacts_of.load(tx, sorted({one[:2] for one in since})) if since else {}
    return {
        key: Exchange(
            offer=one,
            given=_open(places.get((one.tenant, one.signup_id))),
            back=_open(places.get((one.tenant, one.back_id))),
            held=tuple(place for place in held[one.tenant, one.person_id, one.created_at] if place.open),
            contacts=tuple(contacts.get((one.tenant, one.person_id), ())),
        )
        for key, one in found.items()
    }


def _open(place: PlacedSignup | None) -> PlacedSignup | None:
    return place if place is not None and place.open else None


of_offer = Source("exchange", _exchanges)
