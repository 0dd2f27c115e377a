"""Say that I shall be late: the leaders hear at once, in my own words, so that nobody looks for me."""

from collections.abc import Iterable
from datetime import timedelta

from handlers import signing, staying_away
from handlers.conversation import TYPED, Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.holding import Holder, at_level, reached
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.said_day import said_day
from handlers.shift_told import Placed, dated
from handlers.turn import Turn
from handlers.wish import wording
from locales import words
from locales.formats import clock, given_name
from storage import attendances, holders, lates, slots, teams
from storage.records.case import Level
from storage.records.signup import PlacedSignup
from storage.records.team import TeamCard
from storage.shifts import PlacedShift

SOON = timedelta(hours=12)
"""How long before a shift one can know to be late for it."""
MOST = 200
"""Characters of what is said of it."""


class LateComing(Conversation):
    """See the module. The argument is what was said: "kẹt xe, 8h em mới tới"."""

    name = "late_coming"
    keeps_form = True
    takes_wish = True

    def takes(self, rest: str) -> bool:
        """What is said with it; not a question about being late."""
        return len(rest) <= MOST and not wording().asking(rest)

    def needs(self, opening: Opening) -> Needs:
        """The shift that is near, and who leads its team."""
        yield attendances.still_open.of(opening.actor.key)
        yield signing.need(opening)
        yield from staying_away.needs(opening)
        for one in opening.actor.in_teams:
            yield teams.card.of((one.tenant, one.team_id))
            yield holders.of_team.of((one.tenant, one.team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Tell the leaders, and say what to do on arrival."""
        check_in = [[Button(turn.text("menu-check-in"), action("check_in"))]]
        shift = self._near(turn, arg)
        here = turn.facts.get(attendances.still_open.of(turn.actor.key))
        if here is not None and (shift is None or here.shift_id in ("", _shift_id(shift))):
            turn.say(turn.text("late-coming-here", at=clock(here.in_at)))
            return None
        team = turn.facts.get(teams.card.of((turn.actor.tenant, shift.team_id))) if shift else None
        if shift is None or team is None:
            turn.say(turn.text("late-coming-none"), check_in)
            return None
        known = turn.facts.get(holders.of_team.of((team.tenant, team.id))) or []
        found = at_level(reached(known, without=turn.actor.key[1]), Level.TEAM)
        self._tell(turn, team, shift, found, arg.removeprefix(TYPED).strip()[:MOST])
        turn.note(slots.noted(lates.told_slot(*turn.actor.key, shift.starts_at), turn.now))
        said = turn.text("late-coming-told" if found else "late-coming-noted", shift=dated(turn.words, shift))
        turn.say(said, check_in)
        return None

    def _near(self, turn: Turn, arg: str) -> PlacedSignup | PlacedShift | None:
        """The first shift of the day that was named; else the one that is going on or begins next."""
        found: list[PlacedSignup | PlacedShift] = [*signing.mine(turn), *staying_away.ahead(turn)]
        said = said_day(arg.removeprefix(TYPED), turn.today_on)
        of_day = [one for one in found if said is not None and said.holds(one.starts_at)]
        near = of_day or [one for one in found if one.starts_at <= turn.now + SOON]
        return min(near, key=lambda one: (one.starts_at, one.id), default=None)

    def _tell(self, turn: Turn, team: TeamCard, shift: Placed, found: Iterable[Holder], note: str) -> None:
        person = turn.actor.person
        for one in found:
            reader = words(one.contact.language)
            said = reader(
                "late-coming-for-you",
                name=given_name(person.name) if person else "",
                shift=dated(reader, shift),
                team=team.name,
                note=reader("call-help-quoted", note=note) if note else "",
            )
            message = Outbound(
                marked(reader, said, exercise=team.exercise),
                lane=Lane.ROLE,
                unsure=Unsure.NEVER,
                deadline_at=shift.ends_at,
            )
            turn.tell(one.contact, message)


def _shift_id(placed: PlacedSignup | PlacedShift) -> str:
    return placed.shift_id if isinstance(placed, PlacedSignup) else placed.id
