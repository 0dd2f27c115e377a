"""What follows from who is signed up: whose places these are, how many are left, what overlaps.

The statements that write a sign-up ask the same (``storage/sql/signups.sql``): what is refused here with its
reason is what would lose there.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers.conversation import Opening
from handlers.days import midnight
from handlers.shift_told import Placed
from handlers.turn import Turn
from locales import Words
from locales.formats import local
from storage import signups
from storage.records.offer import Offer
from storage.records.signup import PlacedSignup, Signup, SignupState
from storage.records.work import Shift
from storage.shifts import ShiftWindow
from storage.signups import PersonSince
from storage.sources import Need, TeamKey

AHEAD = timedelta(days=14)
"""How far ahead places are offered."""
SHORT = timedelta(hours=24)
"""From so long before a shift on, the leaders hear of everybody who does not come."""

AROUND = timedelta(days=3)
"""A team signs up around a day when somebody is signed up so long before or after it."""


def around(team: TeamKey, moment: datetime) -> ShiftWindow:
    """The stretch of time in which sign-ups tell that the team plans by them. A team without any is left as
    it is: everybody is reminded, and nothing is missing."""
    day = midnight(local(moment).date())
    return (*team, day - AROUND, day + AROUND + timedelta(days=1))


def need(opening: Opening) -> Need[PersonSince, list[PlacedSignup]]:
    """Everything the person is signed up to, in all their teams."""
    return signups.of_person.of((*opening.actor.key, opening.now))


def all_mine(turn: Turn) -> list[PlacedSignup]:
    """Shifts that are not over: those the person comes to, and those they said they will not come to."""
    return turn.facts.get(signups.of_person.of((*turn.actor.key, turn.now))) or []


def mine(turn: Turn) -> list[PlacedSignup]:
    """Shifts that are not over and the person comes to, the next one first."""
    return expected(all_mine(turn))


def expected(found: Iterable[PlacedSignup]) -> list[PlacedSignup]:
    """Those who come, as far as we know."""
    return [one for one in found if one.open]


def clash(held: Iterable[PlacedSignup], shift: Placed) -> PlacedSignup | None:
    """The place among ``held`` that lies at the same time as ``shift``, or None."""
    return next(
        (one for one in held if one.starts_at < shift.ends_at and one.ends_at > shift.starts_at), None
    )


def left(needed: int, coming: int) -> int | None:
    """How many places are free, at least 0; None where no number is needed and all may come."""
    return max(0, needed - coming) if needed else None


def begun(
    place: Shift | Signup | Offer,
    person_id: str,
    state: SignupState,
    *,
    new_id: str,
    now: datetime,
    told_at: datetime | None,
) -> Signup:
    """A new place of a person in the shift that ``place`` is, or is about."""
    return Signup(
        tenant=place.tenant,
        id=new_id,
        team_id=place.team_id,
        shift_id=place.id if isinstance(place, Shift) else place.shift_id,
        person_id=person_id,
        state=state,
        created_at=now,
        pledged_at=now if state is SignupState.PLEDGED else None,
        told_at=told_at,
    )


def restored(held: Signup, *, new_id: str, now: datetime) -> Signup:
    """The place of ``held`` once more, as far as its person had promised."""
    state = SignupState.PLEDGED if held.pledged_at else SignupState.SIGNED
    kept = {"asked_at": held.asked_at, "pledged_at": held.pledged_at}
    begun = {"id": new_id, "state": state, "created_at": now, "ended_at": None, "told_at": now, "version": 0}
    return held.model_copy(update={**kept, **begun, "reason": "", "note": ""})


def why(reader: Words, absent: Signup) -> str:
    """The reason of an absence in brackets; empty where none was given."""
    said = absent.note or (reader(f"absence-{absent.reason}") if absent.reason else "")
    return reader("absence-why", why=said) if said else ""
