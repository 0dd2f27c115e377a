"""Communes are merged and split on the evening before the day from which it holds."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from handlers import uniting
from handlers.audited import OPERATOR
from handlers.job import Job, Moment
from handlers.uniting import Means, due_on
from locales.formats import HANOI
from storage import tree_changes
from storage.effects import Effect
from storage.queries import Tx
from storage.records.tree_change import TreeChange
from storage.slots import Slot

AT = time(21)
"""When most shifts are over."""


class UnitChanges(Job):
    """See the module. One that comes late takes along what was counted since its day."""

    kind = "unit_changes"
    useful_for = timedelta(days=400)
    keeps_quiet = False

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Each once, on its evening."""
        found = [(one, datetime.combine(due_on(one), AT, HANOI)) for one in await tree_changes.waiting(tx)]
        return [self._slot(one, at) for one, at in found if at <= moment.now]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """Teams, coordinators and open matters go along."""
        waiting = {(one.tenant, one.id): one for one in await tree_changes.waiting(tx)}
        filled: dict[Slot, list[Effect]] = {}
        for slot in slots:
            change = waiting.get((slot.tenant, slot.subject))
            if change is None:
                continue
            effects, _ = await uniting.done(tx, change, Means(OPERATOR, moment.now, moment.new_id))
            filled[slot] = [tree_changes.finished(change, moment.now), *effects]
        return filled

    def _slot(self, one: TreeChange, at: datetime) -> Slot:
        return Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=at)
