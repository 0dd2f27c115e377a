"""A large broadcast that nobody agreed to in a day comes to nothing, and whoever wrote it hears so."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.conversation import action
from handlers.job import Job, Moment, addressed
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from locales import words
from storage import broadcasts
from storage.broadcasts import Asked
from storage.effects import Effect
from storage.queries import Tx
from storage.records.broadcast import BroadcastState
from storage.slots import Slot


class Unagreed(Job):
    """See the module."""

    kind = "broadcast_unagreed"
    useful_for = timedelta(days=400)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Each whose day is over."""
        return [_slot(one) for one in await broadcasts.waiting(tx) if one.broadcast.next_at <= moment.now]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """It is over; who agrees in the same moment wins."""
        waiting = {_slot(one): one for one in await broadcasts.waiting(tx)}
        return {slot: _lapsed(waiting[slot], moment) for slot in slots if slot in waiting}


def _slot(asked: Asked) -> Slot:
    one = asked.broadcast
    return Slot(tenant=one.tenant, kind=Unagreed.kind, subject=one.id, slot_at=one.next_at)


def _lapsed(asked: Asked, moment: Moment) -> list[Effect]:
    one, contact = asked.broadcast, best(asked.contacts)
    after = one.model_copy(update={"state": BroadcastState.LAPSED, "ended_at": moment.now})
    effects = [broadcasts.decided(one, after)]
    if contact is None:
        return effects
    reader = words(contact.language)
    again = Button(reader("menu-broadcast"), action("broadcast"))
    said = Outbound(reader("four-eyes-lapsed", text=one.text), ((again,),), lane=Lane.ROLE)
    return [*effects, *addressed(contact, said, moment)]
