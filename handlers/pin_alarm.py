"""The leaders of whoever's PIN was forgotten, or tried too often, hear of it: a thief does both."""

from collections.abc import Iterator, Sequence
from typing import Any

from handlers.job import Moment, leaders
from handlers.messages import Lane, Outbound
from handlers.outgoing import best, to_person
from locales import words
from locales.formats import given_name
from storage import people
from storage.effects import Effect
from storage.records.membership import Membership
from storage.records.person import Person
from storage.sources import Facts, Need, TeamKey

FORGOTTEN, TRIED = "pin-alarm-forgotten", "pin-alarm-tried"


def needs(held: Sequence[Membership]) -> Iterator[Need[Any, Any]]:
    """Who leads the teams of a person with these memberships, and where they are reached."""
    for team in _teams(held):
        yield people.members.of(team)
        yield people.team_contacts.of(team)


def alarm(
    said: str, person: Person, held: Sequence[Membership], facts: Facts, moment: Moment
) -> list[Effect]:
    """``said`` (one of the above) once to every leader of the person's teams but themselves."""
    effects: list[Effect] = []
    told = {person.id}
    for team in _teams(held):
        contacts = facts.get(people.team_contacts.of(team)) or []
        for _, leader in leaders(facts, team):
            contact = best(one for one in contacts if one.person_id == leader)
            if contact is None or leader in told:
                continue
            told.add(leader)
            text = words(contact.language or "vi")(said, name=given_name(person.name))
            message = Outbound(text, lane=Lane.URGENT)
            effects += to_person(contact, message, new_id=moment.new_id, now=moment.now)
    return effects


def _teams(held: Sequence[Membership]) -> list[TeamKey]:
    return [(one.tenant, one.team_id) for one in held if one.team_id]
