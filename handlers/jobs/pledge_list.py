"""Before tomorrow's shifts: which of them lack people, and who has not said whether they come."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from handlers import signing
from handlers.attention import Kind, budget
from handlers.conversation import action
from handlers.days import span
from handlers.exercise import marked
from handlers.job import Job, Moment, leaders
from handlers.messages import Button, Lane, Outbound
from handlers.shift_told import placed, times
from locales import Words, words
from locales.formats import HANOI, given_name, local, near_day
from storage import people, rounds, shifts, signups, teams
from storage.effects import Effect
from storage.queries import Tx
from storage.records.signup import PlacedSignup
from storage.records.team import TeamCard
from storage.shifts import PlacedShift, ShiftWindow
from storage.slots import Slot
from storage.sources import Facts, Need, TeamKey

AT = time(20, 30)
MOST = 6
"""Shifts told in one message; the others are behind its button."""


@dataclass(frozen=True, slots=True)
class _Lacking:
    """A shift that lacks people or answers: who has not answered, who said no, how many are ``missing``."""

    shift: PlacedShift
    silent: list[PlacedSignup]
    away: list[PlacedSignup]
    missing: int


class PledgeList(Job):
    """See the module. Only to teams whose people sign up; nothing where nothing is missing."""

    kind = "pledge_list"
    useful_for = timedelta(hours=12)
    at_once = 16

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """Teams that somebody signed up with for the day after the last evening."""
        at = _last(moment.now)
        day = at.date() + timedelta(days=1)
        if moment.now - at > self.useful_for or {at.date(), day} & moment.days_off:
            return []
        since, until = span(day)
        found = await rounds.teams_expecting(tx, max(since, moment.now), until, kind=self.kind, slot_at=at)
        return [Slot(tenant=one[0], kind=self.kind, subject=one[1], slot_at=at) for one in found]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """One message a leader and team, for all shifts of the day."""
        facts = Facts()
        needs = [need for slot in slots for need in _needs(_key(slot), _day(slot))]
        await facts.load(tx, needs)
        heard = {slot: leaders(facts, _key(slot)) for slot in slots}
        able = await budget(tx, Kind.ROLE, (key for found in heard.values() for key in found), moment.now)
        filled: dict[Slot, list[Effect]] = defaultdict(list)
        for slot in slots:
            lacking = _lacking(facts, _key(slot), _day(slot), moment.now)
            card = facts.get(teams.card.of(_key(slot)))
            for key in heard[slot] if lacking and card else ():
                if able.allows(key) and card is not None:
                    message = _message(words(able.language(key)), card, lacking)
                    filled[slot] += able.told(key, message, moment)
            away = [one for each in lacking for one in each.away if one.told_at is None]
            filled[slot] += [signups.told(one, moment.now) for one in away if filled[slot]]
        return filled


def _last(now: datetime) -> datetime:
    """The last half past eight in the evening."""
    at = datetime.combine(local(now).date(), AT, tzinfo=HANOI)
    return at if at <= now else at - timedelta(days=1)


def _key(slot: Slot) -> TeamKey:
    return slot.tenant, slot.subject


def _day(slot: Slot) -> date:
    return local(slot.slot_at).date() + timedelta(days=1)


def _window(key: TeamKey, day: date) -> ShiftWindow:
    return (*key, *span(day))


def _needs(key: TeamKey, day: date) -> list[Need[Any, Any]]:
    window = _window(key, day)
    return [teams.card.of(key), people.members.of(key), shifts.of_team.of(window), signups.of_team.of(window)]


def _lacking(facts: Facts, key: TeamKey, day: date, now: datetime) -> list[_Lacking]:
    """The shifts ahead that lack people or answers."""
    window = _window(key, day)
    signed = facts.get(signups.of_team.of(window)) or []
    found = []
    for shift in facts.get(shifts.of_team.of(window)) or []:
        here = [one for one in signed if one.shift_id == shift.id]
        coming = signing.expected(here)
        there = {one.person_id for one in coming}
        lacking = _Lacking(
            shift=shift,
            silent=[one for one in coming if one.unanswered],
            away=[one for one in here if not one.open and one.person_id not in there],
            missing=signing.left(shift.needed, len(coming)) or 0,
        )
        if (lacking.silent or lacking.missing) and shift.starts_at >= max(window[2], now):
            found.append(lacking)
    return found


def _message(reader: Words, card: TeamCard, lacking: Sequence[_Lacking]) -> Outbound:
    shown = lacking[:MOST]
    day = near_day(local(lacking[0].shift.starts_at).date(), reader.language)
    lines = [reader("pledge-list", day=day, team=card.name)]
    for one in shown:
        said = reader(
            "pledge-list-shift",
            shift=placed(reader, one.shift),
            missing=one.missing,
            silent=len(one.silent),
            names=_names(one.silent),
            away=len(one.away),
            absent=_names(one.away),
        )
        lines.append(said)
    rows = [(_call(reader, one.shift),) for one in shown]
    rows.append((Button(reader("crew-see"), action("crew", card.id)),))
    return Outbound(marked(reader, "\n".join(lines), exercise=card.exercise), tuple(rows), lane=Lane.ROLE)


def _call(reader: Words, shift: PlacedShift) -> Button:
    label = reader("call-for", shift=times(reader, shift.starts_at, shift.ends_at))
    return Button(label, action("call", shift.id))


def _names(found: Sequence[PlacedSignup]) -> str:
    return ", ".join(given_name(one.name) for one in found)
