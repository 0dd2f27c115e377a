"""Shifts of teams where nobody signs up: everybody may come, and whoever cannot says so all the same.

Such a word neither takes nor frees a place, and does not make its team one that plans by sign-ups.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers import signing
from handlers.conversation import Opening
from handlers.turn import Turn
from storage import shifts, signups
from storage.records.signup import Signup, SignupState
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import Need, TeamKey


def needs(opening: Opening, within: timedelta = signing.AHEAD) -> Iterator[Need[Any, Any]]:
    """The shifts of the person's teams that begin ``within`` that time, and which plan by sign-ups."""
    for one in opening.actor.in_teams:
        key = (one.tenant, one.team_id)
        yield signups.used.of(signing.around(key, opening.now))
        yield shifts.of_team.of(_window(key, opening.now, within))


def ahead(turn: Turn, within: timedelta = signing.AHEAD) -> Sequence[PlacedShift]:
    """The shifts that the person may come to, or be absent from, without a place in them, the next one first;
    those they said they stay away from are left out."""
    told = {one.shift_id for one in signing.all_mine(turn)}
    found = [
        shift
        for one in turn.actor.in_teams
        if not turn.facts.get(signups.used.of(signing.around((one.tenant, one.team_id), turn.now)))
        for shift in turn.facts.get(shifts.of_team.of(_window((one.tenant, one.team_id), turn.now, within)))
        or ()
        if shift.id not in told
    ]
    return sorted(found, key=lambda one: (one.starts_at, one.id))


def absence(turn: Turn, shift: PlacedShift, *, reason: str, note: str) -> Signup:
    """The record of it; the leaders have not heard yet."""
    begun = signing.begun(
        shift, turn.actor.key[1], SignupState.AWAY, new_id=turn.new_id(), now=turn.now, told_at=None
    )
    return begun.model_copy(update={"reason": reason, "note": note, "ended_at": turn.now})


def _window(team: TeamKey, now: datetime, within: timedelta) -> ShiftWindow:
    return *team, now, now + within
