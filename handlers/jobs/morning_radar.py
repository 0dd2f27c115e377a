"""By ten in the morning: whoever coordinates a unit hears which teams should be at work and are silent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers import silence
from handlers.attention import Kind, budget
from handlers.days import midnight
from handlers.job import Job, Moment
from handlers.messages import Lane, Outbound, Unsure
from handlers.silence import View
from locales import words
from locales.formats import local
from storage import radar
from storage.effects import Effect
from storage.queries import Tx
from storage.slots import Slot

HOUR = timedelta(hours=9, minutes=30)
"""After midnight: the message is there by ten, also where many bots share a rate."""
KEPT = 1
"""Messages of a day that are left for what else has to be said."""
LASTS = timedelta(hours=3)
"""So long the news is worth hearing."""


class MorningRadar(Job):
    """See the module. One message a person, however many units they coordinate; none where nothing is
    missing. The province hears communes with their numbers, the commune its teams by name."""

    kind = "morning_radar"
    useful_for = timedelta(minutes=30)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Half past nine, for everybody with a silent team below them."""
        at = midnight(local(moment.now).date()) + HOUR
        if moment.now < at:
            return []
        views = await self._views(tx, Slot(tenant="", kind=self.kind, subject="", slot_at=at))
        return [Slot(tenant=key[0], kind=self.kind, subject=key[1], slot_at=at) for key in sorted(views)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """What each of them hears, from one query for all."""
        views = await self._views(tx, slots[0])
        keys = [(one.tenant, one.subject) for one in slots]
        able = await budget(tx, Kind.ROLE, keys, moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, key in zip(slots, keys, strict=True):
            if key not in views or not able.allows(key, keep=KEPT):
                continue
            text, rows = silence.told(words(able.language(key)), views[key])
            message = Outbound(
                text, rows, lane=Lane.ROLE, unsure=Unsure.AGAIN_ONCE, deadline_at=slot.slot_at + LASTS
            )
            filled[slot] += able.told(key, message, moment)
        return filled

    async def _views(self, tx: Tx, slot: Slot) -> Mapping[tuple[str, str], list[View]]:
        """By person, the units of theirs in which any team is silent."""
        watchers = await radar.watchers(tx)
        teams = await radar.expected(tx, [one.tenant for one in watchers], silence.watch("", slot.slot_at))
        views = silence.Views(teams, slot.slot_at)
        found: dict[tuple[str, str], list[View]] = defaultdict(list)
        for one in watchers:
            seen = views.of(one.tenant, one.unit_code)
            if seen.silent:
                found[one.tenant, one.person_id].append(seen)
        return found
