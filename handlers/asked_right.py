"""A right that somebody used: kept with its times, so that it can be shown that it was answered in time."""

from datetime import datetime

from handlers.turn import Turn
from storage import rights
from storage.effects import Effect
from storage.records.right import ANSWERED_WITHIN, RequestKind, RequestState, RightsRequest


def request(
    turn: Turn, kind: RequestKind, *, detail: str = "", run_at: datetime | None = None
) -> RightsRequest:
    """A request of whoever speaks: answered at once, or an erasure, taken back until ``run_at``."""
    tenant, person_id = turn.actor.key
    return RightsRequest(
        tenant=tenant,
        id=turn.new_id(),
        person_id=person_id,
        kind=kind,
        detail=detail,
        channel=turn.inbound.channel,
        state=RequestState.DONE if run_at is None else RequestState.COOLING,
        outcome="" if run_at else "at once",
        received_at=turn.now,
        acknowledged_at=turn.now,
        due_at=turn.now + ANSWERED_WITHIN[kind],
        run_at=run_at,
        done_at=None if run_at else turn.now,
    )


def answered(turn: Turn, kind: RequestKind, *, detail: str = "") -> Effect:
    """A request that this turn answers."""
    return rights.received(request(turn, kind, detail=detail))


def erasure(turn: Turn) -> RightsRequest | None:
    """The erasure that whoever speaks has asked for and that was not carried out yet."""
    found = turn.facts.get(rights.of_person.of(turn.actor.key)) or []
    waiting = (RequestState.COOLING, RequestState.ERASING)
    return next((one for one in found if one.state in waiting), None)
