"""Calls of volunteers who are stuck with a citizen in front."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Tx
from storage.records.care import HelpCard, HelpRequest
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.sources import Source, json_list

HelpKey = tuple[str, str]
"""(tenant, id of the call)."""
Asking = tuple[str, str, datetime]
"""(tenant, person id, since)."""
_MOVING = {"note", "called", "called_at", "taken_by", "taken_at", "done_at"}


async def _by_id(tx: Tx, keys: Sequence[HelpKey]) -> Mapping[HelpKey, HelpCard]:
    rows = await tx.all(
        "help_requests_by_id",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    return {(row["tenant"], row["id"]): HelpCard.model_validate(dict(row)) for row in rows}


async def _of_person(tx: Tx, keys: Sequence[Asking]) -> Mapping[Asking, HelpCard]:
    rows = await tx.all(
        "help_requests_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
    )
    found: dict[tuple[str, str], list[HelpCard]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(HelpCard.model_validate(dict(row)))
    newest = {key: [one for one in found[key[0], key[1]] if one.asked_at >= key[2]] for key in keys}
    return {key: open_calls[-1] for key, open_calls in newest.items() if open_calls}


async def _calling(tx: Tx, keys: Sequence[Asking]) -> Mapping[Asking, list[HelpCard]]:
    every = await calling(tx, min(key[2] for key in keys))
    return {
        key: [
            one for one in every if one.tenant == key[0] and key[1] in one.called and one.asked_at >= key[2]
        ]
        for key in keys
    }


async def _contacts(tx: Tx, keys: Sequence[HelpKey]) -> Mapping[HelpKey, list[Contact]]:
    rows = await tx.all(
        "contacts_of_help_requests",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    found: dict[HelpKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["of_call"]].append(Contact.model_validate(dict(row)))
    return found


async def _contacts_of_person(tx: Tx, keys: Sequence[Asking]) -> Mapping[Asking, list[Contact]]:
    calls = await _of_person(tx, keys)
    found = await _contacts(tx, [(one.tenant, one.id) for one in calls.values()]) if calls else {}
    return {key: found.get((call.tenant, call.id), []) for key, call in calls.items()}


async def _contacts_for_person(tx: Tx, keys: Sequence[Asking]) -> Mapping[Asking, dict[str, list[Contact]]]:
    calls = await _calling(tx, keys)
    named = [(one.tenant, one.id) for found in calls.values() for one in found]
    contacts = await _contacts(tx, named) if named else {}
    return {
        key: {one.id: contacts.get((one.tenant, one.id), []) for one in found} for key, found in calls.items()
    }


card = Source("help_request", _by_id)
contacts = Source("help_contacts", _contacts)
"""Every contact of who asks, and of everybody called."""
of_person = Source("help_request_of_person", _of_person)
"""The newest call of a person that is not over."""
contacts_of_person = Source("help_contacts_of_person", _contacts_of_person)
"""The contacts of that call."""
for_person = Source("help_requests_for_person", _calling)
"""Calls that nobody took yet, of those to which a person was called."""


contacts_for_person = Source("help_contacts_for_person", _contacts_for_person)
"""The contacts of those calls, by the id of each."""


async def calling(tx: Tx, since: datetime) -> list[HelpCard]:
    """Calls made since that nobody took and that are not over."""
    rows = await tx.all("help_requests_calling", since=to_micros(since))
    return [HelpCard.model_validate(dict(row)) for row in rows]


def added(record: HelpRequest) -> Effect:
    """A new call."""
    return Effect("add_help_request", record.model_dump())


def moved(before: HelpRequest, after: HelpRequest) -> Effect:
    """A call as it was read becomes ``after``; contested: of two who take it one wins, and a call that is
    over stays so."""
    params = {"tenant": before.tenant, "id": before.id, "version": before.version}
    return Effect("move_help_request", {**after.model_dump(include=_MOVING), **params}, contested=True)
