"""What is due about sign-ups, for every team at once: who is asked, who is late, who still has to hear."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from storage.queries import Tx
from storage.records.moments import At, from_micros, to_micros
from storage.records.offer import Offer
from storage.records.signup import PlacedSignup
from storage.sources import TeamKey, json_list

STILL = timedelta(hours=48)
"""So long before the shift a promise, or a question, still stands for it."""


class EndedOffer(Offer):
    """An offer that has ended, with the name of who made it and when and where its shift is."""

    name: str
    starts_at: At
    ends_at: At
    place_name: str = ""


async def to_ask(
    tx: Tx,
    since: datetime,
    until: datetime,
    *,
    made_before: datetime,
    kind: str,
    slot_at: datetime,
    of: Iterable[str] = (),
) -> list[PlacedSignup]:
    """Places in shifts that begin in [since, until) whose people were not asked yet, without
    a job of ``kind`` for them at ``slot_at``; what was signed since ``made_before`` is promise enough.
    Only those ``of`` some people, where they are named."""
    rows = await tx.all(
        "signups_to_ask",
        since=to_micros(since),
        until=to_micros(until),
        made_before=to_micros(made_before),
        still=STILL // timedelta(microseconds=1),
        kind=kind,
        slot_at=to_micros(slot_at),
        people=json_list(of),
    )
    return [PlacedSignup.model_validate(dict(row)) for row in rows]


async def teams_expecting(
    tx: Tx, since: datetime, until: datetime, *, kind: str, slot_at: datetime
) -> list[TeamKey]:
    """Teams that somebody signed up with for [since, until), without a job of ``kind`` at ``slot_at``."""
    rows = await tx.all(
        "teams_expecting",
        since=to_micros(since),
        until=to_micros(until),
        kind=kind,
        slot_at=to_micros(slot_at),
    )
    return [(row["tenant"], row["team_id"]) for row in rows]


async def starts_expecting(
    tx: Tx, since: datetime, until: datetime, *, kind: str, after: timedelta
) -> list[tuple[str, str, datetime]]:
    """(tenant, team id, start) of shifts with sign-ups that begin in [since, until), without a job of
    ``kind`` so long ``after``."""
    rows = await tx.all(
        "starts_expecting",
        since=to_micros(since),
        until=to_micros(until),
        kind=kind,
        after=after // timedelta(microseconds=1),
    )
    return [(row["tenant"], row["team_id"], from_micros(row["starts_at"])) for row in rows]


async def changes_untold(tx: Tx, before: datetime, now: datetime) -> list[PlacedSignup]:
    """Places whose last change was until ``before``, and whoever should hear of it did not; shifts that are
    over are left out."""
    rows = await tx.all("changes_untold", before=to_micros(before), now=to_micros(now))
    return [PlacedSignup.model_validate(dict(row)) for row in rows]


async def offers_untold(tx: Tx, before: datetime, now: datetime) -> list[EndedOffer]:
    """Offers that ended until ``before`` and whose leaders did not hear of it."""
    rows = await tx.all("offers_untold", before=to_micros(before), now=to_micros(now))
    return [EndedOffer.model_validate(dict(row)) for row in rows]
