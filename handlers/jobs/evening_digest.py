"""The evening digest: to each team's leaders, at the hour the team chose."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers import digest
from handlers.attention import Kind, budget
from handlers.days import midnight
from handlers.job import Job, Moment, leaders
from handlers.messages import Unsure
from handlers.outgoing import read
from locales import words
from locales.formats import local
from storage import digests, outbox, teams
from storage.effects import Effect
from storage.outbox import OutboxRow
from storage.queries import Tx
from storage.slots import Slot
from storage.sources import Facts, TeamKey

LATE = timedelta(minutes=30)


class EveningDigest(Job):
    """See the module. A digest missed overnight comes in the morning, marked late."""

    kind = "evening_digest"
    useful_for = timedelta(hours=20)
    at_once = 16

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
        heard = {slot: leaders(facts, _key(slot)) for slot in slots}
        able = await budget(tx, Kind.ROLE, (key for found in heard.values() for key in found), moment.now)
        await facts.load(tx, [outbox.held.of(key) for found in heard.values() for key in found])
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            listening = [key for key in heard[slot] if able.reaches(key)]
            seen = digest.picture(facts, _key(slot), days[slot]) if listening else None
            if seen is None:
                continue
            for key in listening:
                late = moment.now - slot.slot_at > LATE
                message = digest.told(words(able.language(key)), seen, late=late)
                filled[slot] += able.told(key, replace(message, unsure=Unsure.AGAIN_ONCE), moment)
                filled[slot] += _superseded(facts.get(outbox.held.of(key)) or [], slot.subject, moment)
            filled[slot].append(digests.sent(digest.said(seen, moment.now)))
        return filled


def _superseded(held: Sequence[OutboxRow], team_id: str, moment: Moment) -> list[Effect]:
    """Digests of the team that were held back are not news any more."""
    older = [row for row in held if digest.read_asked(read(row).topic, date.min)[1] == team_id]
    return [outbox.held_superseded(row, moment.now) for row in older]


def _key(slot: Slot) -> TeamKey:
    return slot.tenant, slot.subject
