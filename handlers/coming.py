"""The next shift, told together with an answer that is due anyway: where messages are scarce, whoever heard
of it so is neither reminded nor asked by a message of its own, and whoever is asked is not reminded as well.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers import signing, staying_away
from handlers.conversation import Opening
from handlers.days import day_on
from handlers.shift_told import dated
from handlers.turn import Turn
from storage import people, signups, slots
from storage.effects import Effect
from storage.records.signup import PlacedSignup, SignupState
from storage.shifts import PlacedShift
from storage.slots import Slot
from storage.sources import Need, PersonKey

FAR = timedelta(days=3)
"""From a check-out on Friday to Monday's shift; what is farther off would be forgotten."""
TOLD = "shift_told"
"""The kind of slot that says: this person heard of the shift that begins then."""


def needs(opening: Opening) -> Iterator[Need[Any, Any]]:
    """The person's places, the shifts of teams that do not sign up, and whether they want to be reminded;
    nothing where messages are plenty."""
    if opening.plenty:
        return
    yield people.consents.of(opening.actor.key)
    yield signing.need(opening)
    yield from staying_away.needs(opening, FAR)


def told(turn: Turn, after: str) -> str:
    """What is said of the next day with a shift, apart from the one (its id) that is just over, noted as
    told; empty where messages are plenty, nobody agreed to be reminded or nothing is planned."""
    if turn.plenty or not _agreed(turn):
        return ""
    found = _next(turn, after)
    if not found:
        return ""
    turn.note(*(noted(turn.actor.key, one.starts_at, turn.now) for one in found))
    asked = [one for one in found if isinstance(one, PlacedSignup) and one.state is not SignupState.PLEDGED]
    turn.note(*(signups.asked(one, turn.now) for one in asked))
    return turn.text(
        "coming-shift",
        shifts="; ".join(dated(turn.words, one) for one in found),
        asks="yes" if asked else "no",
    )


def noted(person: PersonKey, starts_at: datetime, now: datetime) -> Effect:
    """A person has heard of the shift that begins at ``starts_at``."""
    return slots.noted(Slot(tenant=person[0], kind=TOLD, subject=person[1], slot_at=starts_at), now)


def _agreed(turn: Turn) -> bool:
    answer = (turn.facts.get(people.consents.of(turn.actor.key)) or {}).get("reminders")
    return answer is not None and answer.answer


def _next(turn: Turn, after: str) -> Sequence[PlacedSignup | PlacedShift]:
    """The shifts of the first day that has any."""
    found: list[PlacedSignup | PlacedShift] = [*signing.mine(turn), *staying_away.ahead(turn, FAR)]
    ahead = sorted(
        (one for one in found if turn.now < one.starts_at <= turn.now + FAR and _of(one) != after),
        key=lambda one: one.starts_at,
    )
    return [one for one in ahead if day_on(one.starts_at) == day_on(ahead[0].starts_at)]


def _of(one: PlacedSignup | PlacedShift) -> str:
    return one.shift_id if isinstance(one, PlacedSignup) else one.id
