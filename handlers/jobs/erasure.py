"""Erasures whose ten minutes are over: told once more, and a minute later carried out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers import erasing
from handlers.job import Job, Moment, addressed
from handlers.messages import Lane, Outbound
from handlers.outgoing import best
from locales import words
from storage import people, rights
from storage.effects import Effect
from storage.queries import Tx
from storage.records.right import RequestState
from storage.rights import ANNOUNCED
from storage.slots import Slot
from storage.sources import Facts


class Erasure(Job):
    """See the module. Asked for is asked for: also at night, and after days without power."""

    kind = "erasure"
    useful_for = timedelta(days=60)
    keeps_quiet = False
    erases = True

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """One slot to tell, one to erase."""
        return [
            Slot(
                tenant=one.tenant,
                kind=self.kind,
                subject=one.id,
                slot_at=(one.run_at or moment.now)
                + (ANNOUNCED if one.state is RequestState.ERASING else timedelta()),
            )
            for one in await rights.erasures_due(tx, moment.now)
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """The last words, or all that is written when somebody is erased."""
        due = {one.id: one for one in await rights.erasures_due(tx, moment.now)}
        keys = [(one.tenant, one.person_id) for one in due.values()]
        chats = await rights.chats(tx, keys)
        facts = Facts()
        await facts.load(tx, [people.person.of(key) for key in keys])
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            request = due[slot.subject]
            if request.state is RequestState.ERASING:
                filled[slot] += await erasing.carried_out(tx, request, moment.now, moment.new_id)
                continue
            filled[slot].append(erasing.announced(request))
            key = (request.tenant, request.person_id)
            person, contact = facts.get(people.person.of(key)), best(chats.get(key, ()))
            if person is not None and contact is not None:
                said = erasing.farewell(words(person.language), moment.now)
                filled[slot] += addressed(contact, Outbound(said, lane=Lane.URGENT), moment)
        return filled
