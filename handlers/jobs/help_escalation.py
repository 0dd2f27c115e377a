"""A call that nobody answers goes on: the deputy after five minutes, the commune after ten."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from handlers import calling
from handlers.holding import Holder
from handlers.job import Job, Moment, addressed
from handlers.messages import Outbound
from locales import words
from storage import help_requests, holders
from storage.effects import Effect
from storage.queries import Tx
from storage.records.care import HelpCard
from storage.records.person import Contact
from storage.slots import Slot
from storage.sources import Facts


class HelpEscalation(Job):
    """See the module. Nobody's night is kept: somebody stands there with a citizen."""

    kind = "help_escalation"
    useful_for = calling.LASTS
    keeps_quiet = False

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Calls that nobody took within five minutes of those last called."""
        found = await help_requests.calling(tx, moment.now - calling.LASTS)
        return [
            Slot(tenant=one.tenant, kind=self.kind, subject=one.id, slot_at=one.called_at + calling.STEP)
            for one in found
            if one.called_at + calling.STEP <= moment.now
        ]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """The next are called, after a standstill all whose turn has come; whoever asked hears who."""
        found = await help_requests.calling(tx, moment.now - calling.LASTS)
        calls = {(one.tenant, one.id): one for one in found}
        due = {
            slot: calls[slot.tenant, slot.subject] for slot in slots if (slot.tenant, slot.subject) in calls
        }
        facts = Facts()
        needs = [holders.of_team.of((one.tenant, one.team_id)) for one in due.values()]
        await facts.load(
            tx, [*needs, *(help_requests.contacts.of((one.tenant, one.id)) for one in due.values())]
        )
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, call in due.items():
            every = facts.get(holders.of_team.of((call.tenant, call.team_id))) or []
            above = calling.above(every, call.person_id, newcomer=call.newcomer)
            chats = calling.chats(facts.get(help_requests.contacts.of((call.tenant, call.id))) or ())
            filled[slot] += _called(call, above, chats.get(call.person_id), moment)
        return filled


def _called(call: HelpCard, above: Sequence[Holder], asker: Contact | None, moment: Moment) -> list[Effect]:
    turns = max(1, (moment.now - call.called_at) // calling.STEP)
    known, late = list(call.called), list[Holder]()
    for _ in range(turns):
        group = calling.next_group(above, known)
        known += [one.person_id for one in group]
        late += group
    effects: list[Effect] = []
    if late:
        # Counted from the planned minute, so that the second five minutes are not longer than the first.
        at = call.called_at + turns * calling.STEP
        after = call.model_copy(update={"called": tuple(known), "called_at": at})
        effects.append(help_requests.moved(call, after))
    for holder in late:
        said = calling.message(words(holder.contact.language), call)
        effects += addressed(holder.contact, said, moment)
    if asker is not None:
        effects += addressed(asker, _to_asker(asker, call, above, late), moment)
    return effects


def _to_asker(asker: Contact, call: HelpCard, above: Sequence[Holder], late: Sequence[Holder]) -> Outbound:
    reader = words(asker.language)
    silent = [one for one in above if one.person_id in call.called]
    return calling.to_asker(
        asker,
        call,
        "call-help-next" if late else "call-help-nobody-left",
        silent=calling.named(reader, silent, names=not call.newcomer) or "none",
        who=calling.named(reader, late, names=not call.newcomer),
    )
