"""A word before the shift, to those who asked for it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.conversation import action
from handlers.exercise import marked
from handlers.job import Job, Moment, addressed, reachable
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.quiet import kept
from handlers.shift_told import times
from locales import words
from locales.formats import local
from storage import people, shifts, teams
from storage.effects import Effect
from storage.people import Member
from storage.queries import Tx
from storage.records.team import TeamCard
from storage.records.work import Shift
from storage.slots import Slot
from storage.sources import Facts

BEFORE = timedelta(minutes=60)
FARTHEST = timedelta(hours=12)
"""How far ahead quiet hours can push a reminder: from a shift at dawn to the evening before."""


class ShiftReminder(Job):
    """See the module. On holidays nobody is reminded."""

    kind = "shift_reminder"
    useful_for = BEFORE

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Shifts ahead whose reminder has come, moved out of the quiet hours."""
        found = await shifts.starting(tx, moment.now, moment.now + FARTHEST, kind=self.kind)
        due = []
        for shift in found:
            at = kept(shift.starts_at - BEFORE, shift.starts_at - timedelta(minutes=20))
            if at <= moment.now and local(shift.starts_at).date() not in moment.days_off:
                due.append(Slot(tenant=shift.tenant, kind=self.kind, subject=shift.id, slot_at=at))
        return due

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One reminder a person and shift, to members who agreed to reminders and are not there yet."""
        by_id = {
            one.id: one
            for one in await shifts.starting(tx, moment.now, moment.now + FARTHEST, kind=self.kind)
        }
        planned = {slot: by_id[slot.subject] for slot in slots if slot.subject in by_id}
        facts = Facts()
        for_teams = {(one.tenant, one.team_id) for one in planned.values()}
        await facts.load(
            tx, [*(teams.card.of(key) for key in for_teams), *(people.members.of(key) for key in for_teams)]
        )
        members = {key: facts.get(people.members.of(key)) or [] for key in for_teams}
        keys = sorted({(one.tenant, one.person_id) for team in members.values() for one in team})
        await facts.load(tx, [people.consents.of(key) for key in keys])
        willing = [key for key in keys if _agreed(facts, key)]
        contacts = await reachable(tx, willing)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, shift in planned.items():
            team = facts.get(teams.card.of((shift.tenant, shift.team_id)))
            for member in members[shift.tenant, shift.team_id]:
                contact = contacts.get((member.tenant, member.person_id))
                if contact is not None and team is not None:
                    filled[slot] += addressed(contact, _message(member, team, shift), moment)
        return filled


def _agreed(facts: Facts, key: tuple[str, str]) -> bool:
    answer = (facts.get(people.consents.of(key)) or {}).get("reminders")
    return answer is not None and answer.answer


def _message(member: Member, team: TeamCard, shift: Shift) -> Outbound:
    reader = words(member.language)
    said = reader("reminder-shift", times=times(reader, shift.starts_at, shift.ends_at), team=team.name)
    return Outbound(
        marked(reader, said, exercise=team.exercise),
        ((Button(reader("menu-check-in"), action("check_in")),),),
        lane=Lane.REMINDER,
        unsure=Unsure.NEVER,
        deadline_at=shift.ends_at,
    )
