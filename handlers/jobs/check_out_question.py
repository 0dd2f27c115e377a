"""At the end of the shift, a word to those who are still checked in; where messages are scarce, not to those
who were reminded of the shift: what they forget is closed in the night and said at their next check-in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.allowance import SCARCE
from handlers.attention import Kind
from handlers.conversation import action
from handlers.days import day_on
from handlers.job import Job, Moment, addressed, reachable
from handlers.messages import Button, Lane, Outbound, Unsure
from locales import words
from locales.formats import clock
from storage import attendances, attention, shifts
from storage.effects import Effect
from storage.queries import Tx
from storage.records.person import Contact
from storage.slots import Slot
from storage.sources import Facts, PersonKey

AFTER = timedelta(minutes=10)


class CheckOutQuestion(Job):
    """See the module. Within one's own shift the quiet hours do not hold."""

    kind = "check_out_question"
    useful_for = timedelta(hours=3)
    at_once = 16
    keeps_quiet = False

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Shifts that ended ten minutes ago."""
        until = moment.now - AFTER
        ended = await shifts.ending(tx, until - self.useful_for, until, kind=self.kind)
        return [
            Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=one.ends_at + AFTER)
            for one in ended
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One question to each who has not checked out, with the button that does it."""
        found = await attendances.of_shifts(tx, [(slot.tenant, slot.subject) for slot in slots])
        still = [one for one in found if one.out_at is None]
        contacts = await reachable(tx, sorted({(one.tenant, one.person_id) for one in still}))
        spared = await _spared(tx, contacts, moment)
        by_shift = {slot.subject: slot for slot in slots}
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for one in still:
            contact = contacts.get((one.tenant, one.person_id))
            if contact is None or (one.tenant, one.person_id) in spared:
                continue
            reader = words(contact.language)
            message = Outbound(
                reader("reminder-check-out", since=clock(one.in_at)),
                (
                    (
                        Button(reader("menu-check-out"), action("check_out")),
                        Button(reader("menu-report"), action("report")),
                    ),
                ),
                lane=Lane.ROLE,
                unsure=Unsure.NEVER,
                deadline_at=moment.now + self.useful_for,
            )
            filled[by_shift[one.shift_id]] += addressed(contact, message, moment)
        return filled


async def _spared(tx: Tx, contacts: Mapping[PersonKey, Contact], moment: Moment) -> set[PersonKey]:
    """Those who are reached where messages are counted and had one of the bot's own accord today."""
    scarce, day, facts = (
        [key for key, one in contacts.items() if one.channel == SCARCE],
        day_on(moment.now),
        Facts(),
    )
    await facts.load(tx, [attention.spent.of((*key, day)) for key in scarce])
    return {key for key in scarce if (facts.get(attention.spent.of((*key, day))) or {}).get(Kind.REMINDER)}
