"""When somebody came, to which shift, and whether the code they send was shown there then. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.claim import Claim
from handlers.days import EARLY, LATE
from handlers.presence_code import SLOT, Span, TeamCodes
from storage.shifts import PlacedShift

REACH = timedelta(hours=2)
"""A check-in this long before a shift still belongs to it, as an early one."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """``at`` is when they came, by their own word or by the code's; ``by_code`` that the code was right."""

    at: datetime
    by_code: bool = False


def arrival(
    claim: Claim,
    sent_at: datetime | None,
    now: datetime,
    planned: Sequence[PlacedShift],
    codes: TeamCodes,
) -> Arrival:
    """What ``claim`` amounts to in the team of ``codes`` with its shifts of the last day.

    A code is looked for around the time of the claim. Sent alone, and hours later, it names its own time:
    it is then looked for where the shifts that have begun take check-ins.
    """
    said = claim.at(sent_at, now)
    if not claim.code:
        return Arrival(said)
    sent = Claim().at(sent_at, now)
    if codes.slot_of(claim.code, [near(said, sent)]) is not None:
        return Arrival(said, by_code=True)
    begun = [] if claim.time else sorted((one.starts_at for one in planned), reverse=True)
    windows = [(at - EARLY, min(at + LATE, sent)) for at in begun if at - EARLY <= sent]
    slot = codes.slot_of(claim.code, windows)
    return Arrival(said) if slot is None else Arrival(slot, by_code=True)


def near(came_at: datetime, sent_at: datetime) -> Span:
    """From when to when a code proves that somebody was there at ``came_at``: from the slot before until as
    late as a check-in is in time, but never a code that was not out yet when they sent it."""
    return came_at - SLOT, min(came_at + LATE, max(came_at, sent_at)) + SLOT


def open_to(planned: Sequence[PlacedShift], at: datetime) -> list[PlacedShift]:
    """The shifts somebody who came at ``at`` can be in."""
    return [one for one in planned if one.starts_at - REACH <= at < one.ends_at]
