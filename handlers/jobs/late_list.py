"""A quarter of an hour after the start, the leaders hear once who is signed up and not there."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from handlers import signing
from handlers.conversation import action
from handlers.exercise import marked
from handlers.job import Job, Moment, addressed, leaders, reachable
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.shift_told import placed
from locales import Words, words
from locales.formats import given_name, sort_name
from storage import lates, people, rounds, signups, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.records.signup import PlacedSignup
from storage.records.team import TeamCard
from storage.shifts import ShiftWindow
from storage.slots import Slot
from storage.sources import Facts, TeamKey

AFTER = timedelta(minutes=15)
MOST = 8
"""Names with a button of their own."""


class LateList(Job):
    """See the module. On duty, so the quiet hours do not hold."""

    kind = "late_list"
    useful_for = timedelta(hours=1)
    at_once = 16
    keeps_quiet = False

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Starts of a quarter of an hour ago, of all shifts that begin together in one team."""
        until = moment.now - AFTER
        found = await rounds.starts_expecting(
            tx, until - self.useful_for, until + timedelta(microseconds=1), kind=self.kind, after=AFTER
        )
        return [Slot(tenant=one[0], kind=self.kind, subject=one[1], slot_at=one[2] + AFTER) for one in found]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message a leader and start; none when all are there."""
        facts = Facts()
        for_teams = {_key(slot) for slot in slots}
        await facts.load(
            tx,
            [
                *(signups.of_team.of(_window(slot)) for slot in slots),
                *(teams.card.of(key) for key in for_teams),
                *(people.members.of(key) for key in for_teams),
            ],
        )
        expected = {slot: _expected(facts, slot) for slot in slots}
        every = [one for found in expected.values() for one in found]
        here, told = await lates.here(tx, every), await lates.told(tx, every)
        contacts = await reachable(tx, sorted({one for key in for_teams for one in leaders(facts, key)}))
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot, found in expected.items():
            late = [one for one in found if one.id not in here]
            card = facts.get(teams.card.of(_key(slot)))
            for key in leaders(facts, _key(slot)) if late and card else ():
                if key in contacts and card is not None:
                    message = _message(words(contacts[key].language), card, late, told)
                    filled[slot] += addressed(contacts[key], message, moment)
        return filled


def _key(slot: Slot) -> TeamKey:
    return slot.tenant, slot.subject


def _start(slot: Slot) -> datetime:
    return slot.slot_at - AFTER


def _window(slot: Slot) -> ShiftWindow:
    return (*_key(slot), _start(slot), _start(slot) + timedelta(microseconds=1))


def _expected(facts: Facts, slot: Slot) -> list[PlacedSignup]:
    found = signing.expected(facts.get(signups.of_team.of(_window(slot))) or [])
    return [one for one in found if one.starts_at == _start(slot)]


def _message(reader: Words, card: TeamCard, late: Sequence[PlacedSignup], told: Collection[str]) -> Outbound:
    ordered = sorted(late, key=lambda one: (one.place_name, one.shift_id, sort_name(one.name)))
    by_shift: dict[str, list[PlacedSignup]] = defaultdict(list)
    for one in ordered:
        by_shift[one.shift_id].append(one)
    lines = [
        reader(
            "late-list",
            shift=placed(reader, found[0]),
            team=card.name,
            count=len(found),
            names=", ".join(_named(reader, one, told) for one in found),
        )
        for found in by_shift.values()
    ]
    each = [
        Button(reader("late-list-nudge", name=given_name(one.name)), action("nudge", one.id))
        for one in ordered[:MOST]
    ]
    rows = [tuple(each[start : start + 2]) for start in range(0, len(each), 2)]
    for shift_id, found in by_shift.items():
        if len(found) > 1:
            place = found[0].place_name if len(by_shift) > 1 else "none"
            label = reader("late-list-nudge-all", count=len(found), place=place)
            rows.append((Button(label, action("nudge", f"all:{shift_id}")),))
        rows.append((Button(reader("late-list-call"), action("call", shift_id)),))
    return Outbound(
        marked(reader, "\n".join(lines), exercise=card.exercise),
        tuple(rows),
        lane=Lane.ROLE,
        unsure=Unsure.NEVER,
        deadline_at=late[0].ends_at,
    )


def _named(reader: Words, one: PlacedSignup, told: Collection[str]) -> str:
    name = given_name(one.name)
    return reader("late-list-told", name=name) if one.id in told else name
