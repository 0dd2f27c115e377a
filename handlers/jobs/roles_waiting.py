"""Roles wait to be confirmed: who can do so hears it once a morning, as long as new ones come."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.attention import Kind, budget
from handlers.conversation import action
from handlers.days import midnight
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound
from locales import words
from locales.formats import local
from storage import role_offers, rollups
from storage.effects import Effect
from storage.queries import Tx
from storage.role_offers import UnitKey
from storage.slots import Slot

AT = timedelta(hours=8, minutes=15)
"""After the roll-ups of the morning."""
AGAIN_ON = 1
"""The weekday on which those that are not new are told again: Monday."""
KEPT = 1
"""Messages of a day that are left for the evening digest."""


class RolesWaiting(Job):
    """See the module. A list from a province proposes hundreds of roles: they are one message."""

    kind = "roles_waiting"
    useful_for = timedelta(hours=10)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """This morning, for each unit in which or under which roles wait."""
        at = midnight(local(moment.now).date()) + AT
        if moment.now < at:
            return []
        found = await self._waiting(tx, moment)
        return [Slot(tenant=tenant, kind=self.kind, subject=unit, slot_at=at) for tenant, unit in found]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message to each coordinator of the unit."""
        found = await self._waiting(tx, moment)
        who = await rollups.coordinators(tx, [(slot.tenant, slot.subject) for slot in slots])
        able = await budget(tx, Kind.ROLE, (key for keys in who.values() for key in keys), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            unit = (slot.tenant, slot.subject)
            for key in who.get(unit, ()):
                if unit in found and able.allows(key, keep=KEPT):
                    reader = words(able.language(key))
                    see = Button(reader("confirm-roles-more"), action("confirm_roles"))
                    said = reader("roles-waiting", count=found[unit])
                    filled[slot] += able.told(key, Outbound(said, ((see,),), lane=Lane.ROLE), moment)
        return filled

    async def _waiting(self, tx: Tx, moment: Moment) -> dict[UnitKey, int]:
        """How many wait in each unit that is to hear of it; a province counts those of its communes."""
        monday = local(moment.now).isoweekday() == AGAIN_ON
        since = moment.now - timedelta(days=1)
        counts: dict[UnitKey, int] = defaultdict(int)
        fresh: set[UnitKey] = set()
        for one in await role_offers.waiting(tx, since):
            for unit in {(one.tenant, one.unit_code), (one.tenant, one.tenant)}:
                counts[unit] += one.waiting
                if one.fresh or monday:
                    fresh.add(unit)
        return {unit: counts[unit] for unit in sorted(fresh)}
