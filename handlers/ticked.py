"""What a leader's tick amounts to: presences on the leader's word, also of people without an account.

Whoever has no account cannot check out, so their presence ends as planned from the start.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.arrival import REACH
from handlers.closing import FREE_LASTS
from handlers.days import EARLY, day_on
from handlers.turn import Turn
from storage import attendances, shifts, ticks
from storage.attendances import NamedAttendance, TeamDays
from storage.effects import Effect
from storage.records.roster import Tick
from storage.records.team import TeamCard
from storage.records.work import Attendance, grade_of
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import TeamKey

FREE = "free"
"""The option for a stretch that was not planned."""
LOOK_BACK = timedelta(hours=14)
LATER = timedelta(minutes=30)
"""How long after its end a shift is still the one a leader most likely means."""


def window(team: TeamKey, now: datetime) -> ShiftWindow:
    """The shifts a tick may be about."""
    return *team, now - LOOK_BACK, now + REACH


def days(team: TeamKey, now: datetime) -> TeamDays:
    """The attendance a tick may be about: a night shift began yesterday."""
    return *team, day_on(now - timedelta(days=1)), day_on(now)


def planned(turn: Turn, team: TeamKey) -> list[PlacedShift]:
    """The shifts that have begun or are near, those under way first, then the one that ended last."""
    found = turn.facts.get(shifts.of_team.of(window(team, turn.now))) or []
    return sorted(
        found, key=lambda one: (one.ends_at + LATER <= turn.now, abs(turn.now - one.starts_at), one.id)
    )


def under_way(found: Sequence[PlacedShift], now: datetime) -> list[PlacedShift]:
    """Those of ``found`` that are on, or so near that people are there already."""
    return [one for one in found if one.starts_at - EARLY <= now < one.ends_at]


def came(turn: Turn, team: TeamKey, shift: PlacedShift | None) -> dict[str, NamedAttendance]:
    """Who was at the shift, or is there now without one, by person."""
    found = turn.facts.get(attendances.of_team.of(days(team, turn.now))) or []
    if shift is not None:
        return {one.person_id: one for one in found if one.shift_id == shift.id}
    return {one.person_id: one for one in found if one.out_at is None and not one.shift_id}


def presence(
    turn: Turn,
    team: TeamCard,
    shift: PlacedShift | None,
    *,
    person_id: str,
    guest: str = "",
    pending: bool = False,
    stays: bool = False,
) -> Attendance:
    """Somebody was there from the start of ``shift`` on the leader's word; ``stays`` until they check out,
    unless it is over. ``guest`` is the name of whoever has no account."""
    in_at = min(turn.now, shift.starts_at) if shift else turn.now
    ends_at = shift.ends_at if shift else turn.now + FREE_LASTS
    out_at = None if stays and ends_at > turn.now else ends_at
    return Attendance(
        tenant=team.tenant,
        id=turn.new_id(),
        team_id=team.id,
        person_id=person_id,
        shift_id=shift.id if shift else "",
        campaign_id=team.campaign_id,
        day_on=day_on(shift.starts_at if shift else turn.now),
        in_at=in_at,
        in_received_at=turn.now,
        out_at=out_at,
        out_received_at=turn.now if out_at else None,
        in_origin="leader",
        out_origin="leader" if out_at else "",
        grade=grade_of(by_code=False, at_place=None, by_leader=True),
        by_leader=True,
        guest=guest,
        pending=pending,
    )


def stroke(turn: Turn, team: TeamCard, added: Sequence[Attendance], confirmed: Sequence[Attendance]) -> Tick:
    """Note all of it, and what it takes to undo it."""
    tick = Tick(
        tenant=team.tenant,
        id=turn.new_id(),
        team_id=team.id,
        person_id=turn.actor.key[1],
        added=tuple(one.id for one in added),
        confirmed=tuple(one.id for one in confirmed),
        ticked_at=turn.now,
    )
    turn.note(
        *(attendances.opened(one) for one in added),
        *(attendances.proven(one, by_leader=True) for one in confirmed),
        ticks.added(tick),
    )
    return tick


def undone(tick: ticks.TickedNow, at: datetime) -> list[Effect]:
    """Take a tick back: what it added goes, what it confirmed is as it was."""
    return [
        ticks.undone(tick, at),
        *(attendances.withdrawn(one) for one in tick.records if one.id in tick.added),
        *(attendances.proven(one, by_leader=False) for one in tick.records if one.id in tick.confirmed),
    ]
