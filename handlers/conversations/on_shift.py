"""Who is on duty now, and who was today."""

from collections.abc import Iterable
from datetime import timedelta

from handlers import leading, signing
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on, midnight
from handlers.messages import Button
from handlers.permissions import Access
from handlers.proof import proven
from handlers.turn import Turn
from locales.formats import clock, given_name, local, sort_name
from storage import attendances, people, shifts, signups
from storage.attendances import NamedAttendance, TeamDays
from storage.records.membership import Role
from storage.records.team import TeamCard
from storage.shifts import ShiftWindow
from storage.sources import TeamKey

A_DAY = timedelta(days=1)
MOST = 15
"""Names of those who are not there."""


class OnShift(Conversation):
    """See the module."""

    name = "on_shift"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Attendance and shifts since yesterday: a night shift began then."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield attendances.of_team.of(_days(key, opening))
            yield shifts.of_team.of(_window(key, opening))
            yield people.members.of(key)
            yield signups.of_team.of(_window(key, opening))
            yield signups.used.of(signing.around(key, opening.now))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A line for each who is there, then the names of those who went home or did not come."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        opening, key = Opening(turn.actor, turn.inbound, arg, turn.now), (team.tenant, team.id)
        came = turn.facts.get(attendances.of_team.of(_days(key, opening))) or []
        planned = turn.facts.get(shifts.of_team.of(_window(key, opening))) or []
        places = {one.id: one.place_name for one in planned}
        there = [one for one in came if one.there_at(turn.now)]
        lines = [self._line(turn, one, places) for one in there]
        head = turn.text(
            "on-shift-now",
            count=len(there),
            proven=proven(there)[0],
            team=team.name,
            time=clock(turn.now),
        )
        left = {one.name for one in came if not one.there_at(turn.now) and one.day_on == day_on(turn.now)}
        if gone := sorted(left - {one.name for one in there}, key=sort_name):
            lines.append(turn.text("on-shift-gone", count=len(gone), names=", ".join(gone)))
        lines += self._missing(turn, key, opening)
        again = Button(turn.text("on-shift-again"), action(self.name, team.id))
        back = leading.back(turn, team)
        turn.say("\n".join([head, *lines]), [self._confirming(turn, team, there), [again, back]])
        return None

    def _missing(self, turn: Turn, key: TeamKey, opening: Opening) -> list[str]:
        """Who is expected at a shift that goes on and was not seen today; whoever said so stands apart."""
        planned = turn.facts.get(shifts.of_team.of(_window(key, opening))) or []
        now_on = {one.id for one in planned if one.starts_at <= turn.now < one.ends_at}
        seen = {one.person_id for one in turn.facts.get(attendances.of_team.of(_days(key, opening))) or []}
        signed = turn.facts.get(signups.of_team.of(_window(key, opening))) or []
        here = [one for one in signed if one.shift_id in now_on and one.person_id not in seen]
        away = {one.person_id: one.name for one in here if not one.open}
        waited = {one.person_id: one.name for one in here if one.open}
        if now_on and not turn.facts.get(signups.used.of(signing.around(key, opening.now))):
            members = turn.facts.get(people.members.of(key)) or []
            working = [one for one in members if one.role is not Role.LEADER and one.person_id not in seen]
            waited |= {one.person_id: one.name for one in working if one.person_id not in away}
        told = (("digest-absent", waited), ("digest-away", away))
        return [
            turn.text(key, count=len(found), names=_names(found.values())) for key, found in told if found
        ]

    def _confirming(self, turn: Turn, team: TeamCard, there: list[NamedAttendance]) -> list[Button]:
        """The leader's word for all who checked in alone, in one tap."""
        alone = [one for one in there if one.out_at is None and not one.by_leader]
        count = sum(one.person_id != turn.actor.key[1] for one in alone)
        here = action("tick", f"{team.id}:here")
        return [Button(turn.text("on-shift-confirm", count=count), here)] if count else []

    def _line(self, turn: Turn, one: NamedAttendance, places: dict[str, str]) -> str:
        return turn.text(
            "on-shift-one",
            name=one.name,
            since=clock(one.in_at),
            place=leading.also(turn, places.get(one.shift_id, "")),
            proof=one.grade,
            pending="yes" if one.pending else "no",
        )


def _names(found: Iterable[str]) -> str:
    ordered = [given_name(one) for one in sorted(found, key=sort_name)]
    return ", ".join(ordered[:MOST]) + (" …" if len(ordered) > MOST else "")


def _days(key: TeamKey, opening: Opening) -> TeamDays:
    return (*key, day_on(opening.now - A_DAY), day_on(opening.now))


def _window(key: TeamKey, opening: Opening) -> ShiftWindow:
    today = midnight(local(opening.now).date())
    return (*key, today - A_DAY, today + A_DAY)
