"""Twelve months after a campaign its records lose their persons; figures stay."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.erasing import unrelated
from handlers.job import Job, Moment
from locales import words
from locales.formats import local
from storage import retention
from storage.effects import Effect
from storage.queries import Tx
from storage.slots import Slot

AT_ONCE = 200
"""People a round, a minute apart: nobody waits because records are tidied."""


class Unlinking(Job):
    """See the module. A tenant may have chosen another time."""

    kind = "unlinking"
    useful_for = timedelta(minutes=5)
    keeps_quiet = False
    erases = True

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Each campaign once a minute, until nobody is left in it."""
        at = moment.now.replace(second=0, microsecond=0)
        found = await retention.ended(tx, local(moment.now).date())
        return [Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=at) for one in found]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """Some people's records, and with the last of them what belongs to the campaign alone."""
        filled: dict[Slot, list[Effect]] = {}
        for slot in slots:
            campaign = retention.Ended(slot.tenant, slot.subject)
            people = await retention.linked(tx, campaign, AT_ONCE)
            effects = [
                effect
                for person_id in people
                for effect in retention.unlinked(campaign, person_id, unrelated(moment.new_id))
            ]
            if len(people) < AT_ONCE:
                effects += retention.closed(campaign, words("vi")("erased-name"), moment.now)
            filled[slot] = effects
        return filled
