"""Check-outs that were forgotten are closed at the planned end, marked, and never made longer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from handlers.closing import taken_to_end
from handlers.days import midnight
from handlers.job import Job, Moment
from locales.formats import local
from storage import attendances, shifts
from storage.effects import Effect
from storage.queries import Tx
from storage.records.work import Attendance
from storage.slots import Slot

AT = timedelta(hours=23, minutes=30)
LONGEST_SHIFT = timedelta(days=2)


class CloseForgotten(Job):
    """See the module. The digest names who forgot; the person may correct it."""

    kind = "close_forgotten"
    useful_for = timedelta(days=3)
    keeps_quiet = False

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Every open attendance whose last 23h30 has passed since it began."""
        last = midnight(local(moment.now).date()) + AT
        if last > moment.now:
            last -= timedelta(days=1)
        return [
            Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=last)
            for one in await attendances.open_before(tx, last)
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """Close each at the end of its shift, or after half a day where none was planned."""
        found = {one.id: one for one in await attendances.open_before(tx, moment.now)}
        ends = {
            one.id: one.ends_at
            for one in await shifts.ending(tx, moment.now - LONGEST_SHIFT - self.useful_for, moment.now)
        }
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            held = found.get(slot.subject)
            if held is not None and not _under_way(held, ends):
                filled[slot].append(
                    attendances.closed(held, taken_to_end(held, ends.get(held.shift_id)), moment.now, "auto")
                )
        return filled


def _under_way(held: Attendance, ends: Mapping[str, datetime]) -> bool:
    """Whether the planned shift has not ended yet: a night shift goes on past 23h30."""
    return bool(held.shift_id) and held.shift_id not in ends
