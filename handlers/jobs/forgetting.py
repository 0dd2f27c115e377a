"""People whose last campaign ended twelve months ago are forgotten: erased as if they had asked for it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers import erasing
from handlers.days import midnight
from handlers.job import Job, Moment
from locales.formats import local
from storage import retention, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.slots import Slot

HOUR = timedelta(hours=3)
AT_ONCE = 50
"""People a tenant a night."""


class Forgetting(Job):
    """See the module. Coordinators stay while they hold their role."""

    kind = "forgetting"
    useful_for = timedelta(hours=20)
    keeps_quiet = False
    erases = True

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Every tenant, each night at three."""
        at = midnight(local(moment.now).date()) + HOUR
        if moment.now < at:
            return []
        return [Slot(tenant=one, kind=self.kind, subject=one, slot_at=at) for one in await teams.tenants(tx)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """What erases each of them."""
        chosen = await retention.chosen(tx)
        filled: dict[Slot, list[Effect]] = {}
        for slot in slots:
            days = chosen.get((slot.tenant, retention.RECORDS), retention.DEFAULTS[retention.RECORDS])
            past = await retention.people_of_the_past(tx, slot.tenant, moment.now, days, AT_ONCE)
            filled[slot] = [
                effect
                for person_id in past
                for effect in await erasing.effects(tx, (slot.tenant, person_id), moment.now, moment.new_id)
            ]
        return filled
