"""A newcomer whom nobody took in within three days is let go, so that a leaked code dies out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.job import Job, Moment, addressed, reachable
from handlers.messages import Lane, Outbound, Unsure
from locales import words
from storage import attendances, difficulties, people, reports, signups
from storage.effects import Effect
from storage.queries import Tx
from storage.records.membership import Membership
from storage.records.work import HelpReport, ReportState
from storage.slots import Slot
from storage.sources import Facts

PENDING_LASTS = timedelta(hours=72)


class NewcomerExpired(Job):
    """See the module. What they did is set aside, not lost: a leader may still count it by hand."""

    kind = "newcomer_expired"
    useful_for = timedelta(days=30)

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Memberships that have been pending for too long."""
        waiting = await people.pending_since(tx, moment.now - PENDING_LASTS)
        return [
            Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=one.from_at + PENDING_LASTS)
            for one in waiting
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """End each, set their reports aside, and tell them how to come in again."""
        waiting = {one.id: one for one in await people.pending_since(tx, moment.now - PENDING_LASTS)}
        due = {slot: waiting[slot.subject] for slot in slots if slot.subject in waiting}
        facts = Facts()
        await facts.load(tx, [reports.pending_of_team.of((one.tenant, one.team_id)) for one in due.values()])
        contacts = await reachable(tx, sorted({(one.tenant, one.person_id) for one in due.values()}))
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, one in due.items():
            told = facts.get(reports.pending_of_team.of((one.tenant, one.team_id))) or []
            filled[slot] += [
                people.refused(one, moment.now),
                attendances.refused(one.tenant, one.team_id, one.person_id),
                difficulties.refused(one.tenant, one.team_id, one.person_id),
                signups.left(one.tenant, one.team_id, one.person_id, moment.now),
                *(
                    reports.moved(each, ReportState.SET_ASIDE)
                    for each in told
                    if each.person_id == one.person_id
                ),
            ]
            contact = contacts.get((one.tenant, one.person_id))
            if contact is not None:
                said = words(contact.language)("newcomer-expired")
                message = Outbound(said, lane=Lane.ROLE, unsure=Unsure.NEVER)
                filled[slot] += addressed(contact, message, moment)
        return filled


def _of(report: HelpReport, member: Membership) -> bool:
    return report.person_id == member.person_id
