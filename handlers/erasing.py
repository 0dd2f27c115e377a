"""Carrying an erasure out: the last words to the person, then everything at once."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from handlers.notice import BACKUPS_LAST
from locales import Words, words
from locales.formats import given_name, local
from storage import erasure, people, rights
from storage.effects import Effect
from storage.queries import Tx
from storage.records.person import Person
from storage.records.right import ANSWERED_WITHIN, RequestKind, RequestState, RightsRequest
from storage.sources import Facts, PersonKey


def farewell(reader: Words, now: datetime) -> str:
    """The last words: what goes now, what stays, until when copies live."""
    last = f"{local(now + timedelta(days=BACKUPS_LAST)):%d/%m/%Y}"
    return reader("erase-farewell", backups=last)


def announced(request: RightsRequest) -> Effect:
    """From here on it cannot be taken back."""
    return rights.moved(request, RequestState.ERASING, at=None)


async def carried_out(
    tx: Tx, request: RightsRequest, now: datetime, new_id: Callable[[], str]
) -> list[Effect]:
    """Everything that is written for ``request``, which was announced before."""
    gone = (request.tenant, request.person_id)
    finished = rights.erasure_finished(request, "erased", now)
    return [finished, *await effects(tx, gone, now, new_id)]


async def effects(tx: Tx, gone: PersonKey, now: datetime, new_id: Callable[[], str]) -> list[Effect]:
    """What erases the person ``gone``; nothing when there is nobody."""
    facts = Facts()
    await facts.load(tx, [people.person.of(gone)])
    person = facts.get(people.person.of(gone))
    if person is None:
        return []
    blot = words(person.language)("erased-name")
    since = now.replace(hour=0, minute=0, second=0, microsecond=0)
    nobody = Person(
        tenant=person.tenant,
        id=unrelated(new_id),
        name=blot,
        language=person.language,
        of_age=person.of_age,
        created_at=since,
        left_at=since,
    )
    return [
        *await erasure.blotted(tx, gone, person.name, given_name(person.name), blot),
        *erasure.erased(gone, nobody, unrelated(new_id), now),
    ]


def by_operator(person: PersonKey, now: datetime, new_id: Callable[[], str]) -> RightsRequest:
    """The request behind an erasure that an operator carries out at once."""
    return RightsRequest(
        tenant=person[0],
        id=new_id(),
        person_id=person[1],
        kind=RequestKind.ERASE,
        channel="operator",
        state=RequestState.ERASING,
        received_at=now,
        acknowledged_at=now,
        due_at=now + ANSWERED_WITHIN[RequestKind.ERASE],
        run_at=now,
    )


def unrelated(new_id: Callable[[], str]) -> str:
    """A key that says nothing: ids made one after another would show what belongs together."""
    return hashlib.sha256(f"nobody:{new_id()}".encode()).hexdigest()[:32]
