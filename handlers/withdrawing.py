"""What somebody took back once is taken back again: a consent, or the use of all their data."""

from collections.abc import Callable
from datetime import datetime

from handlers.notice import Purpose
from storage import outbox, people, rights, signups
from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Consent
from storage.records.person import Person
from storage.records.right import RequestKind, RightsRequest
from storage.sources import Facts

WAYS = frozenset(
    {RequestKind.WITHDRAW, RequestKind.AGREE, RequestKind.PAUSE, RequestKind.OBJECT, RequestKind.RESUME}
)
"""Requests that change what data may be used for; the last of them on a subject holds."""
GIVEN = frozenset({RequestKind.AGREE, RequestKind.RESUME})


def subject(request: RightsRequest) -> str:
    """What a request is about: one purpose, or, when empty, all use of the data."""
    purposes = (RequestKind.WITHDRAW, RequestKind.AGREE)
    of_one = request.kind in purposes and request.detail != Purpose.TAKING_PART
    return request.detail if of_one else ""


async def effects(tx: Tx, request: RightsRequest, now: datetime, new_id: Callable[[], str]) -> list[Effect]:
    """What takes it back as it was then; nothing when there is nobody."""
    key, facts = (request.tenant, request.person_id), Facts()
    await facts.load(tx, [people.person.of(key), people.memberships.of(key)])
    person = facts.get(people.person.of(key))
    if person is None:
        return []
    done = [rights.received(request)]
    if request.kind is RequestKind.WITHDRAW:
        done.append(_refused(person, request, new_id()))
    if not subject(request):
        without = {"notice_version": ""} if request.kind is RequestKind.WITHDRAW else {}
        teams = [one.team_id for one in facts.get(people.memberships.of(key)) or [] if one.team_id]
        done += [
            people.saved(person.model_copy(update={"paused_at": request.received_at, **without})),
            outbox.cancelled_for(*key, new_id(), now),
            *(signups.left(key[0], team, key[1], now) for team in teams),
        ]
    return done


def _refused(person: Person, request: RightsRequest, consent_id: str) -> Effect:
    return people.consented(
        Consent(
            tenant=person.tenant,
            id=consent_id,
            person_id=person.id,
            contact_key="",
            purpose=request.detail,
            answer=False,
            notice_version=person.notice_version,
            given_at=request.received_at,
        )
    )
