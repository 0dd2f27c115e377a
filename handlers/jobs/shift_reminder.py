"""A word before the shift, to those who asked for it and did not hear of it with another answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from handlers import signing
from handlers.attention import Kind, budget, willing
from handlers.coming import TOLD
from handlers.conversation import action
from handlers.days import span
from handlers.exercise import marked
from handlers.job import Job, Moment
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.quiet import kept
from handlers.shift_told import times
from locales import Words, words
from locales.formats import local
from storage import people, shift_cards, shifts, signups
from storage.effects import Effect
from storage.queries import Tx
from storage.records.signup import PlacedSignup
from storage.records.team import TeamCard
from storage.records.work import Shift
from storage.shift_cards import ShiftCard, ShiftKey
from storage.shifts import ShiftWindow
from storage.slots import Slot, taken_of
from storage.sources import Facts, Need, PersonKey

BEFORE = timedelta(minutes=60)
FARTHEST = timedelta(hours=12)
"""How far ahead quiet hours can push a reminder: from a shift at dawn to the evening before."""
PAUSE = timedelta(hours=3)
"""A shift that begins so soon after another one was told together with it."""


class ShiftReminder(Job):
    """See the module. On holidays nobody is reminded."""

    kind = "shift_reminder"
    useful_for = BEFORE
    at_once = 16

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
        """One reminder a person, to those who are signed up where the team signs up, else to every member
        who did not say that they cannot come; shifts that follow one another are told together."""
        facts = Facts()
        await facts.load(tx, [_card(slot) for slot in slots])
        planned = {slot: card for slot in slots if (card := facts.get(_card(slot))) is not None}
        await facts.load(tx, {need for shift in planned.values() for need in _needs(shift)})
        meant = {slot: _meant(facts, shift) for slot, shift in planned.items()}
        wanting = await willing(tx, {key for found in meant.values() for key in found})
        able = await budget(tx, Kind.REMINDER, wanting, moment.now)
        told = await taken_of(tx, TOLD, sorted({key[1] for key in wanting}), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, found in meant.items():
            for key, of_day in found.items():
                if able.allows(key) and (*key, of_day[0].starts_at) not in told:
                    message = _message(words(able.language(key)), planned[slot].team, of_day)
                    filled[slot] += able.told(key, message, moment)
        return filled


def _card(slot: Slot) -> Need[ShiftKey, ShiftCard]:
    return shift_cards.of_id.of((slot.tenant, slot.subject))


def _needs(shift: Shift) -> list[Need[Any, Any]]:
    key = (shift.tenant, shift.team_id)
    return [
        people.members.of(key),
        signups.of_team.of(_day(shift)),
        signups.used.of(signing.around(key, shift.starts_at)),
    ]


def _day(shift: Shift) -> ShiftWindow:
    return (shift.tenant, shift.team_id, *span(local(shift.starts_at).date()))


def _meant(facts: Facts, shift: Shift) -> Mapping[PersonKey, list[Shift | PlacedSignup]]:
    """Whom to remind, of the shifts that each of them has in a row from this one on."""
    key = (shift.tenant, shift.team_id)
    of_day = facts.get(signups.of_team.of(_day(shift))) or []
    if not facts.get(signups.used.of(signing.around(key, shift.starts_at))):
        away = {one.person_id for one in of_day if one.shift_id == shift.id}
        members = [one for one in facts.get(people.members.of(key)) or [] if one.person_id not in away]
        return {(one.tenant, one.person_id): [shift] for one in members}
    coming = signing.expected(of_day)
    by_person: dict[PersonKey, list[PlacedSignup]] = defaultdict(list)
    for one in coming:
        by_person[one.tenant, one.person_id].append(one)
    found: dict[PersonKey, list[Shift | PlacedSignup]] = {}
    for person, places in by_person.items():
        for row in _rows(places):
            if row[0].shift_id == shift.id:
                found[person] = [*row]
    return found


def _rows(places: Sequence[PlacedSignup]) -> list[list[PlacedSignup]]:
    """The shifts of a person's day, those that follow one another soon together."""
    rows: list[list[PlacedSignup]] = []
    for one in sorted(places, key=lambda one: one.starts_at):
        if rows and one.starts_at - rows[-1][-1].ends_at <= PAUSE:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _message(reader: Words, team: TeamCard, of_day: Sequence[Shift | PlacedSignup]) -> Outbound:
    told = ", ".join(times(reader, one.starts_at, one.ends_at) for one in of_day)
    said = reader("reminder-shift", times=told, team=team.name)
    return Outbound(
        marked(reader, said, exercise=team.exercise),
        ((Button(reader("menu-check-in"), action("check_in")),),),
        lane=Lane.REMINDER,
        unsure=Unsure.NEVER,
        deadline_at=of_day[0].ends_at,
    )
