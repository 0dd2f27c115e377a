"""Requests of people about their own data, with the clock of the law; links to a copy; who was erased."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.person import Contact, Person
from storage.records.right import RequestState, RightsRequest
from storage.sources import PersonKey, Source, json_list

COPY, PIN = "", "pin"
"""What a link opens: the page of somebody's own copy, or the one that asks for their PIN."""
ANNOUNCED = timedelta(minutes=1)
"""Between the last message to somebody and their erasure, so that it can still reach them."""


class NamedPerson(Person):
    """A person with a team or unit they belong to now; empty without any."""

    belongs: str


async def _of_people(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[RightsRequest]]:
    rows = await tx.all(
        "rights_requests_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
    )
    found: dict[PersonKey, list[RightsRequest]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(RightsRequest.model_validate(dict(row)))
    return found


of_person = Source("rights_requests", _of_people)
"""All requests of a person, oldest first."""


def received(record: RightsRequest) -> Effect:
    """Keep a request, answered already or not."""
    return Effect("add_rights_request", record.model_dump())


def moved(record: RightsRequest, state: RequestState, *, outcome: str = "", at: datetime | None) -> Effect:
    """A request as it was read goes on, or ends ``at``; contested."""
    params = {
        "tenant": record.tenant,
        "id": record.id,
        "state": state,
        "outcome": outcome,
        "done_at": None if at is None else to_micros(at),
        "version": record.version,
    }
    return Effect("move_rights_request", params, contested=True)


def erasure_finished(record: RightsRequest, outcome: str, at: datetime) -> Effect:
    """The erasure is carried out now; it loses while a message of the person is being handled."""
    params = {
        "tenant": record.tenant,
        "id": record.id,
        "outcome": outcome,
        "done_at": to_micros(at),
        "version": record.version,
    }
    return Effect("finish_erasure", params, contested=True)


async def erasures_due(tx: Tx, now: datetime) -> list[RightsRequest]:
    """Erasures to be announced now, and such as were announced a minute ago."""
    rows = await tx.all("erasures_due", now=to_micros(now), announced=to_micros(now - ANNOUNCED))
    return [RightsRequest.model_validate(dict(row)) for row in rows]


async def still_open(tx: Tx) -> list[RightsRequest]:
    """Every request without an outcome, the most urgent first."""
    return [RightsRequest.model_validate(dict(row)) for row in await tx.all("rights_requests_open")]


async def since(tx: Tx, at: datetime) -> list[RightsRequest]:
    """Every request received since ``at``."""
    rows = await tx.all("rights_requests_since", since=to_micros(at))
    return [RightsRequest.model_validate(dict(row)) for row in rows]


async def with_id(tx: Tx, request_id: str) -> RightsRequest | None:
    """The request with this id, of whichever tenant."""
    row = await tx.one("rights_request_by_id", id=request_id)
    return None if row is None else RightsRequest.model_validate(dict(row))


async def people_named(tx: Tx, said: str) -> list[NamedPerson]:
    """Those with this id or exactly this name, once for each place they belong to."""
    return [NamedPerson.model_validate(dict(row)) for row in await tx.all("persons_named", said=said)]


async def chats(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[Contact]]:
    """Every chat of people who asked to be erased, paused or not: they are told once more."""
    rows = await tx.all(
        "chats_of_erased",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
    )
    found: dict[PersonKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(Contact.model_validate(dict(row)))
    return found


async def coordinators(tx: Tx, tenants: Sequence[str]) -> Mapping[str, list[Contact]]:
    """Chats of those who answer for a tenant: of its whole unit, else of any unit in it."""
    rows = await tx.all("contacts_of_coordinators", tenants=json_list(tenants))
    wide: dict[str, list[Contact]] = defaultdict(list)
    anywhere: dict[str, list[Contact]] = defaultdict(list)
    for row in rows:
        contact = Contact.model_validate(dict(row))
        anywhere[contact.tenant].append(contact)
        if row["unit_code"] == contact.tenant:
            wide[contact.tenant].append(contact)
    return {tenant: wide[tenant] or anywhere[tenant] for tenant in tenants}


def linked(token: str, person: PersonKey, expires_at: datetime, opens: str = COPY) -> Effect:
    """Let whoever holds ``token`` fetch the person's copy, or give their PIN, until then; only its hash is
    kept."""
    params = {
        "token_hash": _hashed(token),
        "tenant": person[0],
        "person_id": person[1],
        "opens": opens,
        "expires_at": to_micros(expires_at),
    }
    return Effect("give_data_link", params)


async def link(tx: Tx, token: str, now: datetime, opens: str = COPY) -> PersonKey | None:
    """Whose copy a token opens (or whose PIN it asks for), while it lives."""
    row = await tx.one("data_link", token_hash=_hashed(token), opens=opens, now=to_micros(now))
    return None if row is None else (str(row["tenant"]), str(row["person_id"]))


def tombstone(person: PersonKey) -> str:
    """What is kept of an erased person so that a restored copy erases them again; it leads to nobody."""
    return _hashed(":".join(person))


async def everybody(tx: Tx) -> list[PersonKey]:
    """The keys of all persons."""
    return [(str(row["tenant"]), str(row["id"])) for row in await tx.all("persons_all")]


async def tombstones(tx: Tx) -> set[str]:
    """Those of everybody who was erased."""
    return {str(row["person_hash"]) for row in await tx.all("erasures_all")}


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
