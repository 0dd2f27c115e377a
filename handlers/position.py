"""The one door to a position: it opens for live consent and a question that asked for it, for nothing else.

What is behind it goes with the turn: conversations keep a yes or no, or the point of a place, never where
somebody was.
"""

from collections.abc import Sequence
from typing import Any

from handlers.conversation import Opening, action
from handlers.messages import Button, Inbound, Kind, Place
from handlers.turn import Turn
from storage import people
from storage.effects import Effect
from storage.records.membership import Consent
from storage.records.place_point import PlacePoint
from storage.records.work import Shift
from storage.sources import Need

PURPOSE = "location"
NOTICE_VERSION = "2026-11"
"""The version of the words ``at-place-consent``; new words ask everyone again."""


def needs(opening: Opening) -> Need[Any, Any]:
    """What the person agreed to."""
    return people.consents.of(opening.actor.key)


def asked_for(inbound: Inbound) -> bool:
    """Whether this is the position a question asked for: no other is led to a conversation."""
    return inbound.kind is Kind.PLACE


def able(turn: Turn) -> bool:
    """Whether a position can be sent where this person writes."""
    return turn.inbound.channel in turn.desk.place_channels


def consent(turn: Turn) -> bool | None:
    """What the person last said to the words of today: yes, no, or None for nothing yet."""
    given: Consent | None = (turn.facts.get(people.consents.of(turn.actor.key)) or {}).get(PURPOSE)
    return given.answer if given is not None and given.notice_version == NOTICE_VERSION else None


def consented(turn: Turn, *, answer: bool) -> Effect:
    """The proof of the person's answer."""
    contact = turn.actor.contact
    tenant, person_id = turn.actor.key
    return people.consented(
        Consent(
            tenant=tenant,
            id=turn.new_id(),
            person_id=person_id,
            contact_key=contact.key if contact else "",
            purpose=PURPOSE,
            answer=answer,
            notice_version=NOTICE_VERSION,
            given_at=turn.now,
        )
    )


def taken(turn: Turn) -> Place | None:
    """The position that was sent; None without a question that asked for it, without consent, or where it
    cannot be opened any more."""
    if not turn.inbound.sealed_place or not turn.place_for or not consent(turn):
        return None
    return turn.desk.unseal(turn.inbound.sealed_place)


def compared_with(points: Sequence[PlacePoint], shift: Shift | None) -> list[PlacePoint]:
    """The point of the shift's own place; where that has none, every point of the team."""
    own = [one for one in points if shift is not None and one.id == shift.place_id]
    return own or list(points)


def ask(turn: Turn, text: str, rows: list[list[Button]], conversation: str, arg: str) -> None:
    """Say ``text`` with the key that hands over a position; it will open ``conversation`` with ``arg``."""
    turn.say(text, rows, asks_place=True)
    turn.place_for = action(conversation, arg)
