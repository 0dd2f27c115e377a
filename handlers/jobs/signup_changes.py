"""Whoever a leader put into shifts, or took out, hears it once for all changes of some minutes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.conversation import action
from handlers.days import day_on
from handlers.exercise import marked
from handlers.job import Job, Moment, addressed, reachable
from handlers.merging import AFTER, EVERY, slot_at
from handlers.messages import Button, Lane, Outbound
from handlers.shift_told import dated
from locales import words
from storage import rounds, signups, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.records.signup import PlacedSignup
from storage.slots import Slot
from storage.sources import Facts, PersonKey


class SignupChanges(Job):
    """See the module. Being told of one's own shifts goes with taking part: it is no reminder."""

    kind = "signup_changes"
    useful_for = EVERY

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Everybody who has not heard of a change that had some minutes to be taken back."""
        at = slot_at(moment.now)
        people = {(one.tenant, one.person_id) for one in await self._untold(tx, moment)}
        return [Slot(tenant=one[0], kind=self.kind, subject=one[1], slot_at=at) for one in sorted(people)]

    async def _untold(self, tx: Tx, moment: Moment) -> list[PlacedSignup]:
        found = await rounds.changes_untold(tx, moment.now - AFTER, moment.now)
        return [one for one in found if not one.absent]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message a person; whoever is put into a shift of the next day is asked with it."""
        by_key = {(slot.tenant, slot.subject): slot for slot in slots}
        changes: dict[PersonKey, list[PlacedSignup]] = defaultdict(list)
        for one in await self._untold(tx, moment):
            changes[one.tenant, one.person_id].append(one)
        contacts = await reachable(tx, sorted(by_key.keys() & changes.keys()))
        facts = Facts()
        await facts.load(
            tx, {teams.card.of((one.tenant, one.team_id)) for found in changes.values() for one in found}
        )
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for key in by_key.keys() & changes.keys():
            filled[by_key[key]] += [signups.told(one, moment.now) for one in changes[key]]
            into, out = _net(changes[key])
            if key in contacts and (into or out):
                message = _message(into, out, contacts[key].language, exercise=_exercise(facts, changes[key]))
                filled[by_key[key]] += addressed(contacts[key], message, moment)
                near = [one for one in into if _tomorrow(one, moment)]
                filled[by_key[key]] += [signups.asked(one, moment.now) for one in near]
        return filled


def _tomorrow(place: PlacedSignup, moment: Moment) -> bool:
    """Whether the shift begins before the evening on which the question would be asked."""
    return day_on(place.starts_at) <= day_on(moment.now + timedelta(days=1))


def _exercise(facts: Facts, changes: Sequence[PlacedSignup]) -> bool:
    cards = [facts.get(teams.card.of((one.tenant, one.team_id))) for one in changes]
    return all(card is not None and card.exercise for card in cards)


def _net(changes: Sequence[PlacedSignup]) -> tuple[list[PlacedSignup], list[PlacedSignup]]:
    """The shifts a person was put into, and those they were taken out of; not what was changed and back."""
    into = {one.shift_id: one for one in changes if one.open}
    out = {one.shift_id: one for one in changes if not one.open}
    same = into.keys() & out.keys()
    return (
        [one for key, one in into.items() if key not in same],
        [one for key, one in out.items() if key not in same],
    )


def _message(
    into: Sequence[PlacedSignup], out: Sequence[PlacedSignup], language: str, *, exercise: bool
) -> Outbound:
    reader = words(language)
    lines = []
    if into:
        lines.append(
            reader("changes-into", count=len(into), shifts="; ".join(dated(reader, one) for one in into))
        )
    if out:
        lines.append(reader("changes-out", shifts="; ".join(dated(reader, one) for one in out)))
    yes = Button(reader("my-shifts-pledge"), action("pledge", into[0].id if len(into) == 1 else ""))
    no = Button(reader("my-shifts-absent"), action("absence", into[0].id if len(into) == 1 else ""))
    mine = (Button(reader("menu-my-shifts"), action("my_shifts")),)
    rows = ((yes, no), mine) if len(into) == 1 else (mine,)
    return Outbound(marked(reader, "\n".join(lines), exercise=exercise), rows, lane=Lane.ROLE)
