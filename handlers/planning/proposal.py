"""What a sheet comes to for one team: the shifts to save, and everything a leader should know before."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.planning.known import Known
from handlers.rota import Days, Line, Slot, days_of
from storage.fold import fold
from storage.records.team import Place
from storage.records.work import Shift
from storage.shifts import PlacedShift

MOST = 500
"""Shifts planned at once."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """``slots`` will be saved; ``same`` are there already; ``crossing`` meet another one where they are."""

    lines: tuple[Line, ...]
    days: Days
    slots: tuple[Slot, ...] = ()
    same: tuple[Slot, ...] = ()
    crossing: tuple[Slot, ...] = ()
    new_places: tuple[str, ...] = ()
    open_until: date | None = None
    """Where a line without an end stops."""


def proposal(lines: Sequence[Line], known: Known, now: datetime) -> Proposal:
    """What ``lines`` come to; nothing is decided for the leader that the proposal does not say."""
    until = known.open_until(now)
    is_open = any(line.since and line.until is None for line in lines)
    closed = tuple(
        replace(line, until=until) if line.since and line.until is None else line for line in lines
    )
    days = days_of(closed, now, known.calendar, known.last_on(now))
    ids = {fold(one.name): one.id for one in known.places}
    same, slots, crossing = [], [], []
    for slot in days.slots:
        place_id = ids.get(fold(slot.place)) if slot.place else ""
        met = [one for one in known.shifts if one.place_id == place_id and _meets(one, slot)]
        if any((one.starts_at, one.ends_at) == (slot.starts_at, slot.ends_at) for one in met):
            same.append(slot)
        else:
            slots.append(slot)
            crossing += [slot] if met and place_id else []
    new = dict.fromkeys(one.place for one in slots if one.place and fold(one.place) not in ids)
    return Proposal(
        lines=closed,
        days=days,
        slots=tuple(slots),
        same=tuple(same),
        crossing=tuple(crossing),
        new_places=tuple(new),
        open_until=until if is_open else None,
    )


def _meets(shift: PlacedShift, slot: Slot) -> bool:
    return shift.starts_at < slot.ends_at and shift.ends_at > slot.starts_at


def places_of(found: Proposal, known: Known, new_id: Callable[[], str]) -> list[Place]:
    """The new places of a proposal as records."""
    return [
        Place(
            tenant=known.team.tenant,
            id=new_id(),
            team_id=known.team.id,
            unit_code=known.team.unit_code,
            name=name,
            mode="",
        )
        for name in found.new_places
    ]


def shifts_of(
    found: Proposal, known: Known, places: Sequence[Place], now: datetime, new_id: Callable[[], str]
) -> list[Shift]:
    """The shifts of a proposal as records; those alike but for the day are a series."""
    ids = {fold(one.name): one.id for one in [*known.places, *places]}
    alike = Counter((one.line, one.span) for one in found.slots)
    series = {kind: new_id() for kind, count in alike.items() if count > 1}
    return [
        Shift(
            tenant=known.team.tenant,
            id=new_id(),
            team_id=known.team.id,
            campaign_id=known.team.campaign_id,
            place_id=ids[fold(slot.place)] if slot.place else "",
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            needed=slot.needed,
            series_id=series.get((slot.line, slot.span), ""),
            created_at=now,
        )
        for slot in found.slots
    ]
