"""A shift of which somebody says only when it is over that they were there: one message for all of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from handlers.claim import Claim
from handlers.conversation import Opening
from handlers.days import day_on, midnight
from handlers.reporting import of_person
from handlers.turn import Turn
from locales.formats import local
from storage import attendances, shifts, signups
from storage.attendances import Since
from storage.records.work import Attendance
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import Need, PersonKey, TeamKey

LATER = timedelta(hours=3)
"""How long after its end a shift is still the one that is meant."""


def needs(opening: Opening) -> Iterator[Need[Any, Any]]:
    """Where the person was since yesterday, the shifts of their teams that have begun, and their own."""
    yield attendances.of_person.of(lately(opening.actor.key, opening.now))
    yield signups.of_person.of((*opening.actor.key, opening.now - LATER))
    for one in opening.actor.in_teams:
        yield shifts.of_team.of(_window((one.tenant, one.team_id), opening.now))


def lately(person: PersonKey, now: datetime) -> Since:
    """The presences that may have been this shift."""
    return *person, midnight(local(now).date() - timedelta(days=1))


def meant(turn: Turn) -> PlacedShift | None:
    """The shift that is over, or will be soon, at which the person is not recorded: of those they signed up
    for, else of their teams'. The one whose end is nearest; None where that leaves several."""
    begun = [one for one in _begun(turn) if not _recorded(turn, one)]
    own = {one.shift_id for one in turn.facts.get(signups.of_person.of(_signed(turn))) or [] if one.open}
    near = [one for one in begun if one.id in own] or begun
    off = [abs(turn.now - one.ends_at) for one in near]
    nearest = [one for one, far in zip(near, off, strict=True) if far == min(off)]
    return nearest[0] if len(nearest) == 1 else None


def presence(turn: Turn, shift: PlacedShift, claim: Claim) -> Attendance:
    """From the planned start until they say they left, at most until the planned end where they name no
    time; on their own word."""
    said = max(claim.at(turn.inbound.sent_at, turn.now), shift.starts_at)
    pending = any(one.pending for one in turn.actor.in_teams if one.team_id == shift.team_id)
    return Attendance(
        tenant=shift.tenant,
        id=turn.new_id(),
        team_id=shift.team_id,
        person_id=turn.actor.key[1],
        shift_id=shift.id,
        campaign_id=next(one.campaign_id for one in of_person(turn) if one.id == shift.team_id),
        day_on=day_on(shift.starts_at),
        in_at=shift.starts_at,
        in_received_at=turn.now,
        out_at=said if claim.time else min(said, shift.ends_at),
        out_received_at=turn.now,
        out_origin="self",
        pending=pending,
    )


def _begun(turn: Turn) -> list[PlacedShift]:
    known = {one.id for one in of_person(turn)}
    found = [
        shift
        for one in turn.actor.in_teams
        for shift in turn.facts.get(shifts.of_team.of(_window((one.tenant, one.team_id), turn.now))) or []
    ]
    return [one for one in found if one.starts_at < turn.now and one.team_id in known]


def _recorded(turn: Turn, shift: PlacedShift) -> bool:
    """Whether the person was somewhere at that time, as far as is known."""
    found = turn.facts.get(attendances.of_person.of(lately(turn.actor.key, turn.now))) or []
    return any(
        one.shift_id == shift.id or (one.in_at < shift.ends_at and (one.out_at or turn.now) > shift.starts_at)
        for one in found
    )


def _signed(turn: Turn) -> signups.PersonSince:
    return *turn.actor.key, turn.now - LATER


def _window(team: TeamKey, now: datetime) -> ShiftWindow:
    """Shifts under way, or over since a while; none lasts longer than one can."""
    return *team, now - LATER, now
