"""Roles that are offered, and what becomes of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from storage import people
from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.membership import Membership
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.records.role_offer import RoleOffer
from storage.sources import Facts, PersonKey, Source, TeamKey, json_list

UnitKey = tuple[str, str]
"""(tenant, unit code)."""
MOST_WAITING = 500
"""Offers of one tenant that are looked at for one confirmation."""


class OfferCard(RoleOffer):
    """An offer with what it takes to carry it out and to tell of it.

    ``name`` is whom it is for, ``unit_at`` the commune or province it is in, ``held`` what they are there,
    ``given`` what its giver is there; ``contacts`` are those of both, and of whoever offered it.
    """

    name: str = ""
    giver: str = ""
    team_name: str = ""
    unit_at: str = ""
    unit_name: str = ""
    unit_kind: str = ""
    held: Membership | None = None
    given: Membership | None = None
    contacts: tuple[Contact, ...] = ()

    @property
    def placed(self) -> "Where":
        """The unit, as permissions ask for it."""
        return Where(self.tenant, self.unit_at)

    def contact_of(self, person_id: str) -> list[Contact]:
        """The chats of one of those it concerns."""
        return [one for one in self.contacts if one.person_id == person_id]


class Where(NamedTuple):
    """A unit of a tenant."""

    tenant: str
    unit_code: str


class Waiting(NamedTuple):
    """Roles in a unit that wait to be confirmed; ``fresh`` ones came lately."""

    tenant: str
    unit_code: str
    waiting: int
    fresh: int


async def _by_id(tx: Tx, keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], OfferCard]:
    rows = await tx.all(
        "role_offers_by_id",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    return {(one.tenant, one.id): one for one in await _cards(tx, rows)}


async def _of_people(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[OfferCard]]:
    rows = await tx.all(
        "open_role_offers_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
    )
    found: dict[PersonKey, list[OfferCard]] = defaultdict(list)
    for one in await _cards(tx, rows):
        found[one.tenant, one.person_id].append(one)
    return found


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[OfferCard]]:
    rows = await tx.all(
        "open_role_offers_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
    )
    found: dict[TeamKey, list[OfferCard]] = defaultdict(list)
    for one in await _cards(tx, rows):
        found[one.tenant, one.team_id].append(one)
    return found


async def _to_confirm(tx: Tx, keys: Sequence[str]) -> Mapping[str, list[OfferCard]]:
    rows = await tx.all("role_offers_to_confirm", tenants=json_list(keys), most=MOST_WAITING)
    found: dict[str, list[OfferCard]] = defaultdict(list)
    for one in await _cards(tx, rows):
        found[one.tenant].append(one)
    return found


async def _of_units(tx: Tx, keys: Sequence[UnitKey]) -> Mapping[UnitKey, list[OfferCard]]:
    found: dict[UnitKey, list[OfferCard]] = defaultdict(list)
    for one in await _cards(tx, await tx.all("open_role_offers_of_units", **_units(keys))):
        found[one.tenant, one.unit_code].append(one)
    return found


async def _coordinators(tx: Tx, keys: Sequence[UnitKey]) -> Mapping[UnitKey, list[people.Member]]:
    found: dict[UnitKey, list[people.Member]] = defaultdict(list)
    for row in await tx.all("coordinators_named", **_units(keys)):
        found[row["tenant"], row["unit_code"]].append(people.Member.model_validate(dict(row)))
    return found


async def _able(tx: Tx, keys: Sequence[UnitKey]) -> Mapping[UnitKey, list[people.Member]]:
    found: dict[UnitKey, dict[str, people.Member]] = defaultdict(dict)
    for row in await tx.all("able_to_coordinate", **_units(keys)):
        told = dict(row)
        key = (row["tenant"], str(told.pop("for_unit")))
        found[key].setdefault(row["person_id"], people.Member.model_validate(told))
    return {key: list(found[key].values()) for key in keys}


def _units(keys: Sequence[UnitKey]) -> dict[str, str]:
    return {"tenants": json_list(key[0] for key in keys), "units": json_list(key[1] for key in keys)}


async def _cards(tx: Tx, rows: Sequence[Row]) -> list[OfferCard]:
    """The offers with everything they concern: a query a kind, however many there are."""
    offers = [OfferCard.model_validate(dict(row)) for row in rows]
    concerned = {
        (one.tenant, who)
        for one in offers
        for who in (one.person_id, one.from_person_id, one.offered_by)
        if who
    }
    facts = Facts()
    await facts.load(
        tx,
        [
            need
            for key in concerned
            for need in (people.memberships.of(key), people.contacts_of.of(key), people.person.of(key))
        ],
    )
    return [_filled(one, facts) for one in offers]


def _filled(offer: OfferCard, facts: Facts) -> OfferCard:
    def there(person_id: str) -> Membership | None:
        held = facts.get(people.memberships.of((offer.tenant, person_id))) if person_id else None
        place = (offer.team_id, offer.unit_code)
        return next((one for one in held or [] if (one.team_id, one.unit_code) == place), None)

    giver = (
        facts.get(people.person.of((offer.tenant, offer.from_person_id))) if offer.from_person_id else None
    )
    concerned = {offer.person_id, offer.from_person_id, offer.offered_by} - {""}
    contacts = [
        one
        for who in sorted(concerned)
        for one in facts.get(people.contacts_of.of((offer.tenant, who))) or []
    ]
    return offer.model_copy(
        update={
            "held": there(offer.person_id),
            "given": there(offer.from_person_id),
            "giver": giver.name if giver and giver.left_at is None else "",
            "contacts": tuple(contacts),
        }
    )


by_id = Source("role_offer", _by_id)
"""By (tenant, offer id)."""
of_person = Source("role_offers_of_person", _of_people)
of_team = Source("role_offers_of_team", _of_teams)
of_unit = Source("role_offers_of_unit", _of_units)
coordinators = Source("coordinators_named", _coordinators)
"""Who coordinates exactly this unit, the first one first."""
able = Source("able_to_coordinate", _able)
"""Who could have a unit: leaders and deputies of a commune, coordinators of the communes of a province."""
to_confirm = Source("role_offers_to_confirm", _to_confirm)
"""Of a tenant, those that wait for a coordinator's word."""


async def ending(tx: Tx, today: date) -> list[OfferCard]:
    """Roles for a time whose last day is before ``today``."""
    return await _cards(tx, await tx.all("role_offers_ending", today_on=today.isoformat()))


async def waiting(tx: Tx, since: datetime) -> list[Waiting]:
    """How many roles wait for a coordinator in each unit, and how many of them came since then."""
    rows = await tx.all("role_offers_waiting", since=to_micros(since))
    return [Waiting(row["tenant"], row["unit_code"], row["waiting"], row["fresh"]) for row in rows]


def added(record: RoleOffer) -> Effect:
    """Offer a role."""
    return Effect("add_role_offer", record.model_dump())


def moved(record: RoleOffer) -> Effect:
    """An offer as it was read, with what became of it; contested by its version."""
    kept = ("tenant", "id", "person_id", "confirmed_by", "accepted_at", "state", "done_at", "version")
    row = record.model_dump()
    return Effect("move_role_offer", {name: row[name] for name in kept}, contested=True)
