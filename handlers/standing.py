"""Where whoever wrote stands: the person behind a contact, their roles, and the open conversation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handlers.engine import Session, from_json
from handlers.messages import Button
from handlers.outgoing import read_offered
from handlers.permissions import Actor
from storage import people, sessions
from storage.inbox import InboxRow
from storage.queries import Tx
from storage.records.person import Contact
from storage.sources import Facts, Need


@dataclass(frozen=True, slots=True)
class Standing:
    """One line's actor, form under way, last offered choices, and what a position would open."""

    actor: Actor
    session: Session | None = None
    offered: tuple[Button, ...] = ()
    place_for: str = ""


Standings = Mapping[str, Standing]
"""By contact key."""


def lines_of(rows: Iterable[InboxRow]) -> list[tuple[str, str]]:
    """Contact key and line of each of ``rows``."""
    return [(row.contact_key, row.line) for row in rows]


async def standings(tx: Tx, lines: Sequence[tuple[str, str]]) -> Standings:
    """By contact key, for each (contact key, line): four queries, however many lines."""
    facts = Facts()
    await facts.load(
        tx,
        [
            *(people.contact.of(key) for key, _ in lines),
            *(sessions.of_line.of(line) for _, line in lines),
        ],
    )
    contacts = {key: facts.get(people.contact.of(key)) for key, _ in lines}
    known = [(one.tenant, one.person_id) for one in contacts.values() if one and one.person_id]
    needs: list[Need[tuple[str, str], object]] = []
    for key in known:
        needs += [people.person.of(key), people.memberships.of(key)]
    await facts.load(tx, needs)
    return {key: _standing(facts, contacts[key], line) for key, line in lines}


def _standing(facts: Facts, contact: Contact | None, line: str) -> Standing:
    place = facts.get(sessions.of_line.of(line))
    session = from_json(place.body) if place and place.body else None
    offered = read_offered(place.offered) if place else ()
    if contact is None or not contact.person_id:
        return Standing(Actor(line, contact), session, offered)
    key = (contact.tenant, contact.person_id)
    person = facts.get(people.person.of(key))
    memberships = facts.get(people.memberships.of(key))
    if person is None or person.left_at is not None:
        return Standing(Actor(line, contact), session, offered)
    actor = Actor(line, contact, person, tuple(memberships or []))
    return Standing(actor, session, offered, place.place_for if place else "")
