"""What goes to very many people needs the word of two: a second person of the same unit or one above agrees
before a large broadcast begins. Persons count, not chats."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from handlers import broadcasting
from handlers.conversation import Opening, action
from handlers.leading import unit_named
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Actor, sums_up
from handlers.turn import Turn
from locales import Words, words
from locales.formats import clock, local, near_day, number
from storage import questions
from storage.broadcasts import Asked
from storage.records.broadcast import Broadcast
from storage.records.person import Contact
from storage.records.unit import CENTRE
from storage.sources import Need

WITHIN = timedelta(hours=24)
"""After this a broadcast that nobody agreed to comes to nothing."""
YES, NO = "yes", "no"
TOP = (CENTRE, CENTRE)
"""The centre as a unit of its own tenant."""


def needs(opening: Opening, from_unit: str) -> Iterator[Need[tuple[str, str], list[Contact]]]:
    """Who coordinates the unit that writes, its province, and the centre."""
    for unit in _rising(opening.actor.tenant, from_unit):
        yield questions.answering.of(unit)


def may_decide(actor: Actor, one: Broadcast) -> bool:
    """Whether ``actor`` coordinates what ``one`` is sent from, or above it, and is somebody else."""
    return not owns(actor, one) and sums_up(actor, one.tenant, one.from_unit)


def owns(actor: Actor, one: Broadcast) -> bool:
    """Whether it was written by the same person, from whichever of their chats."""
    return actor.key == (one.tenant, one.created_by)


def same_chat(actor: Actor, asked: Asked) -> bool:
    """Whether the person who agrees writes from a chat of the one who asked: on a platform where an account
    is the same for every bot, one human may be known as two."""
    mine = actor.contact
    return mine is not None and any(
        (one.channel, one.chat) == (mine.channel, mine.chat) for one in asked.contacts
    )


def ask(turn: Turn, one: Broadcast) -> int:
    """Ask those nearest to the unit that writes; how many were reached."""
    for unit in _rising(turn.actor.tenant, one.from_unit):
        found = [each for each in turn.facts.get(questions.answering.of(unit)) or [] if not _self(turn, each)]
        nearest = [best(each for each in found if each.person_id == who) for who in _people(found)]
        reached = [each for each in nearest if each is not None]
        for contact in reached:
            turn.tell(contact, question(turn, words(contact.language), one))
        if reached:
            return len(reached)
    return 0


def question(turn: Turn, reader: Words, one: Broadcast) -> Outbound:
    """Who wants to send what, to whom and how many; the two answers."""
    people = number(one.people, reader.language)
    ends = local(one.next_at)
    said = reader(
        "four-eyes-question",
        name=one.sender or (turn.actor.person.name if turn.actor.person else "none"),
        unit=unit_named(turn, one.from_unit) or one.from_unit,
        people=people,
        audience=reader(f"broadcast-to-{one.audience}"),
        part=reader("broadcast-all") if one.unit_code == CENTRE else unit_named(turn, one.unit_code),
        limit=number(broadcasting.LARGE, reader.language),
        text=one.text,
        at=clock(ends),
        day=near_day(ends.date(), reader.language),
    )
    yes = Button(reader("four-eyes-yes", people=people), action("four_eyes", f"{YES}:{one.id}"))
    no = Button(reader("four-eyes-no"), action("four_eyes", f"{NO}:{one.id}"))
    return Outbound(said, ((yes,), (no,)), lane=Lane.ROLE)


def _self(turn: Turn, contact: Contact) -> bool:
    mine = turn.inbound
    own = (contact.tenant, contact.person_id) == turn.actor.key
    return own or (contact.channel, contact.chat) == (mine.channel, mine.chat)


def _people(found: Sequence[Contact]) -> list[str]:
    return list(dict.fromkeys(one.person_id for one in found))


def _rising(tenant: str, unit: str) -> list[tuple[str, str]]:
    """The unit, then the province, then the centre."""
    return list(dict.fromkeys([(tenant, unit), (tenant, tenant), TOP]))
