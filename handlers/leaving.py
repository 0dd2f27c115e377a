"""Somebody leaves a team, by themselves or because its leader says so: their places are free again, what they
did stays counted, and for some minutes it can be taken back."""

from collections.abc import Iterator
from typing import Any

from handlers.conversation import action
from handlers.exercise import marked
from handlers.messages import Button, Lane, Outbound
from handlers.turn import UNDO_FOR, Turn
from locales import words
from storage import people, signups, slots, tree_undo
from storage.records.membership import Membership
from storage.records.person import Contact
from storage.records.team import TeamCard
from storage.slots import Slot
from storage.sources import Need

UNDO = "undo:"


def needs(tenant: str, arg: str) -> Iterator[Need[Any, Any]]:
    """Who may come back, and how they are reached."""
    if arg.startswith(UNDO):
        yield people.over.of((tenant, arg.removeprefix(UNDO)))
        yield people.contacts_of.of((tenant, arg.removeprefix(UNDO)))


def left(turn: Turn, one: Membership) -> None:
    """They are out and nobody waits for them; who said so is kept, for only they can take it back, and
    nothing else that ended a membership is taken back so."""
    kind = people.LEFT if one.person_id == turn.actor.key[1] else people.LET_GO
    slot = Slot(tenant=one.tenant, kind=kind, subject=one.person_id, slot_at=turn.now)
    turn.note(
        people.ended(one, turn.now),
        signups.left(one.tenant, one.team_id, one.person_id, turn.now),
        slots.noted(slot, turn.now),
    )


def undo(turn: Turn, conversation: str, one: Membership) -> Button:
    """What takes it back."""
    return Button(turn.text("undo"), action(conversation, f"{UNDO}{one.person_id}"))


def lately(turn: Turn, arg: str, kind: str) -> Membership | None:
    """The team that the person whom ``arg`` names left in the last minutes: by themselves (``people.LEFT``),
    or let go (``people.LET_GO``). Who was moved, replaced or refused is neither."""
    found = turn.facts.get(people.over.of((turn.actor.tenant, arg.removeprefix(UNDO)))) or []
    last = found[-1] if found else None
    if last is None or last.ended_by != kind or last.to_at is None or last.to_at < turn.now - UNDO_FOR:
        return None
    return last


def back(turn: Turn, was: Membership) -> None:
    """They are in the team again."""
    turn.note(tree_undo.member_again(was))


def tell(turn: Turn, contact: Contact | None, team: TeamCard, key: str, **given: str) -> None:
    """Let the other side know."""
    if contact is not None:
        reader = words(contact.language)
        said = marked(reader, reader(key, team=team.name, **given), exercise=team.exercise)
        turn.tell(contact, Outbound(said, lane=Lane.ROLE))
