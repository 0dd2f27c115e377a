"""A request about somebody's own data that has no outcome at half of its time, or a day before its end."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from handlers.job import Job, Moment, addressed
from handlers.messages import Lane, Outbound, Unsure
from handlers.outgoing import best
from locales import words
from locales.formats import local
from storage import rights
from storage.effects import Effect
from storage.queries import Tx
from storage.records.right import RightsRequest
from storage.slots import Slot

A_DAY = timedelta(days=1)


class RightsClock(Job):
    """See the module. Coordinators hear of the request, never of whose it is."""

    kind = "rights_clock"
    useful_for = timedelta(days=20)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Half of the time of each open request, and the day before it ends."""
        return [
            Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=at)
            for one in await rights.still_open(tx)
            for at in _warned(one)
            if at <= moment.now
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message to each coordinator of the whole tenant, through their best chat."""
        still = {one.id: one for one in await rights.still_open(tx)}
        heard = await rights.coordinators(tx, sorted({one.tenant for one in slots}))
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            request = still.get(slot.subject)
            people = sorted({one.person_id for one in heard[slot.tenant]})
            for person_id in people if request else ():
                contact = best(one for one in heard[slot.tenant] if one.person_id == person_id)
                if contact is not None and request is not None:
                    reader = words(contact.language or "vi")
                    said = reader(
                        "rights-clock",
                        kind=request.kind,
                        received=_day(request.received_at),
                        due=_day(request.due_at),
                    )
                    message = Outbound(said, lane=Lane.ROLE, unsure=Unsure.AGAIN_ONCE)
                    filled[slot] += addressed(contact, message, moment)
        return filled


def _warned(request: RightsRequest) -> Iterator[datetime]:
    yield request.received_at + (request.due_at - request.received_at) / 2
    yield request.due_at - A_DAY


def _day(moment: datetime) -> str:
    return f"{local(moment):%d/%m/%Y}"
