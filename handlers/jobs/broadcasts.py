"""Broadcasts under way: slice by slice into the outbox, so that no write is long and a pause is felt."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.attention import Budget, Kind, budget
from handlers.broadcasting import EVERY, SLICE, said
from handlers.job import Job, Moment
from handlers.messages import Lane, Outbound, Unsure
from locales import words
from storage import broadcasts
from storage.effects import Effect
from storage.queries import Tx
from storage.records.broadcast import Broadcast, BroadcastState, Recipient
from storage.slots import Slot

LASTS = timedelta(hours=24)
"""So long after it was put into the outbox a message may still leave."""


class Broadcasts(Job):
    """See the module. It counts against what a person is told a day, as a reminder or by their role, and
    waits out the quiet hours; the last in every queue."""

    kind = "broadcast_slice"
    useful_for = timedelta(days=2)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The next slice of each that goes."""
        return [_slot(one) for one in await broadcasts.going(tx, moment.now)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """The next people of each, and the broadcast moved on; whoever paused it meanwhile wins."""
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for one in await broadcasts.going(tx, moment.now):
            found = await broadcasts.recipients(tx, one, SLICE)
            able = {
                kind: await budget(tx, kind, _keys(found, leading=kind is Kind.ROLE), moment.now)
                for kind in (Kind.ROLE, Kind.REMINDER)
            }
            effects = [effect for each in found for effect in _told(one, each, able, moment)]
            told = sum(effect.name == "add_outbound" for effect in effects)
            filled[_slot(one)] = [broadcasts.moved(one, _after(one, found, told, moment)), *effects]
        return filled


def _slot(one: Broadcast) -> Slot:
    return Slot(tenant=one.tenant, kind=Broadcasts.kind, subject=one.id, slot_at=one.next_at)


def _keys(found: Sequence[Recipient], *, leading: bool) -> list[tuple[str, str]]:
    return [(one.tenant, one.person_id) for one in found if one.leading == leading]


def _told(one: Broadcast, to: Recipient, able: Mapping[Kind, Budget], moment: Moment) -> list[Effect]:
    """The message of one person, its id ending with that of the broadcast."""
    key, mine = (to.tenant, to.person_id), able[Kind.ROLE if to.leading else Kind.REMINDER]
    if not mine.allows(key):
        return []
    message = Outbound(
        said(words(mine.language(key)), one),
        lane=Lane.BROADCAST,
        unsure=Unsure.NEVER,
        deadline_at=moment.now + LASTS,
    )
    marked = replace(moment, new_id=lambda: moment.new_id() + broadcasts.mark(one.id))
    return mine.told(key, message, marked)


def _after(one: Broadcast, found: Sequence[Recipient], told: int, moment: Moment) -> Broadcast:
    """The broadcast as the next slice finds it, or at its end."""
    over = len(found) < SLICE
    return one.model_copy(
        update={
            "state": BroadcastState.DONE if over else BroadcastState.GOING,
            "after_id": "" if over else f"{found[-1].tenant} {found[-1].person_id}",
            "filled": one.filled + told,
            "next_at": moment.now + EVERY,
            "ended_at": moment.now if over else None,
        }
    )
