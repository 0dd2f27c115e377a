"""Whom a change of shifts concerns, and how they hear of it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from handlers import signing
from handlers.conversation import Opening, action
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.planning.known import FARTHEST
from handlers.shift_told import placed
from handlers.turn import Turn
from locales import Words, words
from locales.formats import local, near_day
from storage import people, signups
from storage.records.person import Contact
from storage.records.team import TeamCard
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import Need, TeamKey

SOON = timedelta(hours=48)
"""A change of what begins within this time is told at once, also at night, and to the whole team where that
does not sign up: anybody might come."""
_MOST_LINES = 8

Told = Callable[[Words, PlacedShift], str]
"""One shift in words."""


def needs(keys: Sequence[TeamKey], opening: Opening) -> Iterator[Need[Any, Any]]:
    """Who signed up for the shifts ahead, who is in the team, and how they are reached."""
    for key in keys:
        yield signups.of_team.of(_window(key, opening))
        yield signups.used.of(signing.around(key, opening.now))
        yield people.members.of(key)
        yield people.team_contacts.of(key)


def affected(turn: Turn, team: TeamCard, changed: Sequence[PlacedShift]) -> Mapping[str, list[PlacedShift]]:
    """The shifts that concern each person, by the person's id; whoever makes the change knows of it."""
    key, opening = (team.tenant, team.id), Opening(turn.actor, turn.inbound, "", turn.now)
    signed: dict[str, set[str]] = defaultdict(set)
    for one in turn.facts.get(signups.of_team.of(_window(key, opening))) or []:
        if one.open:
            signed[one.shift_id].add(one.person_id)
    members = turn.facts.get(people.members.of(key)) or []
    signs_up = turn.facts.get(signups.used.of(signing.around(key, turn.now)))
    everybody = set() if signs_up else {one.person_id for one in members if not one.pending}
    concerned: dict[str, list[PlacedShift]] = defaultdict(list)
    for shift in changed:
        near = everybody if shift.starts_at - turn.now <= SOON else set()
        for person_id in sorted((signed[shift.id] or near) - {turn.actor.key[1]}):
            concerned[person_id].append(shift)
    return concerned


def tell(
    turn: Turn, team: TeamCard, concerned: Mapping[str, Sequence[PlacedShift]], key: str, told: Told
) -> list[str]:
    """Say ``key`` with a line for each shift to everybody concerned who can be reached; the ids of those."""
    contacts = turn.facts.get(people.team_contacts.of((team.tenant, team.id))) or []
    return tell_by(turn, team, contacts, concerned, key, told)


def tell_by(
    turn: Turn,
    team: TeamCard,
    contacts: Sequence[Contact],
    concerned: Mapping[str, Sequence[PlacedShift]],
    key: str,
    told: Told,
) -> list[str]:
    """The same through the ``contacts`` at hand."""
    reached = []
    for person_id in sorted(concerned):
        contact = best(one for one in contacts if one.person_id == person_id)
        if contact is not None:
            reader, theirs = words(contact.language), concerned[person_id]
            lines = [told(reader, one) for one in theirs[:_MOST_LINES]]
            if len(theirs) > _MOST_LINES:
                lines.append(reader("shifts-more", count=len(theirs) - _MOST_LINES))
            said = reader(key, team=team.name, count=len(theirs), lines="\n".join(lines))
            schedule = Button(reader("menu-schedule"), action("schedule"))
            soon = any(one.starts_at - turn.now <= SOON for one in theirs)
            lane = Lane.URGENT if soon else Lane.ROLE
            turn.tell(
                contact, Outbound(marked(reader, said, exercise=team.exercise), ((schedule,),), lane=lane)
            )
            reached.append(person_id)
    return reached


def line(reader: Words, shift: PlacedShift) -> str:
    """A shift with its day: Thứ Bảy 28/11, 19h–21h, Một cửa."""
    return f"{near_day(local(shift.starts_at).date(), reader.language)}, {placed(reader, shift)}"


def _window(key: TeamKey, opening: Opening) -> ShiftWindow:
    return (*key, opening.now, opening.now + FARTHEST)
