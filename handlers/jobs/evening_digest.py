"""The evening digest: to each team's leaders, at the hour the team chose."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from handlers import digest
from handlers.days import midnight
from handlers.job import Job, Moment, addressed, reachable
from handlers.messages import Unsure
from locales import words
from locales.formats import local
from storage import people, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Role
from storage.slots import Slot
from storage.sources import Facts, TeamKey

LATE = timedelta(minutes=30)


class EveningDigest(Job):
    """See the module. A digest missed overnight comes in the morning, marked late."""

    kind = "evening_digest"
    useful_for = timedelta(hours=20)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """The last hour of digest of every open team."""
        today_at = midnight(local(moment.now).date())
        since = moment.now - self.useful_for
        due = await teams.digests_due(tx, self.kind, moment.now, today_at, since)
        return [Slot(tenant=one[0], kind=self.kind, subject=one[1], slot_at=one[2]) for one in due]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """The digests of all slots from one query a kind, to every leader and deputy."""
        facts = Facts()
        days = {slot: local(slot.slot_at).date() for slot in slots}
        await facts.load(tx, [need for slot in slots for need in digest.needs(_key(slot), days[slot])])
        leaders = {slot: _leaders(facts, _key(slot)) for slot in slots}
        contacts = await reachable(
            tx, sorted({(slot.tenant, one) for slot, found in leaders.items() for one in found})
        )
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            seen = digest.picture(facts, _key(slot), days[slot])
            for person_id in leaders[slot] if seen else ():
                contact = contacts.get((slot.tenant, person_id))
                if contact is not None and seen is not None:
                    late = moment.now - slot.slot_at > LATE
                    message = digest.told(words(contact.language), seen, late=late)
                    again = replace(message, unsure=Unsure.AGAIN_ONCE)
                    filled[slot] += addressed(contact, again, moment)
        return filled


def _key(slot: Slot) -> TeamKey:
    return slot.tenant, slot.subject


def _leaders(facts: Facts, key: TeamKey) -> list[str]:
    members = facts.get(people.members.of(key)) or []
    roles = (Role.LEADER, Role.DEPUTY)
    return [one.person_id for one in members if one.role in roles and not one.pending]
