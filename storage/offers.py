"""Shifts looking for somebody: who offers, who was asked, who said yes first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, Flag, to_micros
from storage.records.offer import Ask, Offer
from storage.sources import PersonKey, Source, json_list

OfferKey = tuple[str, str]
"""(tenant, offer id)."""
ShiftKey = tuple[str, str]
"""(tenant, shift id)."""
AskedSince = tuple[str, str, datetime]
"""(tenant, person id, since)."""


class SentAsk(Ask):
    """An ask with the name of its person and what became of its message: ``state`` and ``message_id`` of the
    outbox, all empty when it is no longer kept or was not sent through it."""

    name: str
    language: str
    state: str = ""
    message_id: str = ""
    channel: str = ""
    account: str = ""
    chat: str = ""


class OfferCard(Offer):
    """An offer with what whoever is asked has to know: who offers (``name``), of which team, when and where,
    and how many come to the shift, ``unanswered`` of them without a pledge that was asked for."""

    name: str
    team_name: str
    exercise: Flag
    starts_at: At
    ends_at: At
    needed: int
    place_name: str = ""
    coming: int
    unanswered: int


async def _by_id(tx: Tx, keys: Sequence[OfferKey]) -> Mapping[OfferKey, OfferCard]:
    rows = await tx.all(
        "offers_by_id", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    return {(row["tenant"], row["id"]): OfferCard.model_validate(dict(row)) for row in rows}


async def _of_people(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[Offer]]:
    rows = await tx.all(
        "offers_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
    )
    found: dict[PersonKey, list[Offer]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Offer.model_validate(dict(row)))
    return found


async def _of_shifts(tx: Tx, keys: Sequence[ShiftKey]) -> Mapping[ShiftKey, list[Offer]]:
    rows = await tx.all(
        "offers_of_shifts",
        tenants=json_list(key[0] for key in keys),
        shifts=json_list(key[1] for key in keys),
    )
    found: dict[ShiftKey, list[Offer]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["shift_id"]].append(Offer.model_validate(dict(row)))
    return found


async def _asks(tx: Tx, keys: Sequence[OfferKey]) -> Mapping[OfferKey, list[SentAsk]]:
    rows = await tx.all(
        "asks_of_offers", tenants=json_list(key[0] for key in keys), offers=json_list(key[1] for key in keys)
    )
    found: dict[OfferKey, list[SentAsk]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["offer_id"]].append(SentAsk.model_validate(dict(row)))
    return found


async def _asked_of(tx: Tx, keys: Sequence[AskedSince]) -> Mapping[AskedSince, list[OfferCard]]:
    rows = await tx.all(
        "offers_asked_of",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
    )
    cards = await _by_id(tx, [(row["tenant"], row["offer_id"]) for row in rows]) if rows else {}
    found: dict[PersonKey, list[OfferCard]] = defaultdict(list)
    for row in rows:
        if (row["tenant"], row["offer_id"]) in cards:
            found[row["tenant"], row["person_id"]].append(cards[row["tenant"], row["offer_id"]])
    return {key: found[key[0], key[1]] for key in keys}


async def _worked(tx: Tx, keys: Sequence[AskedSince]) -> Mapping[AskedSince, timedelta]:
    rows = await tx.all(
        "worked_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
    )
    found = {(row["tenant"], row["person_id"]): timedelta(microseconds=int(row["worked"])) for row in rows}
    return {key: found.get((key[0], key[1]), timedelta()) for key in keys}


by_id = Source("offer", _by_id)
"""An offer, also one that has ended, of a shift that was not called off."""
of_person = Source("offers_of_person", _of_people)
"""What somebody offers now."""
of_shift = Source("offers_of_shift", _of_shifts)
asks = Source("asks_of_offer", _asks)
asked_of = Source("offers_asked_of", _asked_of)
"""The open offers somebody was asked to take since a moment and has not answered, oldest first."""
worked = Source("worked", _worked)
"""How long a person worked since a moment; all keys of one reading share the earliest moment."""


async def due(tx: Tx, until: datetime) -> list[Offer]:
    """Offers of which the next few are to be asked."""
    rows = await tx.all("offers_due", until=to_micros(until))
    return [Offer.model_validate(dict(row)) for row in rows]


def added(record: Offer) -> Effect:
    """Offer a shift; contested, because a place is offered once at a time, in a shift that stands."""
    columns = record.model_dump(exclude={"taken", "state", "closed_at", "told_at", "version"})
    return Effect("add_offer", columns, contested=True)


def taken(record: Offer, at: datetime) -> Effect:
    """Somebody said yes; contested, because the first ones win."""
    params = {"tenant": record.tenant, "id": record.id, "at": to_micros(at)}
    return Effect("take_offer", params, contested=True)


def closed(record: Offer, at: datetime, *, told_at: datetime | None) -> Effect:
    """No more is sought; without ``told_at`` the leaders still have to hear of it. Contested."""
    told = None if told_at is None else to_micros(told_at)
    params = {"tenant": record.tenant, "id": record.id, "at": to_micros(at), "told_at": told}
    return Effect("close_offer", params, contested=True)


def dropped(key: OfferKey, at: datetime) -> Effect:
    """An offer of a shift that was called off: nobody has to hear of its end."""
    params = {"tenant": key[0], "id": key[1], "at": to_micros(at), "told_at": to_micros(at)}
    return Effect("close_offer", params, contested=True)


def place_gone(tenant: str, signup_id: str, at: datetime) -> Effect:
    """Nobody is sought any more for a place that was given up in another way."""
    params = {"tenant": tenant, "signup_id": signup_id, "at": to_micros(at)}
    return Effect("close_offers_of_signup", params)


def moved(record: Offer, next_at: datetime | None) -> Effect:
    """The next few are asked at ``next_at``; contested by the version."""
    params = {
        "tenant": record.tenant,
        "id": record.id,
        "next_at": None if next_at is None else to_micros(next_at),
        "version": record.version,
    }
    return Effect("move_offer", params, contested=True)


def told(record: Offer, at: datetime) -> Effect:
    """The leaders hear of the end now; contested, so that they hear it once."""
    params = {"tenant": record.tenant, "id": record.id, "told_at": to_micros(at)}
    return Effect("tell_offer", params, contested=True)


def asked(record: Ask) -> Effect:
    """Somebody is asked."""
    return Effect("add_ask", record.model_dump(exclude={"answer", "answered_at"}))


def answered(offer: Offer, person_id: str, answer: str, at: datetime) -> Effect:
    """What somebody who was asked said."""
    return Effect(
        "answer_ask",
        {
            "tenant": offer.tenant,
            "offer_id": offer.id,
            "person_id": person_id,
            "answer": answer,
            "answered_at": to_micros(at),
        },
    )
